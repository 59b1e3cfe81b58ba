/** Tables as one sfnt file (OpenType 1.9, "Organization of an OpenType Font"), with its checksums. */

const CHECKSUM_MAGIC = 0xb1b0afba;

const aligned = (length: number): number => (length + 3) & ~3;

/** Sum of big-endian words, modulo 2³². `from` and `to` are multiples of four. */
const checksum = (view: DataView, from: number, to: number): number => {
  let sum = 0;
  for (let at = from; at < to; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
};

/** Tables must come in the order of their tags, `head` among them. */
export const assembleSfnt = (
  tables: readonly (readonly [tag: string, content: Uint8Array])[],
  version = 0x00010000,
): Uint8Array => {
  const directory = 12 + 16 * tables.length;
  const bytes = new Uint8Array(tables.reduce((sum, [, content]) => sum + aligned(content.length), directory));
  const view = new DataView(bytes.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, version);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tables.length - 2 ** power));
  let at = directory;
  let head = 0;
  tables.forEach(([tag, content], i) => {
    const entry = 12 + 16 * i;
    for (let letter = 0; letter < 4; letter++) bytes[entry + letter] = tag.charCodeAt(letter);
    bytes.set(content, at);
    if (tag === 'head') {
      head = at;
      view.setUint32(head + 8, 0);
    }
    view.setUint32(entry + 4, checksum(view, at, at + aligned(content.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, content.length);
    at += aligned(content.length);
  });
  view.setUint32(head + 8, (CHECKSUM_MAGIC - checksum(view, 0, bytes.length)) >>> 0);
  return bytes;
};
