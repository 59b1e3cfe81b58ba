/**
 * Containers that are not right: cut, flipped, with regions blanked, doubled, moved or put from elsewhere, lengths
 * and offsets of the zip's own records changed, and well-formed zips with parts that lie. From a seed.
 */
import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';

type Mutation = (bytes: Uint8Array, random: () => number) => Uint8Array;

const below = (random: () => number, end: number): number => Math.floor(random() * end);

/** Numbers at which readers of formats stumble. */
const NUMBERS = [0, 1, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** Begins of the zip's records: local header, directory entry, end. */
const records = (bytes: Uint8Array): readonly number[] => {
  const found: number[] = [];
  for (let at = 0; at + 4 < bytes.length; at++)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2]! < 8) found.push(at);
  return found;
};

const flip: Mutation = (bytes, random) => {
  const out = bytes.slice();
  for (let times = 1 + below(random, 4); times > 0; times--)
    out[below(random, out.length)]! ^= 1 << below(random, 8);
  return out;
};

const cut: Mutation = (bytes, random) => {
  const from = below(random, bytes.length);
  return random() < 0.5 ? bytes.slice(0, from) : bytes.slice(from);
};

const blank: Mutation = (bytes, random) => {
  const out = bytes.slice();
  const from = below(random, out.length);
  out.fill(random() < 0.5 ? 0 : 255, from, from + 1 + below(random, 4_096));
  return out;
};

const move: Mutation = (bytes, random) => {
  const out = bytes.slice();
  const from = below(random, out.length);
  out.copyWithin(below(random, out.length), from, from + below(random, 4_096));
  return out;
};

const grow: Mutation = (bytes, random) => {
  const at = below(random, bytes.length);
  const more = bytes.slice(at, at + below(random, 2_048));
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]));
};

/** A field of a record gets a number that it should not have. */
const lie: Mutation = (bytes, random) => {
  const out = bytes.slice();
  const view = new DataView(out.buffer);
  const places = records(out);
  for (let times = 1 + below(random, 3); times > 0; times--) {
    const at = (places[below(random, places.length)] ?? 0) + 4 + below(random, 42);
    if (at + 4 > out.length) continue;
    const number = NUMBERS[below(random, NUMBERS.length)]!;
    if (random() < 0.5) view.setUint32(at, number, true);
    else view.setUint16(at, number & 0xffff, true);
  }
  return out;
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const NAMES = ['../外面', '/etc/x', 'C:\\x', 'pictures/../../x', 'pictures', '', 'a/b/c', 'issue.json/'];

const JSON_PART = /^(issue|versions\/\d+|prints\/\d+\/[\w-]+)\.json$/;

/** Text of a JSON part or the manifest changed, with a manifest and its digest that agree half of the time. */
const rewrite: Mutation = (bytes, random) => {
  const parts: Record<string, Uint8Array> = { ...unzipSync(bytes) };
  const names = Object.keys(parts).filter((name) => JSON_PART.test(name));
  const target = (random() < 0.5 ? names[below(random, names.length)] : undefined) ?? 'issue.json';
  const json = Buffer.from(parts[target] ?? []).toString('utf8');
  const at = below(random, json.length);
  const edits = [
    () => json.slice(0, at) + json.slice(at + 1 + below(random, 40)),
    () => `${json.slice(0, at)}{"a":[1e999,null,"\\ud800"]}${json.slice(at)}`,
    () => json.replace(/\d+/g, (n) => (random() < 0.05 ? String(NUMBERS[below(random, 10)]) : n)),
    () => `${'['.repeat(1 + below(random, 100_000))}${json}`,
    () => json.replace('"version":1', '"version":99'),
    () =>
      json.replace(/"(stories|paragraphs|marks|parts|xs|faces)":\[/, (list) => {
        const value = ['{}', '[]', '0', '[[[[]]]]'][below(random, 4)]!;
        return list + `${value},`.repeat(below(random, random() < 0.1 ? 4_000_000 : 50_000));
      }),
    () => json.replace(/"(\w+)":/g, (key, name) => (random() < 0.01 ? `"${name}x":` : key)),
  ];
  parts[target] = Buffer.from(edits[below(random, edits.length)]!());
  if (random() < 0.15) parts[NAMES[below(random, NAMES.length)]!] = new Uint8Array(below(random, 1_000));
  if (random() < 0.1) parts[target] = new Uint8Array(below(random, 40_000_000));
  if (random() < 0.5) {
    const manifest = JSON.parse(Buffer.from(parts['manifest.json'] ?? []).toString('utf8'));
    for (const [name, part] of Object.entries(parts))
      if (!['mimetype', 'manifest.json', 'manifest.sha256'].includes(name))
        manifest.parts[name] = { ...manifest.parts[name], sha256: sha256(part), bytes: part.length };
    const sealed = Buffer.from(JSON.stringify(manifest));
    parts['manifest.json'] = sealed;
    parts['manifest.sha256'] = Buffer.from(`${sha256(sealed)}  manifest.json\n`);
  }
  return zipSync(parts, { level: random() < 0.5 ? 0 : 6 });
};

const MUTATIONS: readonly Mutation[] = [flip, flip, cut, blank, move, grow, lie, lie, rewrite];

export const mutated = (bytes: Uint8Array, random: () => number): Uint8Array =>
  MUTATIONS[below(random, MUTATIONS.length)]!(bytes, random);
