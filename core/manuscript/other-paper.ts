/**
 * Whether copy names another paper as its own than the house's: by its nameplate, its publisher or its permit, at the
 * head or the foot of a file. Copy that quotes or mentions a paper (摘自《…》, 据…报) does not: only a line of the masthead's
 * form counts. The house has one profile or several; a nameplate of any of them is no other paper's.
 */
import type { MastheadTemplate, Publication } from '../publication/publication.ts';
import type { FileReading } from './file-reading.ts';
import type { ReadFact } from './import-report.ts';
import type { SourceLine } from './source-lines.ts';

export interface OtherPaper {
  /** Its name, or the line that gives it away. */
  readonly name: string;
  readonly what: '报头' | '编印单位' | '刊号或准印证号';
  readonly file: string;
  readonly line: number;
}

/** Lines at a file's head and foot that a masthead or an imprint stands in. */
const EDGE = 12;

const PAPER = /^[\p{Script=Han}]{1,8}(?:日报|晚报|时报|晨报|早报|周报|商报|导报|快报|新报|都市报|晚讯|报)$/u;
/** 报 is also a report, a poster, a signal. */
const NO_PAPER =
  /(?:喜|捷|海|简|通|预|情|公|汇|举|申|警|战|壁|板|墙|剪|电|密|呈|年|月|季|画|填|上|回|善|恶|报|播|谎|虚|瞒|小|手抄|黑板|专)报$|(?:统计|工作|情况|督查|信息|天气).*报$/u;

const bare = (text: string): string => text.replace(/[\s《》#*·•]/gu, '');

/** A line that is nothing but the name of a paper. */
export const isPaperName = (text: string): boolean => {
  const name = bare(text);
  return PAPER.test(name) && !NO_PAPER.test(name);
};

const PUBLISHER =
  /^(?:(?:主管|主办|承办|编印|编辑出版|出版)(?:单位)?[：:]\s*)?(?<office>[\p{Script=Han}（）()]{2,30}(?:融媒体中心|传媒中心|新闻中心|宣传部|报社|新闻社|新闻宣传中心))\s*(?:主管|主办|承办|编印|编辑|出版|编)?$/u;
const PERMIT =
  /^[【[（(]?(?:[\p{Script=Han}]{2,4}省?(?:连续性)?内(?:资|部资料)|(?:国内统一(?:连续出版物|刊)号|准印证号?)[：:\s]|CN\s*\d{2}-\d{4}|【审)/u;
const PLACE = /(?:[\p{Script=Han}]{2,4}?)(?:省|自治区|市|县|区|旗)/gu;

/** Names of places in a line, without what kind they are: 郑州, 上街. */
const placesIn = (text: string): readonly string[] =>
  [...text.replace(/中共|共青团|国内/gu, '').matchAll(PLACE)].map(([place]) =>
    place.replace(/(?:省|自治区|市|县|区|旗)$/u, ''),
  );

const isElsewhere = (text: string, own: string): boolean => {
  const places = placesIn(text);
  return places.length > 0 && !places.some((place) => own.includes(place));
};

/** The signs of a permit: its province, whose 审, its number in the national register. */
const permitSigns = (text: string): readonly string[] =>
  [...bare(text).matchAll(/[\p{Script=Han}]{2,3}省|审[\p{Script=Han}]{1,4}连|CN\d{2}-\d{4}/gu)].map(
    ([sign]) => sign,
  );

const isOtherPermit = (text: string, { permit }: MastheadTemplate): boolean => {
  const signs = permitSigns(text);
  const own = bare(permit.join(''));
  return signs.length > 0 && signs.every((sign) => !own.includes(sign));
};

/** The first sign of another paper; null for none. `facts` are what the mastheads gave. */
export const otherPaper = (
  files: readonly FileReading[],
  facts: readonly ReadFact[],
  profile: Publication,
  publications: readonly Publication[],
): OtherPaper | null => {
  const known = publications.flatMap((p) => [bare(p.name), bare(p.masthead.nameplate)]);
  const own = [profile.name, profile.masthead.nameplate, profile.masthead.publisher].join(' ');
  const found = (what: OtherPaper['what'], at: ReadFact): OtherPaper => ({
    name: at.field === 'nameplate' ? bare(at.text) : at.text.trim(),
    what,
    file: at.file,
    line: at.line,
  });
  const nameplate = facts.find(({ field, text }) => field === 'nameplate' && !known.includes(bare(text)));
  if (nameplate) return found('报头', nameplate);
  const isOwn = facts.some(({ field }) => field === 'nameplate');
  // A paper may change its office and its permit: under its own nameplate they are its own.
  if (isOwn) return null;
  for (const fact of facts) {
    if (fact.field === 'publisher' && isElsewhere(fact.text, own)) return found('编印单位', fact);
    if (fact.field === 'permit' && isOtherPermit(fact.text, profile.masthead))
      return found('刊号或准印证号', fact);
  }
  for (const file of files)
    for (const line of edgesOf(file.lines)) {
      const text = line.text.trim();
      const office = PUBLISHER.exec(text)?.groups?.office;
      const at = { file: file.name, line: line.number };
      if (office !== undefined && isElsewhere(office, own)) return { name: office, what: '编印单位', ...at };
      if (text.length < 40 && PERMIT.test(text) && isOtherPermit(text, profile.masthead))
        return { name: text, what: '刊号或准印证号', ...at };
    }
  return null;
};

const edgesOf = (lines: readonly SourceLine[]): readonly SourceLine[] =>
  lines.length <= 2 * EDGE ? lines : [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];
