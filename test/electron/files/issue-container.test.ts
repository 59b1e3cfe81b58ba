import { createHash } from 'node:crypto';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../core/file/canonical-json.ts';
import { IssueFileError } from '../../../core/file/issue-file-error.ts';
import { removeStoryPicture, setEar, setHeadline, setNameplatePicture } from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { packIssue, unpackIssue } from '../../../electron/files/issue-container.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (part: Uint8Array): string => createHash('sha256').update(part).digest('hex');

const photo = bytes('not really a photograph');
const photoId = `sha256-${sha256(photo)}.jpg`;
const issue: Issue = {
  ...smallIssue(),
  stories: smallIssue().stories.map((s) => ({
    ...s,
    pictures: s.pictures.map((p) => ({ ...p, picture: photoId })),
  })),
  pictures: smallIssue().pictures.map((p) => ({ ...p, id: photoId })),
};
const pictures = new Map([[photoId, photo]]);
const packed = packIssue(issue, pictures);

/** The packed issue with its parts changed and, where `signed`, a manifest that agrees. */
const tampered = (change: (parts: Record<string, Uint8Array>) => void, signed = false): Uint8Array => {
  const parts: Record<string, Uint8Array> = { ...unzipSync(packed) };
  change(parts);
  if (signed) {
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json']));
    manifest.parts = Object.fromEntries(
      Object.entries(parts)
        .filter(([name]) => name === 'issue.json' || name.startsWith('pictures/'))
        .map(([name, part]) => [name, { sha256: sha256(part), bytes: part.length }]),
    );
    seal(parts, manifest);
  }
  return zipSync(parts);
};

/** The parts with that manifest and its digest. */
const seal = (parts: Record<string, Uint8Array>, manifest: unknown): void => {
  const json = bytes(JSON.stringify(manifest));
  parts['manifest.json'] = json;
  parts['manifest.sha256'] = bytes(`${sha256(json)}  manifest.json\n`);
};

const refusal = (file: Uint8Array): string => {
  try {
    unpackIssue(file, '第43期.zuban');
  } catch (error) {
    expect(error).toBeInstanceOf(IssueFileError);
    expect((error as Error).message).toMatch(/^“第43期\.zuban”[^\n]*。$/);
    return (error as Error).message;
  }
  return '（没有拒绝）';
};

describe('an issue file', () => {
  it('gives back the issue and its pictures as they were', () => {
    const opened = unpackIssue(packed, '第43期.zuban');
    expect(opened.issue).toEqual(issue);
    expect([...opened.pictures]).toEqual([[photoId, photo]]);
  });

  it('keeps the picture of a nameplate that no story shows, and the ears', () => {
    const bare = removeStoryPicture(issue, 's1', 0).issue;
    const headed = setEar(setNameplatePicture(bare, photoId).issue, 'left', ['今日四版', '']).issue;
    const opened = unpackIssue(packIssue(headed, pictures), '第43期.zuban');
    expect(opened.issue).toEqual(headed);
    expect([...opened.pictures]).toEqual([[photoId, photo]]);
  });

  it('has the same bytes for the same issue, in any time zone and whatever order its keys were made in', () => {
    const zone = process.env.TZ;
    try {
      for (const name of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
        process.env.TZ = name;
        const reversed = Object.fromEntries(Object.entries(issue).reverse()) as unknown as Issue;
        expect(sha256(packIssue(reversed, pictures))).toBe(sha256(packed));
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(sha256(packIssue(setHeadline(issue, 's1', '另一个标题').issue, pictures))).not.toBe(
      sha256(packed),
    );
  });

  it('begins with its type, so that a file browser can know it', () => {
    expect(new TextDecoder().decode(packed.subarray(30, 38))).toBe('mimetype');
    expect(Object.keys(unzipSync(packed))).toEqual([
      'mimetype',
      'manifest.json',
      'issue.json',
      `pictures/${photoId}`,
      'manifest.sha256',
    ]);
  });

  it('names the same bytes as each of its pictures does', () => {
    const other = photoId.replace('.jpg', '.png');
    const twice = { ...issue, pictures: [...issue.pictures, { ...issue.pictures[0]!, id: other }] };
    const both = new Map([...pictures, [other, photo] as const]);
    for (const [of, ids] of [
      [twice, [photoId, other]],
      [issue, [photoId]],
    ] as const) {
      const names = Object.keys(unzipSync(packIssue(of, both))).filter((name) =>
        name.startsWith('pictures/'),
      );
      expect(names).toEqual(ids.map((id) => `pictures/${id}`));
    }
  });

  it('is not written where it could not be read again', () => {
    expect(() => packIssue(issue, new Map())).toThrow('no bytes for picture');
    expect(() => packIssue({ ...issue, format: 'A3' }, pictures)).toThrow('没有“A3”这种开本');
  });
});

describe('a file that is not right', () => {
  it.each([
    ['empty', new Uint8Array(0)],
    ['a text', bytes('# 上街时报\n\n## 标题\n')],
    ['cut short', packed.subarray(0, packed.length - 300)],
    ['zeros', new Uint8Array(100_000)],
  ])('is refused when it is %s', (_, file) => {
    expect(refusal(file)).toContain('不是组版的期文件，或者已经损坏');
  });

  it('is refused when it is another kind of zip', () => {
    expect(refusal(zipSync({ 'word/document.xml': bytes('<w/>') }))).toContain('里面没有清单');
  });

  it('is refused when a part is missing, extra, changed or not what its id says', () => {
    expect(refusal(tampered((p) => delete p['issue.json']))).toContain('缺少清单上的正文“issue.json”');
    expect(refusal(tampered((p) => delete p[`pictures/${photoId}`]))).toContain('文件不完整');
    expect(refusal(tampered((p) => delete p[`pictures/${photoId}`], true))).toContain(
      '缺少第1幅图片“library.jpg”',
    );
    expect(refusal(tampered((p) => (p['note.txt'] = bytes('x'))))).toContain(
      '多出清单上没有或本程序不认得的“note.txt”',
    );
    expect(refusal(tampered((p) => (p[`pictures/${photoId}`] = bytes('another'))))).toContain(
      '与清单上的校验值不符',
    );
    expect(refusal(tampered((p) => (p[`pictures/${photoId}`] = bytes('another')), true))).toContain(
      '内容与标识不符',
    );
    expect(refusal(tampered((p) => (p['manifest.json'] = bytes('{}'))))).toContain('清单内容有误');
    expect(refusal(tampered((p) => (p['issue.json'] = bytes('{')), true))).toContain('issue.json读不出来');
  });

  it('is refused for every single byte that is flipped, or opens to the same issue', () => {
    for (let at = 0; at < packed.length; at += 7) {
      const flipped = packed.slice();
      flipped[at]! ^= 0x41;
      try {
        expect(unpackIssue(flipped, 'x').issue).toEqual(issue);
      } catch (error) {
        expect(error).toBeInstanceOf(IssueFileError);
      }
    }
  });

  it('is refused with the place of the fault when its issue is not one', () => {
    const json = canonicalJson({ format: 'zuban-issue', version: 1, issue: { ...issue, stories: 5 } });
    expect(refusal(tampered((p) => (p['issue.json'] = bytes(json)), true))).toContain('稿件表应是列表');
  });

  it('asks for a newer program when it comes from one', () => {
    const newer = (p: Record<string, Uint8Array>) => {
      const manifest = JSON.parse(new TextDecoder().decode(p['manifest.json']));
      p['manifest.json'] = bytes(JSON.stringify({ ...manifest, version: 3, signed: true }));
    };
    expect(refusal(tampered(newer))).toContain('请升级程序后再打开');
    const json = canonicalJson({ format: 'zuban-issue', version: 9, issue: {} });
    expect(refusal(tampered((p) => (p['issue.json'] = bytes(json)), true))).toContain('格式第9版');
  });

  it('is refused when a name leads out of the file', () => {
    for (const name of ['../evil', 'pictures/../../evil', '/etc/passwd', 'C:\\evil'])
      expect(
        refusal(tampered((p) => Object.defineProperty(p, name, { value: bytes('x'), enumerable: true }))),
      ).toContain('路径不安全');
  });

  it('is refused before it is inflated when it is a bomb', () => {
    const bomb = (parts: Zippable) => refusal(zipSync(parts, { level: 9 }));
    expect(bomb({ 'manifest.json': new Uint8Array(5_000_000) })).toContain('解压后过大');
    expect(bomb({ 'issue.json': new Uint8Array(65_000_000) })).toContain('解压后过大');
    expect(bomb({ 'manifest.json': bytes('{}'), 'issue.json': new Uint8Array(20_000_000) })).toContain(
      '压缩比异常',
    );
    const many: Zippable = {};
    for (let n = 0; n < 3_000; n++) many[`p${n}`] = new Uint8Array(0);
    expect(bomb(many)).toContain('里的文件超过');
  });

  it('is refused when its directory lies about a size', () => {
    const parts = zipSync({ 'manifest.json': new Uint8Array(3_000_000) }, { level: 9 });
    const view = new DataView(parts.buffer);
    for (let at = 0; at < parts.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(refusal(parts)).toContain('读不出来');
  });
});
