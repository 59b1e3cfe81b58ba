/**
 * Whether a text stops in mid-sentence, or only ends without a stop as much ordinary copy does: a signature, a date, a
 * telephone number, an address, a verse, a row of a table. Told by its last clause: running text whose clause neither
 * ends nor has a form of its own is cut. Limits: a cut just after a bracket or a quotation is taken for an end.
 */
import { isOrganiserLine } from './organisers.ts';

/** Bold marks and tags of Markdown are no text. */
const bare = (text: string): string => text.replace(/\*\*|<\/?[a-z]{1,6}>/gu, '').trimEnd();

const PROMISES = /[，、；：,;:“‘（《〈「『【([]$/;
/** A stop, an ellipsis, a dash, a closing mark: whatever stands before it, somebody ended it so. */
const CLOSED = /[。！？…—～~.!?”’』」》〉】）)\]］}]$/;
/** Only words and figures can be cut. */
const CUTTABLE = /[\p{Script=Han}\p{Script=Latin}\p{N}%％‰℃]$/u;

/**
 * Han by code units. As `\p{Script=Han}` in expressions with the u flag it is a class of some fifty ranges and pairs,
 * and V8 repeats it at each place: compiling these few forms would take longer than reading the manuscript.
 */
const HAN = '々〇㐀-䶿一-鿿豈-﫿\\ud840-\\udfff';
const LABELLED = new RegExp(
  String.raw`(?:^|[\s，；、。])[（【]?[${HAN}A-Za-z]{1,10}[】）]?[：:]\s*[^：:。！？]*$`,
);
const CONTACT =
  /(?:电话|手机|热线|传真|邮编|邮箱|网址|微信|公众号|地址|联系人|QQ|编辑|校对|审核|供稿|整理|摄影|来源)[^。！？，]{0,40}$/i;
const ADDRESS_OF_NET = /(?:https?:\/\/|www\.|@)[\x21-\x7e]*$/iu;
const FIGURES =
  /(?:^|[^\d])(?:\d[\d\-—–/.:：+ ]{5,}\d|\d{1,4}[年./-]\d{1,2}[月./-]\d{1,2}日?|\d{1,2}[:：]\d{2})$/;
const DATE =
  /(?:\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|[〇○零一二三四五六七八九十]{1,4}月[一二三四五六七八九十]{1,3}日)(?:[上下]午|晚)?$/;
const HOUSE_NUMBER = new RegExp(
  String.raw`\d+(?:号楼|号院|号|弄|栋|幢|单元|层|楼|室|厅)(?:[${HAN}A-Z]{0,8}(?:楼|室|厅|店|院|处|旁|侧|门口|对面))?$`,
);
/** A sum, a range of per cent: 合计21元, 50%～60%. */
const SUM = new RegExp(
  String.raw`(?:(?:合计|共计|总计|小计|总价)[^，。]{0,8}\d[\d.,]*[${HAN}]{1,3}|\d[\d.]*[%％‰℃]?\s*[～~—–-]+\s*\d[\d.]*(?:[%％‰℃]|[${HAN}]{1,2}))$`,
);
/** Of a weather report. */
const WEATHER = /(?:温[^，。]{0,8}\d(?:℃|°C|度)|风[^，。]{0,8}\d级)$/;
const OFFICE = new RegExp(
  String.raw`^[${HAN}（）()\s]{2,30}(?:街道|办事处|社区|[县市区乡镇村]|[委办局部院处室科所站队团会社校馆台厂店]|中心|公司|集团|政府|银行|学校|大学|中学|小学|小组)(?:宣)?$`,
);
const FORMULA = new RegExp(
  String.raw`(?:特此(?:公告|通知|通告|声明|启事|函告|说明|报告|致谢|鸣谢|公示)|此致|敬礼|谢谢(?:大家|您|你们)?|全文完|未完待续|敬请(?:期待|关注|留意|周知|谅解)|欢迎[^，。]{2,14}|祝[^，。]{2,14}|(?:阖家|全家)[幸安欢团]\S|万事[如顺]意|(?:身体|生活|新年|新春|节日|工作|学习)[健安幸快愉顺进][康福乐快利步]|为盼|为荷|此复|共勉|(?:^|\s)[${HAN}]{2,4}\s*摄(?:影)?)$`,
);
const LIST_MARK =
  /^(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．]|[①-⑳]|第[一二三四五六七八九十\d]{1,3}[条项名组])/;
/** Items in running words: 一是…；二是…, 首先…；. */
const SPOKEN_MARK =
  /^(?:[一二三四五六七八九十]{1,2}(?:是|要)|其[一二三四五六]|首先|其次|再次|最后|第[一二三四五六七八九十]，)/;

/** An item of a list or the lines of one, by its number. */
const isListed = (text: string): boolean => LIST_MARK.test(text) || SPOKEN_MARK.test(text);

/**
 * Whether the text may end as it does because `after` follows: a colon leads to what follows, a semicolon or comma to
 * the next item of a list.
 */
export const leadsOn = (before: string, after: string): boolean => {
  const end = before.at(-1);
  if (end === '：' || end === ':') return true;
  if (end === '；' || end === ';') return isListed(before) || isListed(after);
  return (end === '，' || end === '、') && isListed(before) && isListed(after);
};

/** Columns of a row, or names that are spaced out. */
const COLUMNS = new RegExp(
  String.raw`\S[\u3000\t]+\S.*[\u3000\t]|\t|[|｜]|\u3000{2,}|\u3000[\d￥¥.,%％]+[${HAN}]{0,3}$`,
);

/** A clause without a comma that is longer is running text all the same. */
const LONGEST_LINE = 30;
/** Shorter ones are verse, slogans, items. */
const SHORTEST_CUT = 12;
const LONGEST_TAIL = 80;

/** Lines of one length, as verse has them. */
const isVerse = (text: string): boolean => {
  const lines = text.split(/[，。！？\u3000]/u).filter((line) => line !== '');
  const [first] = lines;
  return (
    first !== undefined &&
    lines.length > 1 &&
    first.length <= 8 &&
    lines.every((line) => line.length === first.length)
  );
};

/** Two lines of a verse or a pledge: as long as one another, without a mark. */
export const areVerseLines = (before: string, after: string): boolean =>
  before.length === after.length && before.length <= 20 && /^\p{Script=Han}+$/u.test(before + after);

/** Ends without a stop, but in a form of its own: a signature, a date, a number, an address, a formula. */
export const endsInForm = (source: string): boolean => {
  const text = bare(source);
  const tail = text.slice(-LONGEST_TAIL);
  const clause = tail.slice(Math.max(...[...'。！？…!?”'].map((stop) => tail.lastIndexOf(stop))) + 1).trim();
  if (!/\p{Script=Han}/u.test(text.slice(-LONGEST_LINE))) return true;
  return (
    [LABELLED, CONTACT, ADDRESS_OF_NET, FIGURES, DATE, HOUSE_NUMBER, SUM, WEATHER, FORMULA].some((form) =>
      form.test(clause),
    ) ||
    (clause.length <= LONGEST_LINE && !/[，、]/u.test(clause) && OFFICE.test(clause)) ||
    isVerse(text) ||
    isOrganiserLine(text) ||
    (!/[。！？]/u.test(text) && (LIST_MARK.test(text) || COLUMNS.test(text)))
  );
};

/** Words that nobody ends with, however short the line: 他说，明年还要. */
const DANGLING =
  /(?:[还将就都也又才]要|[们并还也]将|将把|要把|进一步|以及|并且|而且|但是|由于|因为|因此|为了|如果|不断|正在|必须|应当)$/u;
/** A quantity may be all that is left to say: 白菜每斤1元, 增长3.2%, 会期半天, 比分78比65. */
const QUANTITY = new RegExp(
  String.raw`(?:\d(?:[\d.,]*\d)?[多余]?(?:[万亿千百]?[${HAN}]{1,2}|[万亿]?平方米|个百分点|[%％‰℃])|\d比\d+|[一二两三四五六七八九十百千万亿半]+(?:元|块|度|级|斤|吨|亩|天|年|月|岁|人|名|户|个|米|里|成|倍|分|折|小时)|百分之[一二三四五六七八九十百]+)(?:左右|以上|以下|以内|上下)?$`,
  'u',
);
const WISH = /(?:^|[，。！])[^，。！]{0,12}?(?<![自志意情不])[祝愿](?!望)[^。！？]{2,40}$/u;
const CHEER = /(?:[会能]?更[加]?(?:美好|精彩|幸福|好)|加油|共同努力|[越更]来越好)$/u;
/** How a piece of advice begins. */
const ADVICE =
  /^(?:也|还|并)?(?:请|要|不|勿|莫|忌|宜|多|少|勤|慎|早|常|防|避免|注意|保持|切勿|切忌|切记|严禁|禁止|严防|远离|系好|关好|关闭|切断|做到|做好)/u;
const LONGEST_ADVICE = 8;

/** 多喝水，少熬夜，勤通风: short clauses, of which several tell somebody what to do. */
const isAdvice = (text: string): boolean => {
  const clauses = text.split(/[，、；]/u);
  const last = clauses.at(-1)!;
  return last.length <= LONGEST_ADVICE && clauses.filter((clause) => ADVICE.test(clause)).length >= 2;
};

/** Whole, though no form says so as clearly as a date or an address: a paragraph may still go on after it. */
const mayEndSo = (text: string): boolean => {
  const sentence = text.slice(Math.max(...[...'。！？!?'].map((stop) => text.lastIndexOf(stop))) + 1);
  return [QUANTITY, CHEER].some((form) => form.test(sentence)) || WISH.test(sentence) || isAdvice(sentence);
};

/** Stops in mid-sentence. Most texts end in a stop, and cost a look at their last character. */
export const isCutShort = (source: string): boolean => {
  const end = bare(source.slice(-LONGEST_TAIL)).slice(-2);
  if (CLOSED.test(end)) return false;
  const text = bare(source);
  if (DANGLING.test(text.slice(-LONGEST_TAIL))) return true;
  if (isVerse(text)) return false;
  if (PROMISES.test(end)) return true;
  if (!CUTTABLE.test(end) || endsInForm(text) || mayEndSo(text.slice(-LONGEST_TAIL))) return false;
  if (/[。！？]/u.test(text)) return true;
  return text.length > LONGEST_LINE || (text.length >= SHORTEST_CUT && text.includes('，'));
};
