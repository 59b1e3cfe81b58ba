import { expect, it } from 'vitest';
import { queryWords } from '../../../renderer/archive/query-words.ts';

it('parts a question at spaces and keeps what stands in quotes of any kind whole', () => {
  expect(queryWords('柳堤  风筝')).toEqual(['柳堤', '风筝']);
  expect(queryWords('“先绿 起来” 9期')).toEqual(['先绿 起来', '9期']);
  expect(queryWords('「未完')).toEqual(['未完']);
  expect(queryWords('  ')).toEqual([]);
});
