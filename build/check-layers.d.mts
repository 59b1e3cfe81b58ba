export interface ForbiddenImport {
  readonly file: string;
  readonly specifier: string;
  readonly why: string;
}
export const importsOf: (source: string) => string[];
export const findForbidden: (files: ReadonlyMap<string, string>) => ForbiddenImport[];
export const findModuleCaches: (
  files: ReadonlyMap<string, string>,
) => { readonly file: string; readonly why: string }[];
export const readSources: (root: string) => Map<string, string>;
