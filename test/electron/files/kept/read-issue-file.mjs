/**
 * A reader of issue files written from docs/file-format.md alone: nothing of the program, only an inflater and SHA-256.
 * `node read-issue-file.mjs FILE` checks every hash and prints what the file holds. Throws where one is wrong.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const must = (is, what) => {
  if (!is) throw new Error(what);
};

export const readIssueFile = (bytes) => {
  const parts = unzipSync(bytes);
  const text = (name) => new TextDecoder('utf-8', { fatal: true }).decode(parts[name]);
  must(text('mimetype') === 'application/vnd.zuban.issue+zip', 'not an issue file');
  const manifest = JSON.parse(text('manifest.json'));
  must(manifest.format === 'zuban-issue' && manifest.version <= 2, 'a newer version');
  if (manifest.version >= 2)
    must(
      text('manifest.sha256') === `${sha256(parts['manifest.json'])}  manifest.json\n`,
      'manifest changed',
    );
  for (const [name, { sha256: hash, bytes: size }] of Object.entries(manifest.parts))
    must(parts[name]?.length === size && sha256(parts[name]) === hash, `${name} changed`);
  for (const name of Object.keys(parts))
    must(manifest.parts[name] || /^(mimetype|manifest\.(json|sha256))$/.test(name), `${name} is not listed`);
  const { issue } = JSON.parse(text('issue.json'));
  for (const { id } of issue.pictures)
    must(id.startsWith(`sha256-${sha256(parts[`pictures/${id}`])}.`), `${id} is another picture`);
  const numbers = (pattern) => Object.keys(parts).flatMap((name) => pattern.exec(name)?.[1] ?? []);
  const versions = numbers(/^versions\/(\d+)\.json$/).map((n) => JSON.parse(text(`versions/${n}.json`)));
  const prints = numbers(/^prints\/(\d+)\/print\.json$/).map((n) => {
    const list = parts[`prints/${n}/display-list.json`];
    return {
      ...JSON.parse(text(`prints/${n}/print.json`)),
      pages: list ? JSON.parse(new TextDecoder().decode(list)).pages : [],
    };
  });
  return { manifest, issue, versions, prints };
};

/** Characters of a run with their places in points. */
export const placesOf = ({ text, xs, y }) => {
  let x = 0;
  return [...text].map((character, i) => {
    x += xs[i];
    return { character, x: x / 1000, y: y / 1000 };
  });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { manifest, issue, versions, prints } = readIssueFile(readFileSync(process.argv[2]));
  console.log(`engine ${manifest.engine}, ${Object.keys(manifest.parts).length} parts, all whole`);
  for (const { headline } of issue.stories) console.log(`  ${headline.replaceAll('\n', '')}`);
  console.log(
    `versions: ${versions.map(({ name }) => name).join(', ')}; prints: ${prints.map(({ at }) => at).join(', ')}`,
  );
}
