import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSES } from '../../../core/contract/addresses.ts';
import { decodeFaceTable } from '../../../core/font/face-table.ts';
import { assetHeaders, pageAssets, type ResolveAsset } from '../../../electron/host/page-assets.ts';
import { Session } from '../../../electron/session/session.ts';
import { BoxFolder } from '../fonts/box-folder.ts';
import { PDF, PICTURE, sampleSession } from './sample-session.ts';

let root: string;
let resolve: ResolveAsset;
const session = sampleSession();

const put = (path: string) => {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, path);
};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'zuban-assets-'));
  put('package.json');
  put('dist/renderer/index.html');
  put('dist/renderer/assets/main-abc.js');
  put('dist/fonts/fonts.css');
  put('dist/fonts/serif-400.table');
  put('dist/fonts/serif-400.glyphs');
  put('node_modules/@fontsource/noto-serif-sc/files/noto-serif-sc-4-400-normal.woff2');
  resolve = pageAssets(root, session);
  await session.opened();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const text = async (path: string) => {
  const asset = await resolve(path);
  return asset && Buffer.from(asset.bytes).toString();
};

describe('what the page may fetch', () => {
  it('is the built page, tables, font slices and pictures of the issue', async () => {
    expect(await text('/')).toBe('dist/renderer/index.html');
    expect(await text('/assets/main-abc.js')).toBe('dist/renderer/assets/main-abc.js');
    expect(await text('/fonts/fonts.css')).toBe('dist/fonts/fonts.css');
    expect(await text('/fonts/serif-400.table')).toBe('dist/fonts/serif-400.table');
    expect(await text('/fonts/noto-serif-sc/noto-serif-sc-4-400-normal.woff2')).toContain('woff2');
    expect((await resolve(`/pictures/${PICTURE}`))?.bytes).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('is nothing else, however the path is written', async () => {
    for (const path of [
      '/package.json',
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/fonts/serif-400.glyphs',
      '/fonts/noto-serif-sc/../../../package.json',
      '/pictures/..%2f..%2fpackage.json',
      '/pictures/%',
      '/pictures/constructor',
      '/exports/样张.pdf',
      '//etc/passwd',
    ])
      expect(await resolve(path), path).toBeNull();
  });

  it("includes table and font of an editor's own face, by its identifier only", async () => {
    const folder = new BoxFolder();
    const { id } = folder.fonts.named('Box Cff');
    const own = new Session('', {
      open: () => Promise.reject(new Error('not opened')),
      makePdf: () => Promise.reject(new Error('not made')),
      userFace: (wanted) => folder.fonts.find(wanted),
    });
    const ask = pageAssets(root, own);
    const table = await ask(ADDRESSES.faceTable(id));
    expect(decodeFaceTable(table!.bytes).id).toBe(id);
    const font = await ask(ADDRESSES.userFont(id));
    expect(font?.type).toBe('font/sfnt');
    expect(Buffer.from(font!.bytes.subarray(0, 4)).toString()).toBe('OTTO');
    for (const path of [
      '/fonts/user:Nobody-0123456789abcdef.font',
      `/fonts/${id}`,
      '/fonts/user:..%2fx.font',
    ])
      expect(await ask(path), path).toBeNull();
    expect(await resolve(ADDRESSES.userFont(id))).toBeNull();
    folder.remove();
  });

  it('includes an exported file once it is made, for download', async () => {
    await session.makePdf([]);
    const asset = await resolve(`/exports/${encodeURIComponent('样张.pdf')}`);
    expect(asset?.bytes).toEqual(PDF);
    expect(asset && assetHeaders(asset)['content-disposition']).toContain('attachment');
  });
});
