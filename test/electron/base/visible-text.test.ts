import { describe, expect, it } from 'vitest';
import { visibleJson, visibleLine, visibleText } from '../../../electron/base/visible-text.ts';

describe('what a terminal would obey is shown instead', () => {
  const CASES: readonly (readonly [what: string, text: string, shown: string])[] = [
    ['a colour', 'a\x1b[31m红', 'a\\x1b[31m红'],
    ['the title of the window', '\x1b]0;假\x07', '\\x1b]0;假\\x07'],
    ['a sequence opened by one character of eight bits', '\x9b31m', '\\x9b31m'],
    ['a line of its own', '稿.md\n已保存', '稿.md\\n已保存'],
    ['a line over the last', '稿.md\r已保存', '稿.md\\r已保存'],
    ['separators of lines and paragraphs', 'a\u2028b\u2029c\x85d', 'a\\u2028b\\u2029c\\x85d'],
    ['a rubbed-out character', '坏\x08好\x7f', '坏\\x08好\\x7f'],
    ['a tabulator and a null', 'a\tb\0', 'a\\tb\\x00'],
    ['text turned around', '稿\u202egpj.exe\u2066', '稿\\u202egpj.exe\\u2066'],
    ['marks of direction', '\u200e\u200f\u061c', '\\u200e\\u200f\\u061c'],
    ['characters without width', '张\u200b三\ufeff', '张\\u200b三\\ufeff'],
    ['tags beyond the BMP', '\u{e0041}', '\\u{e0041}'],
    ['half a character', '\ud83d字', '\\ud83d字'],
  ];
  it.each(CASES)('%s', (_, text, shown) => {
    expect(visibleLine(text)).toBe(shown);
    expect(visibleText(`一\n${text.replaceAll('\n', '')}`)).toBe(
      `一\n${visibleLine(text.replaceAll('\n', ''))}`,
    );
    expect(JSON.parse(visibleJson({ [text]: [text] }))).toEqual({ [text]: [text] });
    expect(visibleJson([text]).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });

  it('and all else stays as it is', () => {
    for (const text of ['第9期　（总第636期）', '㛃𬭎龘', '👩‍🌾', 'Café à 5 %', 'می‌خواهم'])
      expect(visibleLine(text)).toBe(text);
  });
});
