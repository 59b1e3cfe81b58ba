/** `zuban archive …`: index, list, search, verify, export and import of an archive folder. */
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseDate } from '../../core/calendar/lunar-date.ts';
import type { SearchFilters } from '../../core/contract/archive-channels.ts';
import { Fault, phraseOf } from '../../core/fault.ts';
import type { StoryKind } from '../../core/issue/issue.ts';
import { ArchiveIndex } from '../archive/archive-index.ts';
import { checkExportTarget } from '../archive/export-target.ts';
import { fileFault, InputError, UsageError } from '../base/input-error.ts';
import { interruptible } from '../base/interruption.ts';
import { ArchiveFolder } from '../files/archive-folder.ts';
import { codeOf } from '../files/disk.ts';
import { diskFault } from '../files/disk-fault.ts';
import { writeWhole } from '../files/write-whole.ts';
import { type CommandSurroundings, countOn } from './command-progress.ts';

export interface ArchiveArguments extends CommandSurroundings {
  readonly paths: readonly string[];
  readonly isJson: boolean;
  readonly output: string | null;
  readonly archive: string | null;
  readonly report: string | null;
  readonly publication: string | null;
  readonly year: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly person: string | null;
  readonly column: string | null;
  readonly kind: string | null;
  readonly page: string | null;
  /** Packages may take the place of what is not theirs. */
  readonly overwrite: boolean;
}

const VERBS = ['index', 'list', 'search', 'verify', 'export', 'import'] as const;
type Verb = (typeof VERBS)[number];
const KINDS: Readonly<Record<string, StoryKind>> = {
  文章: 'article',
  简讯: 'briefs',
  导读: 'refers',
  启事: 'notice',
};

/** Resolves to the exit code. Throws UsageError, InputError and the like. */
export const archiveCommand = async (args: ArchiveArguments): Promise<number> => {
  const [name, ...paths] = args.paths;
  const verb = VERBS.find((one) => one === name);
  if (!verb) throw new UsageError(`archive 后请写 ${VERBS.join('、')} 之一，用法见 zuban --help。`);
  return interruptible((signal) => run(verb, { ...args, paths }, signal));
};

const run = async (verb: Verb, args: ArchiveArguments, signal: AbortSignal): Promise<number> => {
  switch (verb) {
    case 'index':
      return indexed(args, signal, async ({ result }) => {
        if (args.isJson) args.terminal.json(result);
        else
          args.terminal.out(
            `共 ${result.files} 期，读入 ${result.read} 期，去掉 ${result.removed} 期，打不开 ${result.faults} 个。`,
          );
      });
    case 'list':
      return indexed(args, signal, ({ index }) => listIssues(args, index));
    case 'search':
      return indexed(args, signal, ({ index }) => search(args, index));
    case 'verify':
      return verify(args, signal);
    case 'export':
      return exportPackages(args, signal);
    case 'import':
      return importIssues(args, signal);
  }
};

const folderOf = ({ paths: [folder] }: ArchiveArguments): Promise<string> => {
  if (folder === undefined) throw new UsageError('请写明归档文件夹。');
  return archiveAt(folder);
};

/** The whole path. Throws InputError where there is no such folder. */
export const archiveAt = async (folder: string): Promise<string> => {
  const found = await stat(folder).catch((error: unknown) => {
    throw fileFault(error, folder) ?? error;
  });
  if (!found.isDirectory()) throw new InputError(`${folder}：这不是文件夹，请指定归档文件夹。`);
  return resolve(folder);
};

interface Indexed {
  readonly index: ArchiveIndex;
  readonly result: Awaited<ReturnType<ArchiveIndex['refresh']>>;
}

/** The index brought up to date first, then asked. */
const indexed = async (
  args: ArchiveArguments,
  signal: AbortSignal,
  then: (indexed: Indexed) => Promise<void>,
): Promise<number> => {
  const { count, clear } = countOn(args, '正在读取归档');
  const index = new ArchiveIndex(await folderOf(args), ({ done, total }) => count(done, total));
  signal.addEventListener('abort', () => index.cancel());
  try {
    const result = await index.refresh().finally(clear);
    if (result.cancelled) return cancelled(args, signal, '已读入的留在索引里，下次接着读');
    await then({ index, result });
    // What was found is right; what could not be read is said beside it.
    for (const sentence of result.unread) args.terminal.say(sentence);
    return 0;
  } finally {
    await index.close();
  }
};

/** The exit code is the signal's. */
const cancelled = ({ terminal }: ArchiveArguments, signal: AbortSignal, rest: string): number => {
  terminal.say(`已取消；${rest}。`);
  return Number(signal.reason);
};

const listIssues = async (args: ArchiveArguments, index: ArchiveIndex): Promise<void> => {
  const issues = await index.list();
  if (args.isJson) return args.terminal.json(issues);
  for (const issue of issues)
    args.terminal.out(
      issue.fault === null
        ? `${issue.date ?? '日期不详'}  ${issue.publicationName}  第${issue.number ?? '？'}期 总第${issue.totalNumber ?? '？'}期  ${issue.pages}版 ${issue.stories}篇  ${issue.file}`
        : `打不开  ${issue.file}：${issue.fault}`,
    );
};

const filtersOf = (args: ArchiveArguments): SearchFilters => {
  const date = (text: string | null, option: string): string | null => {
    if (text === null || parseDate(text) !== null) return text;
    throw new UsageError(`${option} 应是如 2020-03-15 的日期，现为“${text}”。`);
  };
  const year = args.year === null ? null : Number(args.year);
  if (year !== null && !(Number.isInteger(year) && year >= 1900 && year <= 2100))
    throw new UsageError(`--year 应是1900到2100的年份，现为“${args.year}”。`);
  const kind = args.kind === null ? null : KINDS[args.kind];
  if (kind === undefined)
    throw new UsageError(`--kind 应是${Object.keys(KINDS).join('、')}之一，现为“${args.kind}”。`);
  return {
    publication: args.publication,
    year,
    from: date(args.since, '--since'),
    to: date(args.until, '--until'),
    person: args.person,
    columnName: args.column,
    kind,
  };
};

const search = async (args: ArchiveArguments, index: ArchiveIndex): Promise<void> => {
  const filters = filtersOf(args);
  const query = args.paths.slice(1).join(' ');
  if (query.trim() === '' && Object.values(filters).every((value) => value === null))
    throw new UsageError('search 的文件夹后请写要找的词，或用 --year、--person 等缩小范围。');
  const page = args.page === null ? 1 : Number(args.page);
  if (!Number.isInteger(page) || page < 1)
    throw new UsageError(`--page 应是从1起的页数，现为“${args.page}”。`);
  const result = await index.search({ query, filters, page });
  if (args.isJson) return args.terminal.json(result);
  args.terminal.out(`找到 ${result.total} 篇${result.more ? '以上' : ''}。`);
  for (const hit of result.hits) {
    const place = hit.page === null ? '' : ` 第${hit.page}版`;
    for (const line of [
      '',
      `${hit.date ?? '日期不详'}${place}  ${hit.headline}`,
      `  ${hit.excerpt.text}`,
      `  ${hit.file}`,
    ])
      args.terminal.out(line);
  }
};

const verify = async (args: ArchiveArguments, signal: AbortSignal): Promise<number> => {
  const { verifyArchive } = await import('../archive/verify-archive.ts');
  const { count, clear } = countOn(args, '正在核对');
  const found = await verifyArchive(await folderOf(args), { progress: count, signal }).finally(clear);
  if (args.isJson) args.terminal.json(found);
  else {
    for (const { message } of found.differences) args.terminal.out(message);
    for (const { message } of found.notes) args.terminal.out(`附注：${message}`);
    args.terminal.out(`核对了 ${found.checked} 个文件，${found.differences.length} 处有出入。`);
  }
  if (found.cancelled) return cancelled(args, signal, `还有${found.files - found.checked}个文件没有核对`);
  return found.differences.length > 0 ? 1 : 0;
};

const exportPackages = async (args: ArchiveArguments, signal: AbortSignal): Promise<number> => {
  const archive = await folderOf(args);
  const target = resolve(args.output ?? join(dirname(archive), `${basename(archive)}-导出`));
  await checkExportTarget(target, archive);
  const folder = new ArchiveFolder(archive);
  const wanted = args.paths.slice(1);
  const listing = wanted.length > 0 ? { files: wanted, unread: [] } : await folder.listing();
  const { files } = listing;
  const { exportPackage } = await import('../archive/export-package.ts');
  const { count, clear } = countOn(args, '正在导出');
  const written: string[] = [];
  const problems: string[] = [];
  let done = 0;
  for (const file of files) {
    if (signal.aborted) break;
    try {
      const outcome = await exportPackage(folder.place(file), file, target, args.overwrite);
      if (outcome.kind === 'written') written.push(outcome.name);
      else problems.push(`${phraseOf(outcome.message)}，请移开它、换一个文件夹，或加 --overwrite。`);
    } catch (error) {
      problems.push(sentenceOf(error, '存不下', file));
    }
    count(++done, files.length);
    // A turn of the loop, so that Ctrl+C is heard.
    await new Promise((done) => setImmediate(done));
  }
  clear();
  problems.push(...listing.unread.map(({ message }) => message));
  if (args.isJson) args.terminal.json({ folder: target, written, problems, cancelled: signal.aborted });
  else {
    for (const problem of problems) args.terminal.out(problem);
    args.terminal.out(`导出了 ${written.length} 期，在 ${target}；没有导出的 ${problems.length} 期。`);
  }
  if (signal.aborted) return cancelled(args, signal, '已导出的都是完整的');
  return problems.length > 0 ? 1 : 0;
};

const importIssues = async (args: ArchiveArguments, signal: AbortSignal): Promise<number> => {
  if (args.paths.length === 0) throw new UsageError('archive import 后请写要导入的文字稿或 PDF。');
  if (args.archive === null) throw new UsageError('请用 --archive 指明归档文件夹。');
  const archive = resolve(args.archive);
  const [{ importOldIssue }, { loadFontSet }] = await Promise.all([
    import('../archive/import-old-issue.ts'),
    import('../fonts/font-files.ts'),
  ]);
  const fonts = loadFontSet();
  const { count, clear } = countOn(args, '正在导入');
  const imported: Awaited<ReturnType<typeof importOldIssue>>[] = [];
  const problems: string[] = [];
  for (const path of args.paths) {
    if (signal.aborted) break;
    try {
      imported.push(await importOldIssue(path, archive, fonts, args.publication, signal));
    } catch (error) {
      // Given up for the cancelling, not for a fault of its own.
      if (signal.aborted) break;
      problems.push(sentenceOf(error, '打不开', path));
    }
    count(imported.length + problems.length, args.paths.length);
    await new Promise((done) => setImmediate(done));
  }
  clear();
  const report = { archive, imported, problems, cancelled: signal.aborted };
  if (args.report !== null) await writeWhole(args.report, `${JSON.stringify(report, null, 2)}\n`);
  if (args.isJson) args.terminal.json(report);
  else {
    for (const { source, file, uncertain } of imported) {
      args.terminal.out(
        `${basename(source)} → ${file}${uncertain.length === 0 ? '' : `，${uncertain.length} 处待核对`}`,
      );
      for (const sentence of uncertain) args.terminal.out(`  ${sentence}`);
    }
    for (const problem of problems) args.terminal.out(problem);
  }
  if (signal.aborted) return cancelled(args, signal, '已导入的都已写好');
  return problems.length > 0 ? 1 : 0;
};

/** What one file of a batch is at fault with; what is no fault of a file or of the disk is thrown on. */
const sentenceOf = (error: unknown, verb: '打不开' | '存不下', path: string): string => {
  if (error instanceof Fault) return error.message;
  if (codeOf(error) === '') throw error;
  return diskFault(verb, path, error).message;
};
