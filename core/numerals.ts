/** Chinese numerals of page numbers: 一, 二, … 十, 十一, … 九十九; Arabic from 100 on. Throws on what is no page number. */
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

export const chineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 1) throw new Error(`no page number: ${value}`);
  if (value > 99) return String(value);
  const tens = Math.floor(value / 10);
  return (tens > 1 ? DIGITS[tens]! : '') + (tens > 0 ? '十' : '') + DIGITS[value % 10]!;
};
