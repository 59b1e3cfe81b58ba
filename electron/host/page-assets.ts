/**
 * The bytes that the page may fetch, by path: the built renderer, metric tables, font slices, this issue's
 * pictures, the last export. An allow-list: a path is looked up, never joined to a folder, so there is no way
 * out of one (`..`, encoded or not, is simply not in the list).
 */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { ADDRESSES } from '../../core/contract/addresses.ts';
import { BUILT_IN_FACES } from '../../core/font/face.ts';
import { encodeFaceTable } from '../../core/font/face-table.ts';
import { packageFolder } from '../base/installation.ts';
import type { Session } from '../session/session.ts';

export interface PageAsset {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** True where the path names the content, so that the browser may keep it. */
  readonly immutable: boolean;
  /** Set where the browser should save rather than show. */
  readonly download: string | null;
}

export type ResolveAsset = (path: string) => Promise<PageAsset | null>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};
const typeOf = (path: string): string => TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';

/** File of each allowed path. */
const listFiles = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const files = new Map<string, string>();
  const built = join(root, 'dist', 'renderer');
  for (const entry of await readdir(built, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const file = join(entry.parentPath, entry.name);
      files.set(`/${relative(built, file).split(sep).join('/')}`, file);
    }
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  const fonts = join(root, 'dist', 'fonts');
  files.set(ADDRESSES.fontsCss, join(fonts, 'fonts.css'));
  for (const face of BUILT_IN_FACES) files.set(ADDRESSES.faceTable(face.id), join(fonts, `${face.id}.table`));
  for (const name of new Set(BUILT_IN_FACES.map((face) => face.fontsource))) {
    const folder = packageFolder(`@fontsource/${name}`, root);
    if (folder === null) continue;
    for (const file of await readdir(join(folder, 'files')))
      if (file.endsWith('.woff2')) files.set(`/fonts/${name}/${file}`, join(folder, 'files', file));
  }
  return files;
};

/**
 * A picture for the browser, which turns it by the orientation that it finds in it: it finds the one by which we turn it
 * on paper, and nothing else that it might read in another way.
 */
const asOnPaper = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const [{ withOrientation }, { pictureOrientation }] = await Promise.all([
    import('../pictures/picture-metadata.ts'),
    import('../pictures/describe-picture.ts'),
  ]);
  return withOrientation(bytes, pictureOrientation(bytes));
};

const rest = (path: string, start: string): string | null => {
  if (!path.startsWith(start)) return null;
  try {
    return decodeURIComponent(path.slice(start.length));
  } catch {
    return null;
  }
};

/** A table or a font of the editor's own; the identifier holds a digest of the bytes, so they may be kept. */
const userFaceAsset = (name: string, session: Session): PageAsset | null => {
  const [, id = '', kind] = /^(.*)\.(table|font)$/.exec(name) ?? [];
  const face = session.userFace(id);
  if (!face) return null;
  return kind === 'table'
    ? { bytes: encodeFaceTable(face.table), type: typeOf(name), immutable: true, download: null }
    : { bytes: face.screenFont(), type: 'font/sfnt', immutable: true, download: null };
};

/** A PDF is shown by a browser; where it cannot, and on the desktop, it is saved under its name. */
const printAsset = (number: number, isPdf: boolean, session: Session): PageAsset | null => {
  if (isPdf) {
    const pdf = session.prints.pdf(number);
    return pdf && { bytes: pdf.bytes, type: typeOf('.pdf'), immutable: false, download: null };
  }
  const bytes = session.prints.pages(number);
  return bytes && { bytes, type: 'application/json; charset=utf-8', immutable: false, download: null };
};

/** The resolver for one session. `root` is the installation (installation.ts). */
export const pageAssets = (root: string, session: Session): ResolveAsset => {
  let listing: Promise<ReadonlyMap<string, string>> | null = null;
  return async (path) => {
    const picture = rest(path, '/pictures/');
    if (picture !== null) {
      const bytes = (await session.picture(picture)) ?? session.past.picture(picture);
      return (
        bytes && { bytes: await asOnPaper(bytes), type: typeOf(picture), immutable: true, download: null }
      );
    }
    const past = rest(path, '/thumbnails/');
    if (past !== null) {
      const bytes = await session.past.thumbnail(past).catch(() => null);
      return bytes && { bytes, type: 'image/png', immutable: false, download: null };
    }
    const exported = rest(path, '/exports/');
    if (exported !== null) {
      const bytes = session.exported(exported);
      return bytes && { bytes, type: typeOf(exported), immutable: false, download: exported };
    }
    const print = /^\/prints\/(\d{1,4})\.(json|pdf)$/.exec(path);
    if (print) return printAsset(Number(print[1]), print[2] === 'pdf', session);
    const face = rest(path, '/fonts/');
    if (face?.startsWith('user:')) return userFaceAsset(face, session);
    listing ??= listFiles(root).catch((error) => {
      // Asked again later: the build may be on its way.
      listing = null;
      throw error;
    });
    const file = (await listing).get(path);
    if (file === undefined) return null;
    const immutable = path.startsWith('/assets/') || path.endsWith('.woff2');
    return { bytes: await readFile(file), type: typeOf(file), immutable, download: null };
  };
};

/** What the page may load: itself, and nothing from anywhere else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of an asset's answer, on either host. */
export const assetHeaders = (asset: PageAsset): Record<string, string> => ({
  'content-type': asset.type,
  'content-length': String(asset.bytes.length),
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': asset.immutable ? 'private, max-age=31536000, immutable' : 'no-store',
  ...(asset.download === null
    ? {}
    : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(asset.download)}` }),
});
