/**
 * What is to be told of the characters of copy: those that could not be read, those of private use, which mean
 * something only on the machine that they come from, and Han that were given under a second code and got their own.
 */
import { hanOf } from '../issue/han-forms.ts';
import type { FileReading } from './file-reading.ts';
import type { ManuscriptProblem } from './import-report.ts';

const PRIVATE = /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/;
/** Characters named one by one. */
const MOST_NAMED = 8;

const placesOf = (lines: readonly number[]): string =>
  `第${lines.slice(0, 5).join('、')}行${lines.length > 5 ? '等处' : ''}`;

export const oddCharacters = (files: readonly FileReading[]): ManuscriptProblem[] =>
  files.flatMap((file) => [
    ...tell(file, 'warning', /\ufffd/, () => '有读不出的字，以“\ufffd”代替，请对照原稿改正。'),
    ...tell(
      file,
      'warning',
      PRIVATE,
      (characters) =>
        `有自造字或专用符号（${characters
          .map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`)
          .join('、')}），换一台机器就认不出，已照原样保留，请对照原稿改正。`,
    ),
    ...secondCodes(file),
  ]);

const tell = (
  file: FileReading,
  severity: ManuscriptProblem['severity'],
  pattern: RegExp,
  sentence: (characters: readonly string[]) => string,
): ManuscriptProblem[] => {
  const found = file.lines.filter(({ text }) => pattern.test(text));
  const [first] = found;
  if (!first) return [];
  const named = new Set<string>();
  const all = new RegExp(pattern, 'g');
  for (const { text } of found)
    if (named.size < MOST_NAMED) for (const [character] of text.matchAll(all)) named.add(character);
  const message = `${file.name} ${placesOf(found.map(({ number }) => number))}：${sentence([...named].slice(0, MOST_NAMED))}`;
  return [{ kind: 'recognition', severity, message, file: file.name, line: first.number }];
};

const secondCodes = (file: FileReading): ManuscriptProblem[] => {
  const lines = new Set<number>();
  const changed = new Set<string>();
  for (const { rule, before, line } of file.ledger) {
    if (rule !== 'han-form') continue;
    lines.add(line);
    if (changed.size < MOST_NAMED) for (const character of before) changed.add(hanOf(character));
  }
  const [first] = lines;
  if (first === undefined) return [];
  const named = [...changed].slice(0, MOST_NAMED).join('、');
  const message = `${file.name} ${placesOf([...lines])}：“${named}”等字用的是部首或兼容字的编码，看不出却检索不到，已换成通用的字；人名里要保留原字的请改回。`;
  return [{ kind: 'recognition', severity: 'note', message, file: file.name, line: first }];
};
