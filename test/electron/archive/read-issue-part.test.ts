/** What the archive's index reads of a file, where the file would do harm. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readIssuePart } from '../../../electron/archive/read-issue-part.ts';
import { packIssue } from '../../../electron/files/issue-container.ts';
import { ArchivePlace, pastIssue, told } from './past-issues.ts';

const place = new ArchivePlace();
afterAll(() => place.remove());

const issue = pastIssue('2020-03-15', 9, 636, [told('s1', '柳堤添新绿', '河堤上的柳树。')]);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const read = (path: string) => readIssuePart(path, statSync(path).size);

/** A file whose issue.json is that text, sealed as the program itself would. */
const sealedWith = (json: string): Uint8Array => {
  const parts: Record<string, Uint8Array> = { ...unzipSync(packIssue(issue, new Map())) };
  const part = Buffer.from(json);
  const manifest = JSON.parse(Buffer.from(parts['manifest.json'] ?? []).toString());
  manifest.parts['issue.json'] = { sha256: sha256(part), bytes: part.length };
  const sealed = Buffer.from(JSON.stringify(manifest));
  const seal = Buffer.from(`${sha256(sealed)}  manifest.json\n`);
  return zipSync(
    { ...parts, 'issue.json': part, 'manifest.json': sealed, 'manifest.sha256': seal },
    { level: 0 },
  );
};

describe('the issue of a file for the index', () => {
  it('is read without the rest of the file', async () => {
    const path = place.put('好.zuban', packIssue(issue, new Map()));
    expect(await read(path)).toMatchObject({ issue, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it.each([
    ['deep', '['.repeat(2_000_000)],
    ['many', `[${'{},'.repeat(3_000_000)}{}]`],
    ['long', `"${'长'.repeat(6_000_000)}"`],
  ])('is refused with a sentence, unread, where its JSON is too %s', async (name, json) => {
    const path = place.put(`${name}.zuban`, sealedWith(json));
    const parse = vi.spyOn(JSON, 'parse');
    await expect(read(path)).rejects.toThrow(/(数据过多或层次过深|解压后过大).*没有打开。$/);
    const longest = Math.max(0, ...parse.mock.calls.map(([text]) => text.length));
    parse.mockRestore();
    expect(longest).toBeLessThan(500_000);
  });
});
