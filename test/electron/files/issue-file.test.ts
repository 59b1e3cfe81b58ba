/** Prints, versions, pictures and parts of newer programs in an issue file, and what is found when a part is changed. */
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '../../../core/file/canonical-json.ts';
import {
  type IssueFile,
  issueFileOf,
  namedPictures,
  restoreVersion,
  withoutVersion,
  withPrint,
  withVersion,
} from '../../../core/file/issue-file.ts';
import { IssueFileError } from '../../../core/file/issue-file-error.ts';
import { addPicture, setParagraphText } from '../../../core/issue/edits.ts';
import { packIssueFile, unpackIssue, unpackIssueFile } from '../../../electron/files/issue-container.ts';
import { rescueIssueFile } from '../../../electron/files/rescue-issue.ts';
import {
  bytes,
  digest,
  illustrated,
  LOGO_ID,
  PHOTO,
  PHOTO_ID,
  wholeFile,
} from '../../core/file/whole-file.ts';
import { choices, randomEdit } from '../../core/issue/random-edit.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';

const file = wholeFile();
const packed = packIssueFile(file);
const open = (of: Uint8Array) => unpackIssueFile(of, '第43期.zuban');

const refusal = (of: Uint8Array): string => {
  try {
    open(of);
  } catch (error) {
    expect(error).toBeInstanceOf(IssueFileError);
    expect((error as Error).message).toMatch(/^“第43期\.zuban”[^\n]*。$/);
    return (error as Error).message;
  }
  return '（没有拒绝）';
};

/** The packed file with its parts changed. */
const tampered = (change: (parts: Record<string, Uint8Array>) => void): Uint8Array => {
  const parts: Record<string, Uint8Array> = { ...unzipSync(packed) };
  change(parts);
  return zipSync(parts);
};

/** With a manifest that agrees with the parts. */
const signed = (
  change: (parts: Record<string, Uint8Array>) => void,
  more: Readonly<Record<string, unknown>> = {},
): Uint8Array =>
  tampered((parts) => {
    change(parts);
    const own = ['mimetype', 'manifest.json', 'manifest.sha256'];
    const manifest = {
      ...JSON.parse(new TextDecoder().decode(parts['manifest.json'])),
      ...more,
      parts: Object.fromEntries(
        Object.entries(parts)
          .filter(([name]) => !own.includes(name))
          .map(([name, part]) => [name, { sha256: digest(part), bytes: part.length }]),
      ),
    };
    parts['manifest.json'] = bytes(canonicalJson(manifest));
    parts['manifest.sha256'] = bytes(`${digest(parts['manifest.json'])}  manifest.json\n`);
  });

describe('a whole issue file', () => {
  it('gives back issue, pictures, versions and prints as they were', () => {
    const opened = open(packed);
    expect(opened).toEqual({ ...file, pictures: new Map([...file.pictures].sort()) });
    expect(opened.prints[0]!.faces[1]!.sha256).toBe('c'.repeat(64));
  });

  it('lists its parts by name in one order', () => {
    expect(Object.keys(unzipSync(packed))).toEqual([
      'mimetype',
      'manifest.json',
      'issue.json',
      ...[`pictures/${PHOTO_ID}`, `pictures/${LOGO_ID}`].sort(),
      'versions/1.json',
      'versions/2.json',
      'prints/1/print.json',
      'prints/1/display-list.json',
      'prints/1/fonts.json',
      'prints/1/print.pdf',
      'manifest.sha256',
    ]);
  });

  it('has the same bytes for the same content, made afresh, read back or packed twice', () => {
    expect(digest(packIssueFile(wholeFile()))).toBe(digest(packed));
    expect(digest(packIssueFile(open(packed)))).toBe(digest(packed));
    expect(digest(packIssueFile(file))).toBe(digest(packed));
  });

  it('keeps a picture as long as a version or a print names it, and no longer', () => {
    expect(namedPictures(file)).toEqual([PHOTO_ID, LOGO_ID].sort());
    expect(unpackIssue(packed, 'x').pictures.size).toBe(0);
    const fewer = withoutVersion(withoutVersion(file, 1), 2);
    expect([...open(packIssueFile(fewer)).pictures.keys()]).toEqual([LOGO_ID]);
    expect(open(packIssueFile({ ...fewer, prints: [] })).pictures.size).toBe(0);
  });

  it('stores pictures and PDFs once and without deflate, so that they can be seen in the file', () => {
    const text = Buffer.from(packed);
    const at = text.indexOf(PHOTO);
    expect(at).toBeGreaterThan(0);
    expect(text.indexOf(PHOTO, at + 1)).toBe(-1);
    expect(text.indexOf('%PDF-1.7 not really')).toBeGreaterThan(0);
  });

  it('gives a version back as the issue, and numbers never twice', () => {
    const back = restoreVersion(file, 1);
    expect(back.issue).toEqual(illustrated);
    expect(back.versions).toEqual(file.versions);
    const facts = { name: '付印', note: '', at: '2026-11-21T08:00:00Z', by: '', engine: '2' };
    expect(withVersion(withoutVersion(file, 1), facts).versions.map(({ number }) => number)).toEqual([2, 3]);
    expect(() => restoreVersion(file, 9)).toThrow('no version 9');
  });

  it('gives back any edited issue and its versions', () => {
    fc.assert(
      fc.property(choices(12), fc.string({ maxLength: 30 }), (list, name) => {
        const clean = name.replace(/[^\p{L}\p{N} ]/gu, '') || '初版';
        const facts = { name: clean, note: '', at: '2026-11-20T10:00:00+08:00', by: '某', engine: '2' };
        let at: IssueFile = issueFileOf(smallIssue(), new Map());
        const bare = (one: IssueFile) => ({ ...one, issue: { ...one.issue, pictures: [] } });
        for (const choice of list) {
          const edited = randomEdit(at.issue, choice)?.issue;
          if (!edited) continue;
          at = bare({ ...at, issue: edited });
          if (choice.kind % 5 === 0) at = withVersion(at, facts);
        }
        at = bare(at);
        expect(open(packIssueFile(at))).toEqual(at);
      }),
      { numRuns: 30, seed: 11 },
    );
  });

  it('is not written where it could not be read again', () => {
    const facts = { note: '', at: '2026-11-20T10:00:00+08:00', by: '某', engine: '2' };
    expect(() => packIssueFile(withVersion(file, { ...facts, name: '' }))).toThrow(/的记录有误（name）/);
    expect(() => packIssueFile(withVersion(file, { ...facts, name: '初版', at: '昨天' }))).toThrow('（at）');
    expect(() => packIssueFile({ ...file, pictures: new Map() })).toThrow('no bytes for picture');
    expect(() =>
      withPrint(file, { ...facts, issueHash: 'a'.repeat(64), displayList: null, faces: [], pdf: null }),
    ).toThrow('a print of nothing');
    const large = new Uint8Array(65_000_000);
    expect(() => packIssueFile({ ...file, pictures: new Map([...file.pictures, [LOGO_ID, large]]) })).toThrow(
      '这一期存不下',
    );
  });

  it('keeps a page from before this program as its PDF alone', () => {
    const old = withPrint(issueFileOf(illustrated, new Map([[PHOTO_ID, PHOTO]])), {
      at: '2020-03-15T00:00:00+08:00',
      by: '',
      engine: '',
      issueHash: 'b'.repeat(64),
      displayList: null,
      faces: [],
      pdf: bytes('%PDF'),
    });
    expect(open(packIssueFile(old))).toEqual(old);
  });
});

describe('parts of a newer program', () => {
  const newer = signed(
    (parts) => {
      parts['proofs/1.json'] = bytes('{"marks":[]}');
    },
    { minor: 4 },
  );

  it('are kept and written back with its minor version', () => {
    const opened = open(newer);
    expect([...opened.others]).toEqual([['proofs/1.json', bytes('{"marks":[]}')]]);
    const again = packIssueFile({ ...opened, issue: illustrated });
    expect(open(again).others).toEqual(opened.others);
    expect(JSON.parse(new TextDecoder().decode(unzipSync(again)['manifest.json'])).minor).toBe(4);
    expect(open(again).pictures.size).toBe(2);
  });

  it('are refused where no newer program says that it wrote them, or one of a new version', () => {
    const stray = (parts: Record<string, Uint8Array>) => {
      parts['proofs/1.json'] = bytes('{}');
    };
    expect(refusal(signed(stray))).toContain('本程序不认得的“proofs/1.json”');
    expect(refusal(tampered(stray))).toContain('清单上没有');
    expect(refusal(signed(stray, { version: 3 }))).toContain('请升级程序后再打开');
  });
});

describe('a part that was changed', () => {
  const said: Readonly<Record<string, string>> = {
    'issue.json': '正文“issue.json”',
    [`pictures/${PHOTO_ID}`]: '图片“sha256-',
    'versions/2.json': '第2个版本',
    'prints/1/print.json': '第1次付印的记录',
    'prints/1/display-list.json': '第1次付印的版面',
    'prints/1/fonts.json': '第1次付印的字体表',
    'prints/1/print.pdf': '第1次付印的印样 PDF',
    'manifest.json': '清单',
    'manifest.sha256': '清单',
    mimetype: 'mimetype',
  };

  it.each(Object.entries(said))('is named in the refusal: %s', (name, title) => {
    const changed = tampered((parts) => {
      const part = parts[name]!.slice();
      const last = part.length - 1;
      // A character of a number or a word, so that JSON stays JSON.
      part[last - 5]! ^= 1;
      parts[name] = part;
    });
    const sentence = refusal(changed);
    expect(sentence).toContain(title);
    expect(sentence).toContain('请改用备份');
    if (name.startsWith('pictures/')) expect(sentence).toContain('文字和版面完好');
  });

  it('says that the text is safe when it is, and that it is not when it is not', () => {
    expect(refusal(tampered((p) => delete p['prints/1/print.pdf']))).toContain(
      '缺少清单上的第1次付印的印样 PDF',
    );
    expect(refusal(tampered((p) => (p['issue.json'] = bytes('{}'))))).toContain('正文不完好');
  });

  it('is found for any bit of any part’s content, by its hash', () => {
    const parts = unzipSync(packed);
    const whole = Buffer.from(packed);
    fc.assert(
      fc.property(
        fc.constantFrom(`pictures/${PHOTO_ID}`, 'prints/1/print.pdf', 'manifest.sha256'),
        fc.nat(),
        fc.nat(7),
        (name, at, bit) => {
          const part = parts[name]!;
          const changed = new Uint8Array(whole);
          const where = whole.indexOf(part) + (at % part.length);
          changed[where]! ^= 1 << bit;
          expect(refusal(changed)).toContain('校验值不符');
        },
      ),
      { numRuns: 200, seed: 2 },
    );
  });

  it('never makes a flipped byte of the file pass for another content, with or without rescue', () => {
    for (let at = 0; at < packed.length; at += 19) {
      const changed = packed.slice();
      changed[at]! ^= 0x20;
      try {
        expect(open(changed)).toEqual(open(packed));
      } catch (error) {
        expect(error).toBeInstanceOf(IssueFileError);
      }
      try {
        const { file: rescued, lost } = rescueIssueFile(changed, 'x');
        if (lost.length === 0) expect(rescued).toEqual(open(packed));
        expect(() => packIssueFile(rescued)).not.toThrow();
      } catch (error) {
        expect(error).toBeInstanceOf(IssueFileError);
      }
    }
  });
});

describe('a file that somebody made badly', () => {
  it('is opened, rescued or refused with a sentence, whatever was done to its bytes', () => {
    const change = fc.record({
      how: fc.nat(3),
      at: fc.nat(),
      from: fc.nat(),
      value: fc.constantFrom(0, 1, 255, 1_000_000, 0xffffffff),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let broken = packed.slice();
        for (const { how, at, from, value } of changes) {
          const place = at % Math.max(1, broken.length - 4);
          if (how === 0) broken[place] = value & 255;
          else if (how === 1) broken = broken.slice(0, Math.max(8, place));
          else if (how === 2) broken.copyWithin(place, from % broken.length, (from % broken.length) + 100);
          else new DataView(broken.buffer).setUint32(place, value, true);
        }
        for (const read of [open, (of: Uint8Array) => rescueIssueFile(of, 'x')])
          try {
            read(broken);
          } catch (error) {
            expect(error).toBeInstanceOf(IssueFileError);
            expect((error as Error).message).toMatch(/^“.*。$/);
          }
      }),
      { numRuns: 500, seed: 12 },
    );
  });

  it('is refused when a version, a print or its fonts are not what the format says', () => {
    const json = (name: string, value: unknown) =>
      signed((parts) => {
        parts[name] = bytes(canonicalJson(value));
      });
    const print = JSON.parse(new TextDecoder().decode(unzipSync(packed)['prints/1/print.json']));
    expect(refusal(json('prints/1/print.json', { ...print, version: 2 }))).toContain(
      '第1次付印的记录有误（version）',
    );
    expect(refusal(json('prints/1/fonts.json', {}))).toContain('第1次付印所用字体的记录有误');
    expect(refusal(json('prints/1/display-list.json', []))).toContain('画不出来');
    expect(refusal(json('versions/2.json', { ...print, format: 'zuban-version' }))).toContain(
      '第2个版本的记录有误',
    );
    expect(refusal(json('prints/2/print.json', print))).toContain('第2次付印的记录不完整');
    expect(refusal(signed((parts) => delete parts[`pictures/${PHOTO_ID}`]))).toContain('缺少第1幅图片');
  });
});

describe('JSON that would fill the memory', () => {
  const issueOf = (stories: string): string =>
    `{"format":"zuban-issue","version":1,"issue":{"stories":${stories}}}`;
  const deep = (levels: number): string => issueOf('['.repeat(levels) + ']'.repeat(levels));
  const many = (what: string, count: number): string => issueOf(`[${`${what},`.repeat(count)}${what}]`);
  /** Sealed as the program itself would; stored, so that no ratio betrays it. No long text reaches the parser. */
  const refusedUnread = (name: string, json: string, level: 0 | 9): string => {
    const sealed = zipSync(unzipSync(signed((p) => (p[name] = bytes(json)))), { level });
    const parse = vi.spyOn(JSON, 'parse');
    try {
      const why = refusal(sealed);
      const rescued = () => rescueIssueFile(sealed, '第43期.zuban');
      expect(rescued).toThrow(IssueFileError);
      expect(Math.max(0, ...parse.mock.calls.map(([text]) => text.length))).toBeLessThan(500_000);
      return why;
    } finally {
      parse.mockRestore();
    }
  };

  it.each(['issue.json', 'versions/1.json', 'prints/1/display-list.json'])(
    'is refused in a sealed %s before it is parsed',
    (name) => {
      expect(refusedUnread(name, deep(400_000), 0)).toMatch(/数据过多或层次过深/);
      for (const what of ['[]', '{}', '0'])
        expect(refusedUnread(name, many(what, 2_100_000), 0)).toMatch(/数据过多或层次过深/);
      expect(refusedUnread(name, many('[]', 2_100_000), 9)).toMatch(/压缩比异常/);
    },
  );

  it('is refused where a manifest is it', () => {
    const sealed = tampered((p) => (p['manifest.json'] = bytes('['.repeat(3_000_000))));
    expect(refusal(zipSync(unzipSync(sealed), { level: 0 }))).toContain('清单里的数据过多或层次过深');
  });

  it('is refused where only its parts together are too much', () => {
    const version = many('{}', 900_000);
    const sealed = signed((p) => {
      for (let n = 1; n <= 5; n++) p[`versions/${n}.json`] = bytes(version);
    });
    expect(refusal(zipSync(unzipSync(sealed), { level: 0 }))).toContain('里的数据过多');
  });

  it('is not what stands in a text, and a text that is all the same can be saved and opened', () => {
    const text = '[{,\\"'.repeat(600_000);
    const whole = setParagraphText(file.issue, file.issue.stories[0]!.id, 0, text).issue;
    expect(open(packIssueFile({ ...file, issue: whole })).issue).toEqual(whole);
  });

  it('is not saved either', () => {
    const issue = { ...smallIssue(), pictures: [] };
    const long = setParagraphText(issue, issue.stories[0]!.id, 0, '甲'.repeat(5_900_000)).issue;
    expect(() => packIssueFile(issueFileOf(long, new Map()))).toThrow('正文“issue.json”过大');
  });
});

describe('the rescue of a damaged file', () => {
  it('loses nothing of a whole one', () => {
    expect(rescueIssueFile(packed, 'x')).toEqual({ file: open(packed), lost: [] });
  });

  it('gives the text without a picture that is damaged, and names it', () => {
    const own = issueFileOf(illustrated, new Map([[PHOTO_ID, PHOTO]]));
    const whole = Buffer.from(packIssueFile(own));
    const damaged = new Uint8Array(whole);
    damaged[whole.indexOf(PHOTO) + 3]! ^= 1;
    const { file: rescued, lost } = rescueIssueFile(damaged, 'x');
    const lostPictures = illustrated.pictures.map((picture) => ({ ...picture, lost: true }));
    expect(rescued.issue).toEqual({ ...illustrated, pictures: lostPictures });
    expect(lost).toEqual([
      { name: `pictures/${PHOTO_ID}`, message: expect.stringMatching(/^图片“.*”：已损坏或缺失。$/) },
    ]);
    const again = open(packIssueFile(rescued));
    expect(again.issue.stories[0]!.pictures[0]!.picture).toBe(PHOTO_ID);
    expect(again.issue.pictures).toEqual(lostPictures);
    const [photo] = illustrated.pictures;
    expect(addPicture(again.issue, photo!).issue.pictures).toEqual([photo]);
  });

  it('takes the latest whole version where the issue itself is damaged', () => {
    const damaged = tampered((p) => (p['issue.json'] = bytes('{')));
    const { file: rescued, lost } = rescueIssueFile(damaged, 'x');
    expect(rescued.issue).toEqual(file.versions[1]!.issue);
    expect(lost[0]!.message).toContain('现用的是版本“一校后”（2026-11-20）的正文');
  });

  it('gives a text that only may be wrong with a warning, and refuses where there is none', () => {
    const own = packIssueFile(issueFileOf({ ...smallIssue(), pictures: [] }, new Map()));
    const changed = (json: string) => {
      const parts: Record<string, Uint8Array> = { ...unzipSync(own) };
      parts['issue.json'] = bytes(json);
      return zipSync(parts);
    };
    const text = new TextDecoder().decode(unzipSync(own)['issue.json']);
    const { file: rescued, lost } = rescueIssueFile(changed(text.replace('小公交', '小公文')), 'x');
    expect(rescued.issue.stories[1]!.headline).toBe('小公文进小巷');
    expect(lost[0]!.message).toContain('请仔细核对');
    expect(() => rescueIssueFile(changed('{'), '第43期.zuban')).toThrow(
      /^“第43期.zuban”的正文已损坏.*请改用备份。$/,
    );
  });

  it('reads a file that was cut off from its beginning', () => {
    // Of the first only the directory is gone.
    for (const [share, whole] of [
      [0.95, true],
      [0.7, false],
      [0.5, false],
    ] as const) {
      const cut = packed.subarray(0, Math.floor(packed.length * share));
      expect(refusal(cut)).toContain('已经损坏');
      const { file: rescued, lost } = rescueIssueFile(cut, 'x');
      expect(rescued.issue).toEqual(file.issue);
      expect(lost.length === 0).toBe(whole);
    }
    expect(() => rescueIssueFile(packed.subarray(0, 200), 'x')).toThrow(IssueFileError);
    expect(() => rescueIssueFile(new Uint8Array(1_000), 'x')).toThrow('认不出来');
  });
});
