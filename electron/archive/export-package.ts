/**
 * A package for long keeping: the issue file as it is, the page as PDF, the text, and a manifest with the SHA-256 of
 * each. The PDF is the printed one where the issue was printed; else it is made now, and the manifest says so.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { layOutIssue } from '../../core/display/lay-out-issue.ts';
import { ENGINE_VERSION } from '../../core/engine-version.ts';
import type { IssueFile } from '../../core/file/issue-file.ts';
import type { FontSet } from '../../core/font/font-set.ts';
import { diskFault } from '../files/disk-fault.ts';
import { unpackIssueFile } from '../files/issue-container.ts';
import { writeWhole } from '../files/write-whole.ts';
import { GlyphStores, loadFontSet } from '../fonts/font-files.ts';
import { writePdf } from '../pdf/pdf-writer.ts';
import { issueText } from './issue-text.ts';

let fonts: FontSet | null = null;
let stores: GlyphStores | null = null;

interface PackagePdf {
  readonly bytes: Uint8Array;
  /** `print`: as it was printed. `made`: laid out by this program when it was exported. */
  readonly source: 'print' | 'made';
  readonly printedAt: string | null;
}

/**
 * Writes the package of the issue file at `path`, called `file` in the archive, into a folder of its own in `folder`;
 * resolves to that folder's name. Throws IssueFileError or InputError, and leaves no half of a file.
 */
export const exportPackage = async (path: string, file: string, folder: string): Promise<string> => {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw diskFault('打不开', path, cause);
  });
  const opened = unpackIssueFile(bytes, basename(path));
  const name = file.replace(/\.zuban$/i, '').replaceAll('/', '／');
  const place = join(folder, name);
  await mkdir(place, { recursive: true });
  const stem = basename(path).replace(/\.zuban$/i, '');
  const pdf = await pdfOf(opened);
  const parts: readonly (readonly [string, Uint8Array])[] = [
    [basename(path), bytes],
    ...(pdf === null ? [] : [[`${stem}.pdf`, pdf.bytes] as const]),
    [`${stem}.txt`, new TextEncoder().encode(issueText(opened.issue))],
  ];
  for (const [part, content] of parts) await writeWhole(join(place, part), content);
  const manifest = {
    format: 'zuban-package',
    version: 1,
    file,
    publication: opened.issue.publication.name,
    ...opened.issue.masthead,
    engine: ENGINE_VERSION,
    pdf: pdf === null ? null : { source: pdf.source, printedAt: pdf.printedAt },
    parts: Object.fromEntries(
      parts.map(([part, content]) => [
        part,
        { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length },
      ]),
    ),
  };
  await writeWhole(join(place, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return name;
};

/** Null where there is neither a printed PDF nor a page. */
const pdfOf = async ({ issue, prints, pictures }: IssueFile): Promise<PackagePdf | null> => {
  const print = prints.findLast(({ pdf }) => pdf !== null);
  if (print?.pdf) return { bytes: print.pdf, source: 'print', printedAt: print.at };
  if (issue.pages.length === 0) return null;
  fonts ??= loadFontSet();
  stores ??= new GlyphStores();
  const { displayList } = layOutIssue(issue, fonts);
  return { bytes: await writePdf(displayList, stores, pictures), source: 'made', printedAt: null };
};
