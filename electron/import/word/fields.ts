/**
 * Fields of a Word document: an instruction, and the result that Word has kept of it. Results are copy; where there is
 * none, the instruction may hold the characters itself.
 */
import { readEquation } from './equation-field.ts';
import { symbolOf } from './symbols.ts';
import { childOf, childrenOf, descendantsOf, propertyOf, type XmlElement } from './xml-tree.ts';

export interface OpenField {
  part: 'instruction' | 'result';
  instruction: string;
  /** Text has come out of it. */
  shown: boolean;
  /** Text that stood in its instruction. */
  swallowed: string;
  /** What a form's field shows without a result. */
  readonly form: string;
  /** The nearest field around it whose instruction it stands in. */
  readonly within: OpenField | null;
}

/** The field whose instruction is being read; null in copy. */
export const openInstruction = (fields: readonly OpenField[]): OpenField | null => {
  const last = fields.at(-1);
  return last?.part === 'instruction' ? last : (last?.within ?? null);
};

export const openField = (begin: XmlElement | null, fields: readonly OpenField[]): OpenField => ({
  within: openInstruction(fields),
  part: 'instruction',
  instruction: '',
  shown: false,
  swallowed: '',
  form: begin ? formText(childOf(begin, 'w:ffData')) : '',
});

const formText = (data: XmlElement | undefined): string => {
  if (!data) return '';
  const box = childOf(data, 'w:checkBox');
  if (box) {
    const on = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
    const checked = on !== undefined && !['0', 'false', 'off'].includes(on.attributes.val ?? '1');
    return checked ? '☑' : '□';
  }
  const list = childOf(data, 'w:ddList');
  if (list) {
    const entries = childrenOf(list, 'w:listEntry').map(({ attributes }) => attributes.val ?? '');
    return entries[Number(propertyOf(list, 'w:result') ?? propertyOf(list, 'w:default') ?? 0)] ?? '';
  }
  return descendantsOf(data, 'w:default')[0]?.attributes.val ?? '';
};

export interface FieldText {
  /** With <sup> and <sub>. */
  readonly text: string;
  readonly readings: readonly { readonly base: string; readonly reading: string }[];
  /** `look`: an editor should look at it; `lost`: it showed something that is not known. */
  readonly doubt: 'equation' | 'lost' | null;
}

/** Fields that show nothing: marks for indexes and tables, variables, places. */
const SILENT =
  /^(?:XE|TC|TA|RD|SET|ASK|FILLIN|PRIVATE|ADVANCE|INDEX|TOC|TOA|BIBLIOGRAPHY|PAGEREF|HYPERLINK|BOOKMARK|NEXT|NEXTIF|SKIPIF|ADDIN|CONTROL|HTMLCONTROL|SHAPE|EMBED|LINK|INCLUDEPICTURE|IMPORT|COMMENTS?|IF)$/i;

/** What a field shows that keeps no result. */
export const textOfField = ({ instruction, form }: OpenField): FieldText => {
  const plain = (text: string): FieldText => ({ text, readings: [], doubt: null });
  const source = instruction.trim();
  const name = /^[^\s\\"]+/.exec(source)?.[0] ?? '';
  if (/^FORM/i.test(name)) return plain(form);
  if (name === '' || name === '=' || SILENT.test(name)) return plain('');
  if (/^EQ$/i.test(name)) {
    const { text, readings } = readEquation(source);
    const doubt = text === '' ? (/\\[a-z]+\s*\(/i.test(source) ? 'lost' : null) : 'equation';
    return { text, readings, doubt: readings.length > 0 && doubt === 'equation' ? null : doubt };
  }
  if (/^SYMBOL$/i.test(name)) {
    const code = /^\S+\s+(0x[\da-f]+|\d+)/i.exec(source)?.[1];
    const font = /\\f\s*(?:"([^"]*)"|(\S+))/i.exec(source);
    const symbol = code === undefined ? null : symbolOf(font?.[1] ?? font?.[2] ?? '', Number(code));
    return symbol === null ? { text: '', readings: [], doubt: 'lost' } : plain(symbol);
  }
  if (/^(?:MACROBUTTON|GOTOBUTTON)$/i.test(name)) return plain(source.replace(/^\S+\s+\S+\s*/, ''));
  if (/^QUOTE$/i.test(name)) return plain(/"([^"]*)"/.exec(source)?.[1] ?? source.replace(/^\S+\s*/, ''));
  return { text: '', readings: [], doubt: 'lost' };
};
