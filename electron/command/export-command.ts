/** `zuban export`: an issue or manuscripts → PDF, PNG, SVG, text dump and the report of the layout. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PressFacts } from '../../core/check/press-gate.ts';
import { dumpDisplayList } from '../../core/display/dump-display-list.ts';
import type { IssueLayout } from '../../core/display/lay-out-issue.ts';
import { svgFile } from '../../core/display/svg-file.ts';
import { createEngine } from '../../core/engine/engine.ts';
import type { IssueFile, Print } from '../../core/file/issue-file.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { FACE_PLACES, type FaceChoices, type FacePlace } from '../../core/publication/faces.ts';
import type { FormatId } from '../../core/publication/publication.ts';
import { PhaseClock, type Progress } from '../base/progress.ts';
import { exportReport } from '../export/export-report.ts';
import { checkOutputs, checkPrefix } from '../files/check-outputs.ts';
import { pagesToShow } from '../files/pages-to-show.ts';
import { writeWhole } from '../files/write-whole.ts';
import { GlyphStores, loadFontSet } from '../fonts/font-files.ts';
import type { UserFonts } from '../fonts/user-fonts.ts';
import { judgeInThread } from '../foreign/foreign-pool.ts';
import { type OpenedIssue, openSources } from '../import/open-sources.ts';
import { pictureFaults } from '../pictures/broken-pictures.ts';
import { drawablePages } from '../pictures/drawable-pages.ts';
import { chosenFaces, type FaceOption } from './face-options.ts';

export interface ExportArguments {
  readonly paths: readonly string[];
  readonly publication: string | null;
  readonly format: FormatId | null;
  readonly pdf: string | null;
  readonly png: string | null;
  readonly dpi: number;
  readonly svg: string | null;
  readonly dump: string | null;
  readonly report: string | null;
  /** Folder of the editor's own fonts. */
  readonly fonts: string | null;
  readonly faces: readonly FaceOption[];
  /** Set a printed issue anew. */
  readonly anew: boolean;
  /** Not done where the gate found anything, though the files are written. */
  readonly strict: boolean;
  readonly progress: Progress;
  readonly say: (text: string) => void;
}

/** Answers whether it was done: false where `strict` was asked for and the gate found anything. */
export const exportCommand = async (args: ExportArguments): Promise<boolean> => {
  checkPrefix(args.png, '--png');
  checkPrefix(args.svg, '--svg');
  const single = [args.pdf, args.dump, args.report];
  await checkOutputs(
    [...single, ...pageFiles(args.png, 'png', 1), ...pageFiles(args.svg, 'svg', 1)],
    args.paths,
  );
  const clock = new PhaseClock(() => performance.now());
  const phase = async <T>(name: string, label: string, work: () => T | Promise<T>): Promise<T> => {
    args.progress(`正在${label}`);
    return clock.time(name, work);
  };
  judgeInThread();
  const own = args.fonts === null ? null : await readUserFonts(args.fonts);
  const [fonts, faces] = await phase(
    'fonts',
    '读取字体',
    () => [loadFontSet(undefined, own), chosenFaces(args.faces, own)] as const,
  );
  const engine = createEngine(fonts);
  const opened = await phase('open', '读取稿件', () =>
    openSources(args.paths, engine, {
      publication: args.publication,
      format: args.format,
      faces,
      judge: 'later',
    }),
  );
  const { issue, pictures } = opened;
  /* Beside the layout here. */
  const judging = pictureFaults(issue, pictures);
  const layout = await phase('layout', '排版', () => engine.layOut(opened.issue));
  const print = opened.file && isAsKept(args, opened.file) ? pagesToShow(opened.file) : null;
  const list = print?.displayList ?? layout.displayList;
  /* Only now is it known how many pages there are and which pictures were read. */
  const { length } = list.pages;
  await checkOutputs(
    [...single, ...pageFiles(args.png, 'png', length), ...pageFiles(args.svg, 'svg', length)],
    [...args.paths, ...opened.read, ...(await filesIn(args.fonts))],
  );

  const stores = new GlyphStores(undefined, own);
  const drawable = await phase('pictures', '检查图片', async () => {
    if (args.pdf !== null && !print?.pdf) (await import('../pdf/pdf-writer.ts')).preparePages(list, stores);
    await judging;
    return drawablePages(list, opened, fonts);
  });

  if (args.pdf !== null || args.png !== null) {
    /* The PDF and PNG writers are loaded only by those who ask for them: a start must stay short. */
    const { writePdf } = await import('../pdf/pdf-writer.ts');
    const png = args.png === null ? null : await import('../export/render-png.ts');
    for (const page of list.pages) png?.checkPngSize(page.number, page, args.dpi);
    const pdf = await phase('pdf', '生成 PDF', () =>
      print?.pdf ? print.pdf : writePdf(drawable.list, stores, pictures, drawable.decoded),
    );
    if (args.pdf !== null) await writeWhole(args.pdf, pdf);
    if (png !== null) {
      await phase('png', '渲染 PNG', async () => {
        const sizes = print?.pdf && !print.displayList ? [] : list.pages;
        for await (const drawn of png.renderPng(pdf, args.dpi, sizes)) {
          args.progress(`正在渲染第${drawn.page}版`);
          await writeWhole(`${args.png}-${drawn.page}.png`, drawn.png);
        }
      });
    }
  }
  if (args.svg !== null) {
    const prefix = args.svg;
    const { dataUrl, orientation } = await picturesForSvg(issue, pictures);
    await phase('svg', '生成 SVG', async () => {
      for (const page of drawable.list.pages)
        await writeWhole(`${prefix}-${page.number}.svg`, svgFile(page, dataUrl, orientation));
    });
  }
  if (args.dump !== null) await writeWhole(args.dump, dumpDisplayList(list));
  const problems = [
    ...opened.problems,
    ...(print?.pdf ? [] : drawable.problems),
    ...(print === null ? layout.problems : []),
    ...fontNotes(own, faces),
  ];
  /* Pages as they were printed have passed the gate. */
  const found = print === null ? await findingsOf(opened, layout, await judging) : [];
  if (print !== null) args.say(printSentence(print, args));
  if (args.report !== null) {
    /* Loaded only by those who ask for a report, like the writers. */
    const { compositionReport } = await import('../../core/check/composition-report.ts');
    const composition = compositionReport(opened.issue, layout.layouts, fonts);
    const report = exportReport(opened.issue, layout, problems, found, clock.phases, composition);
    await writeWhole(args.report, `${JSON.stringify(report, null, 2)}\n`);
  }
  for (const problem of problems)
    if (problem.severity !== 'note' && !isSaidBy(found, problem)) args.say(problem.message);
  if (found.length === 0) return true;
  for (const { message } of found) args.say(message);
  const isMade = [args.pdf, args.png, args.svg, args.dump, args.report].some((path) => path !== null);
  args.say(
    `${isMade ? '已导出，但' : ''}最后列出的 ${found.length} 处印出来会有问题，请改好再付印，或核对是否有意如此。`,
  );
  return !args.strict;
};

/** What the gate of an export and a print says of the issue. */
const findingsOf = async (
  { issue }: OpenedIssue,
  layout: IssueLayout,
  faults: PressFacts['faults'],
): Promise<readonly Problem[]> => {
  const { pressFindings } = await import('../../core/check/press-gate.ts');
  return pressFindings(issue, layout, { faults });
};

/** True for a problem that the gate says too, in the same words or in its own. */
const isSaidBy = (found: readonly Problem[], { kind, message, page }: Problem): boolean =>
  found.some(
    (finding) =>
      /* What reading told begins with its file and line. */
      message.endsWith(finding.message) ||
      /* One of a line of the copy says more: a date that does not exist. */
      (kind === 'missing-masthead-fact' && finding.kind === kind && message.startsWith('稿件里没有')) ||
      (kind === 'underset' && finding.kind === 'white-page' && finding.page === page),
  );

/** True where nothing was asked for that the print may not have. */
const isAsKept = ({ anew, format, faces, fonts }: ExportArguments, { issue }: IssueFile): boolean =>
  !anew && faces.length === 0 && fonts === null && (format === null || format === issue.format);

const printSentence = ({ at, pdf, displayList }: Print, { svg, dump, report }: ExportArguments): string => {
  const day = `这一期${at.slice(0, 10)}付印后没有改动`;
  const anew = '要重新排版请加 --anew';
  if (pdf && !displayList && (svg !== null || dump !== null))
    return `${day}，印样只有 PDF，PDF 和 PNG 是付印时的版面，SVG 和文字按现在的程序排出；${anew}。`;
  const but = report === null ? '' : '，报告按现在的程序排出';
  return `${day}，输出的是付印时的版面${but}；${anew}。`;
};

/** Loaded only by those who have fonts of their own. */
const readUserFonts = async (folder: string): Promise<UserFonts> => {
  const { UserFonts } = await import('../fonts/user-fonts.ts');
  return UserFonts.in(folder);
};

/** What the report says of the folder: which files of it are not used, and of which fonts one weight only. */
const fontNotes = (own: UserFonts | null, faces: FaceChoices): Problem[] => {
  if (own === null) return [];
  const note = (message: string): Problem => ({ kind: 'missing-font', severity: 'note', message });
  const variable = Object.entries(FACE_PLACES).flatMap(([place, label]) => {
    const id = faces[place as FacePlace];
    const face = id === undefined ? null : own.find(id);
    return face?.variable ? [note(`${label}用的“${face.names.full}”是可变字体，只用它的默认字重。`)] : [];
  });
  return [...variable, ...own.refusals.map(({ message }) => note(message))];
};

/** The files of a prefix: one a page. */
const pageFiles = (prefix: string | null, extension: string, pages: number): readonly string[] =>
  prefix === null ? [] : Array.from({ length: pages }, (_, i) => `${prefix}-${i + 1}.${extension}`);

const filesIn = async (folder: string | null): Promise<readonly string[]> =>
  folder === null ? [] : (await readdir(folder)).map((name) => join(folder, name));

/**
 * Pictures as data URLs, because an SVG file stands alone: their pixels and nothing that they tell beside them. How the
 * pixels lie is said apart. Loaded by those who ask for SVG only.
 */
const picturesForSvg = async (issue: Issue, pictures: ReadonlyMap<PictureId, Uint8Array>) => {
  const [{ withoutMetadata }, { pictureOrientation }] = await Promise.all([
    import('../pictures/picture-metadata.ts'),
    import('../pictures/describe-picture.ts'),
  ]);
  return {
    dataUrl: (id: PictureId): string | null => {
      const info = issue.pictures.find((picture) => picture.id === id);
      const bytes = pictures.get(id);
      if (!info || !bytes) return null;
      return `data:${info.mime};base64,${Buffer.from(withoutMetadata(bytes)).toString('base64')}`;
    },
    orientation: (id: PictureId): number => {
      const bytes = pictures.get(id);
      return bytes ? pictureOrientation(bytes) : 1;
    },
  };
};
