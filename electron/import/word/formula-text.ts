/**
 * A formula (OMML, ECMA-376 22.1) on one line: S=πr² as S=πr<sup>2</sup>, fractions with a stroke, roots with a sign.
 * For an editor to look at: what stands above one another on paper cannot stand so in a line of text.
 */
import { grouped } from './equation-field.ts';
import { childOf, childrenOf, isElement, propertyOf, textOf, type XmlElement } from './xml-tree.ts';

const all = (element: XmlElement | undefined): string => {
  const parts = (element?.children ?? [])
    .filter(isElement)
    .map((child) => ({ isFraction: child.name === 'm:f', text: formulaText(child) }))
    .filter(({ text }) => text !== '');
  return parts
    .map(({ isFraction, text }, i) => {
      /* On one line a stroke takes in what follows it: the fraction times x is (a/b)x. */
      const isFactor =
        FACTOR_BEFORE.test(parts[i - 1]?.text ?? '') || FACTOR_AFTER.test(parts[i + 1]?.text ?? '');
      return isFraction && isFactor ? `(${text})` : text;
    })
    .join('');
};

/** Ends, or begins, with what is multiplied when it stands beside another. */
const FACTOR_BEFORE = /[\p{L}\p{N})>]$/u;
const FACTOR_AFTER = /^[\p{L}\p{N}(√]/u;

/** What a power or an index belongs to. */
const base = (element: XmlElement): string => {
  const text = part(element, 'm:e');
  const inner = childOf(element, 'm:e');
  return inner !== undefined && childOf(inner, 'm:f') !== undefined ? `(${text})` : text;
};

const part = (element: XmlElement, name: string): string => all(childOf(element, name));

const sup = (text: string): string => (text.trim() === '' ? '' : `<sup>${text}</sup>`);
const sub = (text: string): string => (text.trim() === '' ? '' : `<sub>${text}</sub>`);

/** Marks within marks cannot be set: the inner ones become signs. */
const flat = (text: string): string =>
  text
    .replaceAll('<sup>', '^')
    .replaceAll('<sub>', '_')
    .replace(/<\/su[bp]>/g, '');

const property = (element: XmlElement, name: string): string | undefined =>
  propertyOf(childOf(element, `${element.name}Pr`), name);

export const formulaText = (element: XmlElement): string => {
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      /* Letters of formulas' own alphabets, which no newspaper face has. */
      return textOf(element).replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize('NFKC'));
    case 'm:f':
      return `${grouped(part(element, 'm:num'))}/${grouped(part(element, 'm:den'))}`;
    case 'm:sSup':
      return base(element) + sup(flat(part(element, 'm:sup')));
    case 'm:sSub':
      return base(element) + sub(flat(part(element, 'm:sub')));
    case 'm:sSubSup':
      return base(element) + sub(flat(part(element, 'm:sub'))) + sup(flat(part(element, 'm:sup')));
    case 'm:sPre':
      return sub(flat(part(element, 'm:sub'))) + sup(flat(part(element, 'm:sup'))) + part(element, 'm:e');
    case 'm:rad':
      return `${sup(flat(part(element, 'm:deg')))}√${grouped(part(element, 'm:e'))}`;
    case 'm:nary':
      return (
        (property(element, 'm:chr') ?? '∫') +
        sub(flat(part(element, 'm:sub'))) +
        sup(flat(part(element, 'm:sup'))) +
        part(element, 'm:e')
      );
    case 'm:d': {
      const inner = childrenOf(element, 'm:e')
        .map(all)
        .join(property(element, 'm:sepChr') ?? '|');
      return (property(element, 'm:begChr') ?? '(') + inner + (property(element, 'm:endChr') ?? ')');
    }
    case 'm:limLow':
      return part(element, 'm:e') + sub(flat(part(element, 'm:lim')));
    case 'm:limUpp':
      return part(element, 'm:e') + sup(flat(part(element, 'm:lim')));
    case 'm:m':
      return childrenOf(element, 'm:mr')
        .map((row) => childrenOf(row, 'm:e').map(all).join(' '))
        .join('；');
    case 'm:eqArr':
      return childrenOf(element, 'm:e').map(all).join('；');
    case 'm:acc':
    case 'm:groupChr':
      return part(element, 'm:e') + (property(element, 'm:chr') ?? '');
    case 'w:del':
    case 'w:moveFrom':
      return '';
    default:
      return all(element);
  }
};
