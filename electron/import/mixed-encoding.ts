/**
 * Text whose parts are of two encodings: UTF-8 with lines or half a line of GBK joined to it, as `copy /b` and old
 * programs leave it. Method: the cheapest reading of the bytes as characters of the one or the other (Viterbi over two
 * states); Chinese text is cheap in its own encoding and dear in the other, and a change costs more than a few odd
 * characters. Limits: a GBK part of one character is taken for damage. Linear in the bytes.
 */

export interface MixedText {
  readonly text: string;
  /** Parts that were read as GBK, in order. */
  readonly parts: readonly { readonly line: number; readonly text: string }[];
}

const CHANGE = 20;
const INVALID = 30;
/** A character of everyday Chinese, of rarer Chinese, of any other script. */
const [COMMON, RARE, FOREIGN] = [1, 3, 6];

interface Step {
  readonly length: number;
  readonly cost: number;
}

const ASCII: Step = { length: 1, cost: 0 };
const BROKEN: Step = { length: 1, cost: INVALID };

const isTrail = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

const utf8Step = (bytes: Uint8Array, at: number): Step => {
  const lead = bytes[at]!;
  if (lead < 0x80) return ASCII;
  if (lead >= 0xc2 && lead <= 0xdf && isTrail(bytes[at + 1])) return { length: 2, cost: FOREIGN };
  if (lead >= 0xe0 && lead <= 0xef && isTrail(bytes[at + 1]) && isTrail(bytes[at + 2]))
    // Marks, Han, full-width forms.
    return { length: 3, cost: (lead >= 0xe2 && lead <= 0xe9) || lead === 0xef ? COMMON : FOREIGN };
  if (lead >= 0xf0 && lead <= 0xf4 && [1, 2, 3].every((n) => isTrail(bytes[at + n])))
    return { length: 4, cost: FOREIGN };
  return BROKEN;
};

const gbkStep = (bytes: Uint8Array, at: number): Step => {
  const lead = bytes[at]!;
  if (lead < 0x80) return ASCII;
  const trail = bytes[at + 1];
  if (
    lead === 0x80 ||
    lead === 0xff ||
    trail === undefined ||
    trail < 0x40 ||
    trail === 0x7f ||
    trail === 0xff
  )
    return BROKEN;
  if (trail < 0xa1) return { length: 2, cost: FOREIGN };
  if ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)) return { length: 2, cost: COMMON };
  return { length: 2, cost: lead >= 0xd8 && lead <= 0xf7 ? RARE : FOREIGN };
};

/** Longest character in bytes, and one: the costs of so many places are looked back on. */
const RING = 8;

/** For each place the state of the cheapest reading from there to the end: 0 UTF-8, 1 GBK. */
const cheapest = (bytes: Uint8Array): { readonly first: number; readonly stays: readonly Uint8Array[] } => {
  const stays = [new Uint8Array(bytes.length), new Uint8Array(bytes.length)];
  const costs = [new Float64Array(RING), new Float64Array(RING)];
  const steps = [utf8Step, gbkStep];
  for (let at = bytes.length - 1; at >= 0; at--)
    for (const [state, stepOf] of steps.entries()) {
      const { length, cost } = stepOf(bytes, at);
      const behind = (at + length) % RING;
      const same = costs[state]![behind]!;
      const other = costs[1 - state]![behind]! + CHANGE;
      costs[state]![at % RING] = cost + Math.min(same, other);
      // What follows this character: the same encoding, or the other.
      stays[state]![at] = same <= other ? 1 : 0;
    }
  return { first: costs[0]![0]! <= costs[1]![0]! ? 0 : 1, stays };
};

/** Null where the bytes are not text of both. */
export const readMixed = (bytes: Uint8Array): MixedText | null => {
  const { first, stays } = cheapest(bytes);
  const decoders = [new TextDecoder('utf-8', { ignoreBOM: true }), new TextDecoder('gb18030')];
  const pieces: string[] = [];
  const parts: { line: number; text: string }[] = [];
  let hasUtf8 = false;
  let line = 1;
  let state = first;
  let from = 0;
  const finish = (to: number): boolean => {
    const text = decoders[state]!.decode(bytes.subarray(from, to));
    if (state === 1) {
      // Two characters at least, none of them unreadable: less is damage.
      if (!/\p{Script=Han}.*\p{Script=Han}/su.test(text) || text.includes('\ufffd')) return false;
      parts.push({ line: line + leadingLines(text), text: text.trim() });
    } else hasUtf8 ||= /\p{Script=Han}/u.test(text);
    line += text.split('\n').length - 1;
    pieces.push(text);
    from = to;
    return true;
  };
  for (let at = 0; at < bytes.length; ) {
    const { length } = (state === 0 ? utf8Step : gbkStep)(bytes, at);
    const stay = stays[state]![at] === 1;
    at += length;
    if (stay || at >= bytes.length) continue;
    if (!finish(at)) return null;
    state = 1 - state;
  }
  if (!finish(bytes.length) || parts.length === 0 || !hasUtf8) return null;
  return { text: pieces.join(''), parts };
};

const leadingLines = (text: string): number => /^\s*/.exec(text)![0].split('\n').length - 1;
