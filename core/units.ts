/**
 * Lengths. Everything inside the program is in points (1 pt = 1/72 inch, the PDF unit);
 * millimetres and 号 exist only at the edges: profiles and what people read.
 */

/** Points in a millimetre. */
export const PT_PER_MM = 72 / 25.4;

export const mm = (millimetres: number): number => millimetres * PT_PER_MM;
/**
 * 号 to points, the newspapers' table (docs/typesetting.md §5; 小初 30 is the newspapers' value, Word's is 36).
 */
export const HAO: Readonly<Record<string, number>> = {
  初号: 42,
  小初: 30,
  一号: 27.5,
  小一: 24,
  二号: 21,
  小二: 18,
  三号: 15.75,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.875,
  七号: 5.25,
};

/** The points of a 号. Throws on a name that the table lacks. */
export const hao = (name: string): number => {
  const points = HAO[name];
  if (points === undefined) throw new Error(`no such 号: ${name}`);
  return points;
};

/** The 号 of a size in points, or null where the table has none within 0.01 pt. */
export const haoOf = (points: number): string | null => {
  for (const [name, value] of Object.entries(HAO)) if (Math.abs(value - points) < 0.01) return name;
  return null;
};

/** The size that is `steps` of the 号 table larger (or smaller), the table's ends at most; between two sizes a step
 * goes to the next one. */
export const stepSize = (points: number, steps: number): number => {
  const scale = Object.values(HAO).sort((a, b) => a - b);
  const near = 0.01;
  let at = points;
  for (let left = Math.abs(steps); left > 0; left--) {
    const next =
      steps > 0 ? scale.find((size) => size > at + near) : scale.findLast((size) => size < at - near);
    if (next === undefined) return at;
    at = next;
  }
  return at;
};

/** What type may measure, points. */
export const SMALLEST_SIZE = 4;
export const LARGEST_SIZE = 400;

/** The 号 that a size is called by, '' where none is within a twentieth of a point. */
export const sizeName = (points: number): string => {
  let best = '';
  let distance = 0.05;
  for (const [name, value] of Object.entries(HAO)) {
    const own = Math.abs(value - points);
    /* Binary fractions: 9.05 is a little more than a twentieth away from 9. */
    if (own > distance + 1e-9) continue;
    best = name;
    distance = own;
  }
  return best;
};

/** A size as it is told to an editor: 小五（9 磅）, 11 磅. */
export const sizeText = (points: number): string => {
  const name = sizeName(points);
  const number = `${Math.round(points * 1000) / 1000} 磅`;
  return name === '' ? number : `${name}（${number}）`;
};

/** The points that an editor typed: 小五, 五号, 小五号, 10.5, 10.5pt, 10.5磅; null where it is no size that type may have. */
export const parseSize = (text: string): number | null => {
  const typed = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/．/g, '.')
    .replace(/\s/g, '');
  for (const name of [typed, typed.replace(/号$/, ''), `${typed}号`])
    if (Object.hasOwn(HAO, name)) return hao(name);
  const number = /^(\d{1,4}(?:\.\d{1,4})?)(?:pt|磅|点)?$/i.exec(typed)?.[1];
  const points = number === undefined ? Number.NaN : Number(number);
  return points >= SMALLEST_SIZE && points <= LARGEST_SIZE ? points : null;
};
