/**
 * The command line. Verbs and options are stable: scripts depend on them. Exit codes: 0 done, 1 the input is at
 * fault, 2 wrong usage. Messages are one sentence in Chinese, never a stack trace.
 */
import { parseArgs } from 'node:util';
import { IssueFileError } from '../core/file/issue-file-error.ts';
import { ManuscriptError } from '../core/manuscript/manuscript-error.ts';
import { FORMAT_IDS, type FormatId } from '../core/publication/publication.ts';
import { parseFaceOptions } from './export/face-options.ts';
import { InputError, UsageError } from './input-error.ts';
import { noProgress, progressTo } from './progress.ts';

const HELP = `组版 zuban：从稿件到印刷版面

用法
  zuban import 文件… -o 期刊.zuban [--publication 刊物] [--report 报告.json]
      把纯文本或 Markdown 稿件（UTF-8、UTF-16、GBK）编成一期。
  zuban export 期刊.zuban|稿件… [--format 对开|四开|八开|A3]
      [--pdf 文件.pdf] [--png 前缀] [--dpi 150] [--svg 前缀] [--dump 文件.txt] [--report 报告.json]
      [--fonts 文件夹] [--face 位置=字体名]…
      排版并输出。PNG 由 PDF 渲染而成，每版一个文件。
  zuban --help        显示本说明
  zuban --version     显示版本

选项
  --publication ID    刊物标识，如 shangjie-shibao（上街时报）；不写则自动识别
  --format 开本       对开、四开、八开、A3；不写则用本期原有开本
  --dpi N             PNG 的分辨率，36–1200，默认 150
  --fonts DIR         自己的字体文件夹（.ttf .otf .ttc），用于标题和报头；许可须允许嵌入
  --face 位置=字体名  本次输出用的字体，可写几次；位置：headline 主题、kicker 引题、deck 副题、
                      nameplate 报头；字体名：家族名、全名、文件名，或自带的字体名
  --quiet             不显示进度

退出码：0 完成；1 输入有误；2 用法有误。
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
  'quiet',
];

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

/** Runs one command; resolves to the exit code. Never rejects for a fault of input or usage. */
export const main = async (argv: readonly string[], version: string): Promise<number> => {
  try {
    const { values, positionals } = parse(argv);
    if (values.version) {
      process.stdout.write(`${version}\n`);
      return 0;
    }
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    const [verb, ...paths] = positionals;
    const progress = values.quiet
      ? noProgress
      : progressTo(
          (text) => void process.stderr.write(text),
          () => performance.now(),
        );
    const say = (text: string) => {
      if (!values.quiet) process.stderr.write(`${text}\n`);
    };
    switch (verb) {
      case undefined:
        throw new UsageError('请给出命令：import 或 export，用法见 zuban --help。');
      case 'import':
        onlyOptions(values, IMPORT_OPTIONS, 'import');
        if (paths.length === 0) throw new UsageError('import 后请写稿件文件名。');
        if (values.output === undefined) throw new UsageError('请用 -o 指明要保存的 .zuban 文件。');
        await (await import('./import/import-command.ts')).importCommand({
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
        await (await import('./export/export-command.ts')).exportCommand({
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
          progress,
          say,
        });
        return 0;
      default:
        throw new UsageError(`没有命令“${verb}”，可用：import、export；用法见 zuban --help。`);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    if (error instanceof InputError || error instanceof ManuscriptError || error instanceof IssueFileError) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    /* A programmer's error: say so without a trace; ZUBAN_TRACE shows it to whoever mends it. */
    if (process.env.ZUBAN_TRACE) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    process.stderr.write(`程序内部出错，未写出结果（${cause}）；请把稿件和这句话交给维护人员。\n`);
    return 1;
  }
};
