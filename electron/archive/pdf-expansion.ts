/**
 * Whether the deflated streams of a PDF expand beyond a size. A process that ran out of memory does not say over what:
 * over the bytes themselves, or over what reading some megabytes of them takes. Expanded in pieces that nobody keeps.
 * What is encrypted or coded otherwise counts as it is.
 */
import { Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';

/** A stream's dictionary is looked for before it as far as this, bytes. */
const DICTIONARY = 2000;
/** Filters of one stream. */
const MOST_FILTERS = 8;

class Enough extends Error {}

export const expandsBeyond = async (pdf: Uint8Array, limit: number): Promise<boolean> => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  let total = 0;
  const count = (size: number): void => {
    total += size;
    if (total > limit) throw new Enough();
  };
  let at = bytes.indexOf('stream');
  try {
    while (at >= 0) {
      const end = bytes.indexOf('endstream', at);
      if (end < 0) break;
      const filters = filtersBefore(bytes, at);
      const from = bytes[at + 6] === 0x0d ? at + 8 : at + 7;
      if (filters > 0) await expand(bytes.subarray(from, end), filters, count);
      at = bytes.indexOf('stream', end + 'endstream'.length);
    }
  } catch (error) {
    if (error instanceof Enough) return true;
    throw error;
  }
  return false;
};

const filtersBefore = (bytes: Buffer, at: number): number => {
  const before = bytes.toString('latin1', Math.max(0, at - DICTIONARY), at);
  const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
  return Math.min(MOST_FILTERS, dictionary.match(/\/(FlateDecode|Fl)\b/g)?.length ?? 0);
};

/** Damaged data counts up to where it is. */
const expand = async (data: Uint8Array, filters: number, count: (size: number) => void): Promise<void> => {
  const counter = new Writable({
    write(piece: Buffer, _, done) {
      try {
        count(piece.length);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  const inflaters: Transform[] = Array.from({ length: filters }, () => createInflate());
  await pipeline([Readable.from([data]), ...inflaters, counter]).catch((error: unknown) => {
    if (error instanceof Enough) throw error;
  });
};
