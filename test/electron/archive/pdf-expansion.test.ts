import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { expandsBeyond } from '../../../electron/archive/pdf-expansion.ts';

const pdf = (data: Uint8Array, filter: string): Uint8Array =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n4 0 obj\n<</Length ${data.length}/Filter ${filter}>>\nstream\n`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const zeros = Buffer.alloc(3_000_000);

it.each([
  ['once', pdf(deflateSync(zeros), '/FlateDecode')],
  ['twice', pdf(deflateSync(deflateSync(zeros)), '[/FlateDecode /FlateDecode]')],
  ['in several streams', Buffer.concat(Array(3).fill(pdf(deflateSync(zeros.subarray(0, 900_000)), '/Fl')))],
])('counts what a PDF expands to, deflated %s', async (_, bytes) => {
  expect(await expandsBeyond(bytes, 2_500_000)).toBe(true);
  expect(await expandsBeyond(bytes, 4_000_000)).toBe(false);
});

it.each([
  ['damaged', pdf(deflateSync(zeros).subarray(0, 20), '/FlateDecode')],
  ['not deflated', pdf(zeros, '/DCTDecode')],
  ['no PDF', Buffer.from('stream')],
])('takes nothing that does not expand for more than it is: %s', async (_, bytes) => {
  expect(await expandsBeyond(bytes, 2_500_000)).toBe(false);
});
