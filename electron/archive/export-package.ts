/**
 * A package for long keeping: the issue file as it is, the page as PDF, the text, and a manifest with the SHA-256 of
 * each. The PDF is the printed one where the issue was printed, and the manifest says where the issue was edited since;
 * else it is made now, and the manifest says that.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { DisplayList } from '../../core/display/display-list.ts';
import { createEngine, type Engine } from '../../core/engine/engine.ts';
import { ENGINE_VERSION } from '../../core/engine-version.ts';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { InputError } from '../base/input-error.ts';
import { nodeDisk } from '../files/disk.ts';
import { diskFault } from '../files/disk-fault.ts';
import { LARGEST_ISSUE_FILE, unpackIssueFile } from '../files/issue-container.ts';
import { stateOfFile } from '../files/pages-to-show.ts';
import { GlyphStores, loadFontSet } from '../fonts/font-files.ts';
import { writePdf } from '../pdf/pdf-writer.ts';
import { drawablePages } from '../pictures/drawable-pages.ts';
import { issueText } from './issue-text.ts';
import { MANIFEST, placePackage } from './package-place.ts';

let engine: Engine | null = null;
let stores: GlyphStores | null = null;

interface PackagePdf {
  readonly bytes: Uint8Array;
  /**
   * `print`: as it was printed. `drawn`: made now of the page that was kept at the print. `made`: laid out by this
   * program when it was exported.
   */
  readonly source: 'print' | 'drawn' | 'made';
  readonly printedAt: string | null;
  /** The issue file and its text hold what came after the print. */
  readonly editedSince: boolean;
}

/** What was not exported, since something stands there that an earlier export of this issue did not make. */
export interface InTheWay {
  readonly kind: 'in-the-way';
  /** One sentence. */
  readonly message: string;
}

export type PackageOutcome = { readonly kind: 'written'; readonly name: string } | InTheWay;

/**
 * Writes the package of the issue file at `path`, called `file` in the archive, into a folder of its own in `folder`.
 * An earlier package of the issue is replaced, anything else only where `overwrite` says so. Throws IssueFileError or
 * InputError, and leaves no half of a package under its name.
 */
export const exportPackage = async (
  path: string,
  file: string,
  folder: string,
  overwrite = false,
): Promise<PackageOutcome> => {
  const bytes = await nodeDisk.read(path, LARGEST_ISSUE_FILE).catch((cause: unknown) => {
    throw diskFault('打不开', path, cause);
  });
  const opened = unpackIssueFile(bytes, basename(path));
  const name = file.replace(/\.zuban$/i, '').replaceAll('/', '／');
  const place = join(folder, name);
  const stem = basename(path).replace(/\.zuban$/i, '');
  const pdf = await pdfOf(opened);
  const parts: readonly (readonly [string, Uint8Array])[] = [
    [basename(path), bytes],
    ...(pdf === null ? [] : [[`${stem}.pdf`, pdf.bytes] as const]),
    [`${stem}.txt`, new TextEncoder().encode(issueText(opened.issue))],
  ];
  const identity = { file, publication: opened.issue.publication.name, ...opened.issue.masthead };
  const manifest = {
    format: 'zuban-package',
    version: 1,
    ...identity,
    engine: ENGINE_VERSION,
    pdf: pdf && { source: pdf.source, printedAt: pdf.printedAt, editedSince: pdf.editedSince },
    parts: Object.fromEntries(
      parts.map(([part, content]) => [
        part,
        { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length },
      ]),
    ),
  };
  const all = [...parts, [MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`] as const];
  try {
    await nodeDisk.makeFolder(folder);
    if (await placePackage(folder, name, identity, all, overwrite)) return { kind: 'written', name };
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw diskFault('存不下', place, cause);
  }
  const message = `“${name}”没有导出：导出文件夹里已有这个名字，而且不是这一期以前导出的原样，没有覆盖它。`;
  return { kind: 'in-the-way', message };
};

/** Null where there is neither a printed PDF nor a page. */
const pdfOf = async (file: IssueFile): Promise<PackagePdf | null> => {
  const { issue } = file;
  const state = stateOfFile(file);
  if (state.kind !== 'never-printed') {
    const { pdf, displayList, at: printedAt } = state.print;
    const editedSince = state.kind === 'edited-since';
    if (pdf) return { bytes: pdf, source: 'print', printedAt, editedSince };
    if (displayList)
      return { bytes: await drawn(displayList, file), source: 'drawn', printedAt, editedSince };
  }
  if (issue.pages.length === 0) return null;
  const bytes = await drawn(loadedEngine().layOut(issue).displayList, file);
  return { bytes, source: 'made', printedAt: null, editedSince: false };
};

const loadedEngine = (): Engine => {
  engine ??= createEngine(loadFontSet());
  return engine;
};

/** The package's issue file keeps the pictures as they came; its PDF goes to others and holds what is drawn. */
const drawn = async (displayList: DisplayList, file: IssueFile): Promise<Uint8Array> => {
  stores ??= new GlyphStores();
  const { list, pictures, decoded } = await drawablePages(displayList, file, loadedEngine().fonts);
  return writePdf(list, stores, pictures, decoded);
};
