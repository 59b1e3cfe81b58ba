/**
 * Bytes of a manuscript to text. Chinese offices send UTF-8 with and without BOM, UTF-16 from old Windows programs,
 * and GBK or its superset GB18030. Method: a BOM decides; else NULs at every second byte tell UTF-16; else valid
 * UTF-8; else UTF-8 with parts of GBK in it; else GB18030; else UTF-8 with a few damaged bytes, which are replaced and reported by the import. What is
 * none of these is refused with one clear sentence. Takes bytes only: the caller reads the file.
 */
import { ManuscriptError } from '../../core/manuscript/manuscript-error.ts';
import { type MixedText, readMixed } from './mixed-encoding.ts';

export type TextEncodingName = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
  /** Places that no character could be read from; each is one U+FFFD in the text. */
  readonly unreadable: number;
  /** Parts of another encoding within UTF-8, which were read as GBK. */
  readonly joined?: MixedText['parts'];
}

/** Largest manuscript in bytes: a year of a weekly's copy. Larger files are pictures, books or mistakes. */
export const LARGEST_MANUSCRIPT = 5 * 1024 * 1024;

/** Throws ManuscriptError where the file is empty or too large: to be asked before the file is read. */
export const checkManuscriptSize = (file: string, bytes: number): void => {
  if (bytes === 0) throw new ManuscriptError(file, '文件是空的，请换一份有内容的稿件。');
  if (bytes > LARGEST_MANUSCRIPT)
    throw new ManuscriptError(
      file,
      `文件有${(bytes / 1024 / 1024).toFixed(1)}MB，超过了5MB的上限，请拆成几份再导入。`,
    );
};

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|[\r\n]/).length;

/** UTF-16 without BOM: Chinese text has ASCII line ends and punctuation, whose high bytes are 0. */
const utf16WithoutBom = (bytes: Uint8Array): TextEncodingName | null => {
  if (bytes.length % 2 !== 0) return null;
  const seen = Math.min(bytes.length, 4096);
  const score = { even: 0, odd: 0, likeLE: 0, likeBE: 0 };
  for (let i = 0; i + 1 < seen; i += 2) {
    const [first, second] = [bytes[i]!, bytes[i + 1]!];
    if (first === 0) score.even++;
    if (second === 0) score.odd++;
    // High bytes of Han and of Chinese punctuation.
    const han = (high: number): boolean => (high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0xff;
    if (han(second) || second === 0) score.likeLE++;
    if (han(first) || first === 0) score.likeBE++;
  }
  if (score.even === 0 && score.odd === 0) return null;
  const units = seen / 2;
  if (score.odd > score.even && score.likeLE > units * 0.9) return 'UTF-16LE';
  if (score.even > score.odd && score.likeBE > units * 0.9) return 'UTF-16BE';
  return null;
};

const tryStrict = (label: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const decodeUtf16 = (bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): DecodedText => {
  // Lone surrogates come out as U+FFFD.
  const text = new TextDecoder(encoding === 'UTF-16LE' ? 'utf-16le' : 'utf-16be').decode(bytes);
  return { text, encoding, unreadable: countOf(text, /\ufffd/g) };
};

/** Share of unreadable places up to which damaged UTF-8 is still read. */
const DAMAGE_ALLOWED = 0.01;

const decode = (file: string, bytes: Uint8Array): DecodedText => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'UTF-16LE');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'UTF-16BE');
  const wide = utf16WithoutBom(bytes);
  if (wide === 'UTF-16LE' || wide === 'UTF-16BE') return decodeUtf16(bytes, wide);
  const strict = tryStrict('utf-8', bytes);
  if (strict !== null) return { text: strict, encoding: 'UTF-8', unreadable: 0 };
  const mixed = readMixed(bytes);
  if (mixed) {
    const { text, parts } = mixed;
    return { text, encoding: 'UTF-8', unreadable: countOf(text, /\ufffd/g), joined: parts };
  }
  const damaged = new TextDecoder('utf-8').decode(bytes);
  const unreadable = countOf(damaged, /\ufffd+/g);
  const han = countOf(damaged, /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g);
  const damagedIsPlausible = unreadable <= Math.max(1, han * DAMAGE_ALLOWED) && han >= 4;
  if (damagedIsPlausible) return { text: damaged, encoding: 'UTF-8', unreadable };
  const chinese = tryStrict('gb18030', bytes);
  // Latin-1 or binary read as GB18030 gives characters, but hardly any of everyday Chinese.
  if (chinese !== null) {
    const others = countOf(chinese, /[^\u0000-\u007f\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g);
    const common = countOf(chinese, /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g);
    if (common > others * 4) return { text: chinese, encoding: 'GB18030', unreadable: 0 };
  }
  const at = damaged.indexOf('\ufffd');
  throw new ManuscriptError(
    file,
    '读不出文字，它既不是UTF-8、UTF-16，也不是GBK编码，请另存为UTF-8文本再导入。',
    at < 0 ? null : lineOf(damaged, at),
  );
};

/** Controls that text does not hold; a few are dust, many are a binary file. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
const CONTROLS_ALLOWED = 0.01;

/** Magic numbers of what is sent by mistake most often: the message can then say what to do. */
const binaryKind = (bytes: Uint8Array): string | null => {
  const starts = (...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'Word文档或压缩包';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return '旧版Word文档';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'PDF';
  if (starts(0xff, 0xd8, 0xff) || starts(0x89, 0x50, 0x4e, 0x47) || starts(0x47, 0x49, 0x46, 0x38))
    return '图片';
  return null;
};

/** The text of a manuscript. Throws ManuscriptError with the file's name and the cause in Chinese. */
export const decodeText = (file: string, bytes: Uint8Array): DecodedText => {
  checkManuscriptSize(file, bytes.length);
  const kind = binaryKind(bytes);
  if (kind) throw new ManuscriptError(file, `这是${kind}，不是文本，请把稿件另存为文本（.txt或.md）再导入。`);
  const decoded = decode(file, bytes);
  const controls = countOf(decoded.text, CONTROLS);
  const nul = decoded.text.indexOf('\u0000');
  if (controls > decoded.text.length * CONTROLS_ALLOWED || nul >= 0) {
    const at = nul >= 0 ? nul : decoded.text.search(CONTROLS);
    throw new ManuscriptError(
      file,
      '含有文本里不会有的控制字符，看来不是文本文件，请检查。',
      lineOf(decoded.text, at),
    );
  }
  if (decoded.text.trim() === '') throw new ManuscriptError(file, '文件里没有文字，请换一份有内容的稿件。');
  if (decoded.unreadable > Math.max(1, decoded.text.length * DAMAGE_ALLOWED))
    throw new ManuscriptError(
      file,
      '读不出的字太多，文件可能已损坏，请重新导出稿件。',
      lineOf(decoded.text, decoded.text.indexOf('\ufffd')),
    );
  return decoded;
};
