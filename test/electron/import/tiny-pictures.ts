/** Pictures made in the test. */
import { encode } from 'fast-png';

/** A grey PNG of that size. */
export const grey = (width: number, height: number): Uint8Array =>
  encode({ width, height, channels: 1, depth: 8, data: new Uint8Array(width * height).fill(128) });
