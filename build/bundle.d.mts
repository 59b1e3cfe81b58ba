/** How the command and the archive's worker are bundled. */
export declare const COMMAND: import('esbuild').BuildOptions;
export declare const ES_MODULES: import('esbuild').BuildOptions;
export declare function bundleNode(root: string): Promise<void>;
