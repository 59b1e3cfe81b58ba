/** A hit as the list shows it: the text around it, cut at the first line break and after a few characters. Pure. */

export interface HitContext {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

/** Characters shown before and behind a hit. */
const BEFORE = 10;
const AFTER = 24;

export const hitContext = (text: string, from: number, to: number): HitContext => {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const stop = text.indexOf('\n', to);
  const before = [...text.slice(start, from)];
  const after = [...text.slice(to, stop < 0 ? text.length : stop)];
  return {
    before: (before.length > BEFORE ? '…' : '') + before.slice(-BEFORE).join(''),
    hit: text.slice(from, to),
    after: after.slice(0, AFTER).join('') + (after.length > AFTER ? '…' : ''),
  };
};
