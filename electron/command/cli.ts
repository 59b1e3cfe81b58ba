/**
 * The command line. Verbs and options are stable: scripts depend on them. Exit codes: 0 done, 1 the input is at
 * fault, 2 wrong usage. Messages are one sentence in Chinese, never a stack trace.
 */

import { parseArgs } from 'node:util';
import { Fault } from '../../core/fault.ts';
import { FORMAT_IDS, type FormatId } from '../../core/publication/publication.ts';
import { UsageError } from '../base/input-error.ts';
import { listening } from '../base/interruption.ts';
import { noProgress, progressTo } from '../base/progress.ts';
import { parseFaceOptions } from './face-options.ts';
import { Terminal, type TerminalStreams } from './terminal.ts';

const HELP = `组版 zuban：从稿件到印刷版面

用法
  zuban import 文件… -o 期刊.zuban [--publication 刊物] [--report 报告.json]
      把纯文本、Markdown（UTF-8、UTF-16、GBK）或 Word（.docx、.doc）稿件编成一期。
  zuban export 期刊.zuban|稿件… [--format 对开|四开|八开|A3]
      [--pdf 文件.pdf] [--png 前缀] [--dpi 150] [--svg 前缀] [--dump 文件.txt] [--report 报告.json]
      [--fonts 文件夹] [--face 位置=字体名]… [--anew] [--strict]
      排版并输出。PNG 由 PDF 渲染而成，每版一个文件。付印后没有改动的一期给出付印时的版面。
      余文、重叠、缺字、缺图、报头版记空项、版面大片空白，逐条列在标准错误输出的末尾；文件照样写出。
  zuban rescue 期刊.zuban -o 新名.zuban
      从打不开的期文件里取出完好的部分，另存为新的文件，并列出没有取出的；原文件不改动。
  zuban new --from 旧期.zuban --date 日期 [-o 期刊.zuban] [--archive 文件夹] [--json]
      以旧期为底建新的一期：版面、版名、人员和固定栏目保留，稿件不带；期号、总期号接着归档编。
  zuban archive index 文件夹 [--json]
      更新归档的索引。索引只是缓存，可以删去重建。
  zuban archive list 文件夹 [--json]
      列出各期。
  zuban archive search 文件夹 词… [--publication 刊物] [--year 年] [--since 日期] [--until 日期]
      [--person 姓名] [--column 版名] [--kind 文章|简讯|导读|启事] [--page 页] [--json]
      全文检索；几个词须同时出现，引号里的作为一个词组。
  zuban archive verify 文件夹 [--json]
      重算每个文件的校验值，核对期号、总期号、农历和印样；有出入时退出码为1，附注不算。
  zuban archive export 文件夹 [期…] [-o 文件夹] [--overwrite] [--json]
      导出长期保存的包：期文件、PDF、纯文本和校验清单。同一期以前导出的包会更新；别的同名文件不覆盖，
      加 --overwrite 才覆盖。有一期没有导出时退出码为1，其余照样导出。
  zuban archive import 文件… --archive 文件夹 [--publication 刊物] [--report 报告.json] [--json]
      把旧报的文字稿或带文字层的 PDF 成批编成期文件，拿不准的逐条列出。
  zuban --help        显示本说明
  zuban --version     显示版本

选项
  --publication ID    刊物标识，如 shangjie-shibao（上街时报）；不写则自动识别
  --format 开本       对开、四开、八开、A3；不写则用本期原有开本
  --dpi N             PNG 的分辨率，36–1200，默认 150
  --fonts DIR         自己的字体文件夹（.ttf .otf .ttc），用于标题和报头；许可须允许嵌入
  --face 位置=字体名  本次输出用的字体，可写几次；位置：headline 主题、kicker 引题、deck 副题、
                      nameplate 报头；字体名：家族名、全名、文件名，或自带的字体名
  --anew              付印过的一期也重新排版
  --strict            上面列出的有一条，退出码就为1（文件照样写出）
  --json              结果以 JSON 写到标准输出
  --quiet             不显示进度

退出码：0 完成；1 输入有误或核对有出入；2 用法有误；130 按 Ctrl+C 取消；143 被系统结束；129 终端已关。
`;

const DPI = { least: 36, most: 1200, usual: 150 };

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        publication: { type: 'string' },
        report: { type: 'string' },
        format: { type: 'string' },
        pdf: { type: 'string' },
        png: { type: 'string' },
        svg: { type: 'string' },
        dump: { type: 'string' },
        dpi: { type: 'string' },
        fonts: { type: 'string' },
        face: { type: 'string', multiple: true },
        from: { type: 'string' },
        date: { type: 'string' },
        archive: { type: 'string' },
        year: { type: 'string' },
        since: { type: 'string' },
        until: { type: 'string' },
        person: { type: 'string' },
        column: { type: 'string' },
        kind: { type: 'string' },
        page: { type: 'string' },
        anew: { type: 'boolean', default: false },
        overwrite: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const option = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new UsageError(
      option ? `命令行选项 ${option} 有误，请看 zuban --help。` : '命令行有误，请看 zuban --help。',
    );
  }
};

const IMPORT_OPTIONS = ['output', 'publication', 'report', 'quiet'];
const EXPORT_OPTIONS = [
  'publication',
  'report',
  'format',
  'pdf',
  'png',
  'svg',
  'dump',
  'dpi',
  'fonts',
  'face',
  'anew',
  'strict',
  'quiet',
];

const RESCUE_OPTIONS = ['output', 'quiet'];
const NEW_OPTIONS = ['from', 'date', 'output', 'archive', 'json', 'quiet'];
/** Of each verb of `archive`. */
const ARCHIVE_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  index: [],
  list: [],
  search: ['publication', 'year', 'since', 'until', 'person', 'column', 'kind', 'page'],
  verify: [],
  export: ['output', 'overwrite'],
  import: ['archive', 'publication', 'report'],
};

const onlyOptions = (
  values: Readonly<Record<string, unknown>>,
  allowed: readonly string[],
  verb: string,
): void => {
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== false && !allowed.includes(name))
      throw new UsageError(`${verb} 没有选项 --${name}，请看 zuban --help。`);
};

const parseFormat = (text: string | undefined): FormatId | null => {
  if (text === undefined) return null;
  const format = FORMAT_IDS.find((id) => id === text);
  if (!format) throw new UsageError(`没有开本“${text}”，可用：${FORMAT_IDS.join('、')}。`);
  return format;
};

const parseDpi = (text: string | undefined): number => {
  if (text === undefined) return DPI.usual;
  const dpi = Number(text);
  if (!Number.isFinite(dpi) || dpi < DPI.least || dpi > DPI.most)
    throw new UsageError(`--dpi 应为 ${DPI.least} 到 ${DPI.most} 之间的数，现为“${text}”。`);
  return dpi;
};

/**
 * Runs one command; resolves to the exit code. Never rejects for a fault of input or usage. Ends the process only
 * where the system or the keyboard asks for it.
 */
export const main = async (
  argv: readonly string[],
  version: string,
  streams: TerminalStreams = process,
): Promise<number> => {
  const terminal = new Terminal(streams);
  const end = (code: number): void => {
    if (!argv.includes('--quiet')) terminal.say('已取消；已经写好的文件都是完整的。');
    process.exit(code);
  };
  const code = await listening(end, () => run(argv, version, terminal));
  const fault = await terminal.closed();
  if (fault === null) return code;
  terminal.say(`结果没有全部写到标准输出（${fault}），请检查它通向的文件或磁盘后重试。`);
  return code === 0 ? 1 : code;
};

const run = async (argv: readonly string[], version: string, terminal: Terminal): Promise<number> => {
  try {
    const { values, positionals } = parse(argv);
    if (values.version) {
      terminal.out(version);
      return 0;
    }
    if (values.help) {
      terminal.text(HELP);
      return 0;
    }
    const [verb, ...paths] = positionals;
    const progress = values.quiet ? noProgress : progressTo(terminal.say, () => performance.now());
    const say = (text: string) => {
      if (!values.quiet) terminal.say(text);
    };
    switch (verb) {
      case undefined:
        throw new UsageError('请给出命令：import、export、rescue、new 或 archive，用法见 zuban --help。');
      case 'import':
        onlyOptions(values, IMPORT_OPTIONS, 'import');
        if (paths.length === 0) throw new UsageError('import 后请写稿件文件名。');
        if (values.output === undefined) throw new UsageError('请用 -o 指明要保存的 .zuban 文件。');
        await (await import('./import-command.ts')).importCommand({
          paths,
          output: values.output,
          publication: values.publication ?? null,
          report: values.report ?? null,
          progress,
          say,
        });
        return 0;
      case 'export':
        onlyOptions(values, EXPORT_OPTIONS, 'export');
        if (paths.length === 0) throw new UsageError('export 后请写 .zuban 文件或稿件文件名。');
        return (await (
          await import('./export-command.ts')
        ).exportCommand({
          paths,
          publication: values.publication ?? null,
          format: parseFormat(values.format),
          pdf: values.pdf ?? null,
          png: values.png ?? null,
          dpi: parseDpi(values.dpi),
          svg: values.svg ?? null,
          dump: values.dump ?? null,
          report: values.report ?? null,
          fonts: values.fonts ?? null,
          faces: parseFaceOptions(values.face ?? []),
          anew: values.anew,
          strict: values.strict,
          progress,
          say,
        }))
          ? 0
          : 1;
      case 'rescue': {
        onlyOptions(values, RESCUE_OPTIONS, 'rescue');
        const [damaged, ...more] = paths;
        if (damaged === undefined || more.length > 0)
          throw new UsageError('rescue 后请写一个 .zuban 文件名。');
        if (values.output === undefined) throw new UsageError('请用 -o 指明要保存的 .zuban 文件。');
        await (await import('./rescue-command.ts')).rescueCommand({
          path: damaged,
          output: values.output,
          say,
        });
        return 0;
      }
      case 'new':
        onlyOptions(values, NEW_OPTIONS, 'new');
        if (values.from === undefined) throw new UsageError('请用 --from 指明以哪一期为底。');
        if (values.date === undefined) throw new UsageError('请用 --date 写明新一期的日期，如 2026-11-27。');
        if (paths.length > 0) throw new UsageError(`new 后不用再写文件名，现多出“${paths[0]}”。`);
        await (await import('./new-command.ts')).newCommand({
          from: values.from,
          date: values.date,
          output: values.output ?? null,
          archive: values.archive ?? null,
          json: values.json ? terminal.json : null,
          say,
        });
        return 0;
      case 'archive': {
        const options = ARCHIVE_OPTIONS[paths[0] ?? ''] ?? [];
        onlyOptions(values, [...options, 'json', 'quiet'], `archive ${paths[0] ?? ''}`.trim());
        return await (await import('./archive-command.ts')).archiveCommand({
          paths,
          isJson: values.json,
          output: values.output ?? null,
          archive: values.archive ?? null,
          report: values.report ?? null,
          publication: values.publication ?? null,
          year: values.year ?? null,
          since: values.since ?? null,
          until: values.until ?? null,
          person: values.person ?? null,
          column: values.column ?? null,
          kind: values.kind ?? null,
          page: values.page ?? null,
          overwrite: values.overwrite,
          quiet: values.quiet,
          terminal,
        });
      }
      default:
        throw new UsageError(
          `没有命令“${verb}”，可用：import、export、rescue、new、archive；用法见 zuban --help。`,
        );
    }
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.say(error.message);
      return 2;
    }
    if (error instanceof Fault && error.code !== 'program') {
      terminal.say(error.message);
      return 1;
    }
    /* A programmer's error: say so without a trace; ZUBAN_TRACE shows it to whoever mends it. */
    if (process.env.ZUBAN_TRACE) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    terminal.say(`程序内部出错，未写出结果（${cause}）；请把稿件和这句话交给维护人员。`);
    return 1;
  }
};
