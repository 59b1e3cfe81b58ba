/** Where in an issue something stands, in words an editor knows: `stories 2 paragraphs 4 text` → 第3篇稿件第5段的文字. */
import { HEADLINE_NAME, IMPRINT_NAMES, PART_NAMES, STAFF_NAMES } from '../publication/part-names.ts';

const LISTS: Readonly<Record<string, (n: number) => string>> = {
  stories: (n) => `第${n}篇稿件`,
  paragraphs: (n) => `第${n}段`,
  pages: (n) => `第${n}版`,
  frames: (n) => `第${n}个版位`,
  pictures: (n) => `第${n}幅图片`,
  marks: (n) => `第${n}处字体标记`,
  formats: (n) => `第${n}种开本`,
  headlines: (n) => `第${n}档标题样式`,
  leadHeadlines: (n) => `第${n}档头条样式`,
  permit: (n) => `准印证第${n}行`,
  left: (n) => `左边第${n}行`,
  right: (n) => `右边第${n}行`,
};

const FIELDS: Readonly<Record<string, string>> = {
  publication: '刊物',
  format: '开本',
  masthead: '报头',
  imprint: '版记',
  stories: '稿件表',
  pages: '版面表',
  pictures: '图片表',
  frames: '版位表',
  paragraphs: '段落表',
  marks: '字体标记',
  formats: '开本表',
  permit: '准印证号',
  date: '日期',
  number: '期号',
  totalNumber: '总期号',
  kind: '种类',
  ...PART_NAMES,
  headline: HEADLINE_NAME,
  breaks: '断行处',
  text: '文字',
  refersTo: '导读版次',
  name: '名称',
  staff: '人员',
  ...STAFF_NAMES,
  ...IMPRINT_NAMES,
  box: '位置',
  column: '起栏',
  span: '栏数',
  line: '起行',
  lines: '行数',
  columns: '分栏数',
  headLines: '标题行数',
  next: '串接',
  border: '边框',
  nameplate: '报名',
  englishLine: '英文名',
  publisher: '出版单位',
  notice: '内部资料字样',
  hotline: '监督电话',
  nameplatePicture: '报头图片',
  ears: '报眼',
  stylebook: '样式表',
  role: '段落种类',
  width: '宽度',
  height: '高度',
  story: '所属稿件',
  picture: '图片',
  size: '字号',
  face: '字体',
  id: '标识',
};

/** A path as zod gives it; '' for the issue itself. A field without a Chinese name keeps its own, in quotes. */
export const placeName = (path: readonly PropertyKey[]): string => {
  let out = '';
  for (let i = 0; i < path.length; i++) {
    const key = String(path[i]);
    const index = path[i + 1];
    const list = LISTS[key];
    if (list && typeof index === 'number') {
      out += list(index + 1);
      i++;
      continue;
    }
    const field =
      FIELDS[key] ?? (typeof path[i] === 'number' ? `第${Number(key) + 1}项` : `“${key.slice(0, 40)}”`);
    out += out === '' ? field : `的${field}`;
  }
  return out;
};
