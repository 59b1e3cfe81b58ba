export declare const bundleTorture: (root: string, outdir: string, names: readonly string[]) => Promise<void>;
