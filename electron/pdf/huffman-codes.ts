/** Prefix codes of deflate (RFC 1951, 3.2): how many bits each symbol gets, and which. */

/** Bits of each symbol by Huffman's method, none longer than `limit`; 0 for a symbol that does not occur. */
export const codeLengths = (counts: ArrayLike<number>, limit: number): Uint8Array => {
  const lengths = new Uint8Array(counts.length);
  const leaves: number[] = [];
  for (let symbol = 0; symbol < counts.length; symbol++) if (counts[symbol]! > 0) leaves.push(symbol);
  leaves.sort((a, b) => counts[a]! - counts[b]! || a - b);
  if (leaves.length === 1) lengths[leaves[0]!] = 1;
  /* Nodes in the order in which they are made: leaves, then joined ones, each kind ascending by weight, so that the two
     lightest are always at the heads. */
  const weights = leaves.map((symbol) => counts[symbol]!);
  const parents: number[] = [];
  let leaf = 0;
  let joined = leaves.length;
  const lightest = (): number =>
    leaf < leaves.length && (joined === weights.length || weights[leaf]! <= weights[joined]!)
      ? leaf++
      : joined++;
  while (weights.length < 2 * leaves.length - 1) {
    const a = lightest();
    const b = lightest();
    parents[a] = weights.length;
    parents[b] = weights.length;
    weights.push(weights[a]! + weights[b]!);
  }
  const depths = new Array<number>(weights.length).fill(0);
  for (let node = weights.length - 2; node >= 0; node--) depths[node] = depths[parents[node]!]! + 1;
  leaves.forEach((symbol, node) => {
    if (leaves.length > 1) lengths[symbol] = depths[node]!;
  });
  /* Flatter counts give a flatter tree; with all of them 1 it is as flat as can be. */
  return lengths.every((length) => length <= limit)
    ? lengths
    : codeLengths(
        Array.from(counts, (count) => Math.ceil(count / 2)),
        limit,
      );
};

/** The canonical code of each symbol, its bits in the order in which they are written (3.2.2). */
export const codesOf = (lengths: Uint8Array): Uint16Array => {
  const codes = new Uint16Array(lengths.length);
  const ofLength = new Array<number>(17).fill(0);
  for (const length of lengths) if (length > 0) ofLength[length]!++;
  const next: number[] = [0];
  for (let length = 1; length < ofLength.length; length++)
    next[length] = (next[length - 1]! + (ofLength[length - 1] ?? 0)) << 1;
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length > 0) codes[symbol] = reversed(next[length]!++, length);
  }
  return codes;
};

const reversed = (code: number, length: number): number => {
  let out = 0;
  for (let bit = 0; bit < length; bit++) out |= ((code >> bit) & 1) << (length - 1 - bit);
  return out;
};
