/**
 * The fields of a page that are not a story's: what of the printed head, the folio and the imprint an editor points
 * at. Every item on the page that shows one says which (page-layout.ts), so a click on it leads to its edit.
 */

/** Every field with what an editor calls it. `date` is year and month, day, weekday and the Chinese calendar at once. */
export const PAGE_FIELD_NAMES = {
  nameplate: '报名',
  'english-line': '英文报名',
  publisher: '编印单位',
  permit: '准印证号',
  notice: '内部资料字样',
  hotline: '监督电话',
  number: '期号',
  'total-number': '总期号',
  date: '日期',
  ear: '报眼',
  'page-name': '版名',
  staff: '版面人员',
  imprint: '版记',
} as const;

export type PageField = keyof typeof PAGE_FIELD_NAMES;
