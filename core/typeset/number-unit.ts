/**
 * Problem: a number and its unit of measure are one thing to read (GB 3100, GB/T 15835), but a line may end at the
 * blank between them, at the 间隔号 of kW·h and after the stroke of 元/m².
 * Method: what stands on either side of the place is compared with a table of units; a number may end in 万 or 亿, or in
 * the power of 1.2×10⁴.
 * Limits: units of one to four letters that copy has; a word of the same letters, as the h of a name, counts as a unit.
 * Pure.
 */
import { isScriptForm } from '../issue/script-forms.ts';
import { CharClass, isWideDigit } from './char-class.ts';
import type { Classified } from './classify.ts';
import { type Clustered, SpaceAfter } from './cluster.ts';

/** With the multiples that copy has. */
const UNITS = new Set(
  (
    'km m dm cm mm um μm nm hm mu ha hm kg g mg t ug μg L l dL mL ml cL h min s ms d a W kW MW GW TW Wh kWh MWh GWh ' +
    'V kV mV A mA Ah mAh VA kVA MVA var kvar Mvar Hz kHz MHz GHz Pa kPa MPa hPa GPa mmHg N kN MN J kJ MJ GJ cal ' +
    'kcal eV keV MeV GeV K B KB MB GB TB PB kB bps kbps Mbps Gbps dB rpm r bar mol mmol μmol kmol ppm lx lm cd C F ' +
    'μF T mT Wb H mH Ω kΩ MΩ S Bq kBq Sv mSv μSv Gy rad'
  ).split(' '),
);

const isLetter = (c: number): boolean =>
  (c >= 0x41 && c <= 0x5a) ||
  (c >= 0x61 && c <= 0x7a) ||
  c === 0xb5 ||
  c === 0x3bc ||
  c === 0x3a9 ||
  c === 0x2126;

/** As the table has them: the micro sign and the ohm sign are typed as often as the letters. */
const letterOf = (c: number): string => (c === 0xb5 ? 'μ' : c === 0x2126 ? 'Ω' : String.fromCodePoint(c));

const wordBetween = ({ codePoints }: Classified, from: number, to: number): string => {
  let word = '';
  for (let i = from; i < to; i++) word += letterOf(codePoints[i]!);
  return word;
};

/** Whether the letters at the head of an atom are a unit: `km` of `km/h,`. */
const beginsWithUnit = (text: Classified, { start }: Clustered, a: number): boolean => {
  let end = start[a]!;
  while (end < start[a + 1]! && isLetter(text.codePoints[end]!)) end++;
  return UNITS.has(wordBetween(text, start[a]!, end));
};

/** Whether an atom ends with a unit: `18kW`, `m²`, `mg/m³`. */
const endsWithUnit = (text: Classified, { start }: Clustered, a: number): boolean => {
  const end = baseEnd(text, start[a]!, start[a + 1]!);
  let from = end;
  while (from > start[a]! && isLetter(text.codePoints[from - 1]!)) from--;
  return UNITS.has(wordBetween(text, from, end));
};

/** True for a superscript or subscript, whether marked or typed as ² or ₂. */
export const isRaised = ({ codePoints, scripts }: Classified, at: number): boolean =>
  scripts?.[at] ? true : isScriptForm(codePoints[at]!);

/** Before the superscripts at the end of an atom. */
const baseEnd = (text: Classified, from: number, to: number): number => {
  let end = to;
  while (end > from && isRaised(text, end - 1)) end--;
  return end;
};

/** 万 亿 千 百 */
const MULTIPLES = [0x4e07, 0x4ebf, 0x5343, 0x767e];

/** Whether a number ends at `end`, behind which there may be blanks: 12, 10⁴, 3万, 1.2亿. */
const endsWithNumber = (text: Classified, atoms: Clustered, a: number, end: number): boolean => {
  const { codePoints, classes } = text;
  const { start, lastClass, firstClass, spaceAfter } = atoms;
  if (lastClass[a] === CharClass.Digit || isWideDigit(codePoints[end - 1]!)) return true;
  if (MULTIPLES.includes(codePoints[end - 1]!))
    return a > 0 && lastClass[a - 1] === CharClass.Digit && spaceAfter[a - 1] === SpaceAfter.None;
  if (firstClass[a] !== CharClass.Digit) return false;
  const base = baseEnd(text, start[a]!, end);
  return base < end && classes[base - 1] === CharClass.Digit;
};

const SOLIDUS = 0x2f;

/**
 * True where a quantity is parted if the line ends after the atom `a`.
 *
 * @param end behind its last character, before the blanks
 */
export const partsQuantity = (text: Classified, atoms: Clustered, a: number, end: number): boolean => {
  const { firstClass, lastClass, spaceAfter } = atoms;
  if (firstClass[a + 1] !== CharClass.Latin) {
    /* The Han of km/小时. */
    const stroke = lastClass[a] === CharClass.Interpunct && text.codePoints[end - 1] === SOLIDUS;
    return stroke && spaceAfter[a] === SpaceAfter.None && a > 0 && endsWithUnit(text, atoms, a - 1);
  }
  if (lastClass[a] !== CharClass.Interpunct)
    return endsWithNumber(text, atoms, a, end) && beginsWithUnit(text, atoms, a + 1);
  if (spaceAfter[a] !== SpaceAfter.None || a === 0 || spaceAfter[a - 1] !== SpaceAfter.None) return false;
  /* 元/kg needs one unit; the 间隔号 joins names as well, so kW·h needs two. */
  return (
    beginsWithUnit(text, atoms, a + 1) &&
    (text.codePoints[end - 1] === SOLIDUS || endsWithUnit(text, atoms, a - 1))
  );
};
