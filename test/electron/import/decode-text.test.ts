import { describe, expect, it } from 'vitest';
import { ManuscriptError } from '../../../core/manuscript/manuscript-error.ts';
import { checkManuscriptSize, decodeText, LARGEST_MANUSCRIPT } from '../../../electron/import/decode-text.ts';

const TEXT = '## 河岸添新绿\r\n\r\n3月12日，居民来到河岸植树。\n';
const utf8 = new TextEncoder().encode(TEXT);
const utf16 = (text: string, bigEndian = false): number[] =>
  [...text].flatMap((c) => {
    const code = c.charCodeAt(0);
    return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
/** 河岸添新绿，植树。 in GBK. */
const GBK = [
  0xba, 0xd3, 0xb0, 0xb6, 0xcc, 0xed, 0xd0, 0xc2, 0xc2, 0xcc, 0xa3, 0xac, 0xd6, 0xb2, 0xca, 0xf7, 0xa1, 0xa3,
];

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
const decode = (bytes: Iterable<number>) => decodeText('稿件.txt', Uint8Array.from(bytes));

describe('decoding of manuscripts', () => {
  it.each([
    ['UTF-8', utf8, 'UTF-8'],
    ['UTF-8 with BOM', [0xef, 0xbb, 0xbf, ...utf8], 'UTF-8'],
    ['UTF-16LE with BOM', [0xff, 0xfe, ...utf16(TEXT)], 'UTF-16LE'],
    ['UTF-16BE with BOM', [0xfe, 0xff, ...utf16(TEXT, true)], 'UTF-16BE'],
    ['UTF-16LE without BOM', utf16(TEXT), 'UTF-16LE'],
    ['UTF-16BE without BOM', utf16(TEXT, true), 'UTF-16BE'],
  ])('reads %s', (_name, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: TEXT, encoding, unreadable: 0 });
  });

  it('reads GBK, which Chinese offices still send', () => {
    expect(decode(GBK)).toEqual({ text: '河岸添新绿，植树。', encoding: 'GB18030', unreadable: 0 });
  });

  it('replaces a damaged byte in UTF-8 and lone surrogates in UTF-16, and counts them', () => {
    const damaged = [...utf8];
    damaged[damaged.length - 3] = 0xff;
    expect(decode(damaged).unreadable).toBeGreaterThan(0);
    const lone = decode([0xff, 0xfe, ...utf16(TEXT), 0x00, 0xd8]);
    expect(lone).toEqual({ text: `${TEXT}\ufffd`, encoding: 'UTF-16LE', unreadable: 1 });
  });

  it.each([
    ['within a line', [...bytesOf('望湖路完工，'), ...GBK], '望湖路完工，河岸添新绿，植树。', 1],
    [
      'on lines of their own',
      [...bytesOf('望湖路完工。\n\n'), ...GBK],
      '望湖路完工。\n\n河岸添新绿，植树。',
      3,
    ],
    [
      'before UTF-8',
      [...GBK, 0x0a, ...bytesOf('望湖路昨天完工。')],
      '河岸添新绿，植树。\n望湖路昨天完工。',
      1,
    ],
    [
      'between UTF-8',
      [...bytesOf('望湖路昨天完工。\n'), ...GBK, ...bytesOf('\n望湖路昨天完工。')],
      '望湖路昨天完工。\n河岸添新绿，植树。\n望湖路昨天完工。',
      2,
    ],
  ])('reads parts of GBK joined to UTF-8 %s, and says their line', (_name, bytes, text, line) => {
    expect(decode(bytes)).toEqual({
      text,
      encoding: 'UTF-8',
      unreadable: 0,
      joined: [{ line, text: '河岸添新绿，植树。' }],
    });
  });

  it('takes a cut character of UTF-8 for damage, and never for GBK', () => {
    const bytes = bytesOf('望湖路的改造工程昨天完工，路面拓宽到三十米。');
    for (const gone of [2, 31, 62]) {
      const { text, joined } = decode(bytes.filter((_, at) => at !== gone));
      expect(joined).toBeUndefined();
      expect(text).toContain('\ufffd');
    }
  });

  it.each([
    ['an empty file', [], '文件是空的'],
    ['blank space', [0x20, 0x0a], '没有文字'],
    ['NULs', [0x41, 0x00, 0x00, 0x00, 0x42, 0x0a, 0x43], '控制字符'],
    ['controls', Array.from({ length: 200 }, (_, i) => (i % 3 ? 0x41 : 0x01)), '控制字符'],
    ['noise', Array.from({ length: 997 }, (_, i) => 0x80 + ((i * i * 31 + i * 17) % 128)), '读不出文字'],
    ['a Word document', [0x50, 0x4b, 0x03, 0x04, 0x14], 'Word'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d], '图片'],
  ])('refuses %s with one sentence', (_name, bytes, cause) => {
    expect(() => decode(bytes)).toThrow(ManuscriptError);
    expect(() => decode(bytes)).toThrow(cause);
    expect(() => decode(bytes)).toThrow(/^稿件\.txt/);
  });

  it('refuses more than 5 MB before the file is read', () => {
    expect(() => checkManuscriptSize('大.txt', LARGEST_MANUSCRIPT)).not.toThrow();
    expect(() => checkManuscriptSize('大.txt', 50 * 1024 * 1024)).toThrow(
      '大.txt：文件有50.0MB，超过了5MB的上限',
    );
  });
});
