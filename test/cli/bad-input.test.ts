/** What offices send and what goes wrong: each input gives a result or one clear sentence, never a stack trace. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copy, manuscript, type Outcome, Workplace } from './run-zuban.ts';

const place = new Workplace();
let packed: Buffer;
beforeAll(async () => {
  place.directory('输出');
  place.directory('文件夹');
  place.directory('文件夹.zuban');
  place.file('好.md', manuscript());
  await place.runBuilt(['import', '好.md', '-o', '好.zuban']);
  packed = place.read('好.zuban');
});
afterAll(() => place.remove());

const TRACE = /\n\s+at |node:|file:\/\/|[A-Za-z]*Error\b|undefined|NaN|程序内部出错/;

const exporting = (...paths: string[]): Promise<Outcome> =>
  place.run([
    'export',
    ...paths,
    '--pdf',
    '输出/a.pdf',
    '--dump',
    '输出/a.txt',
    '--svg',
    '输出/a',
    '--report',
    '输出/a.json',
  ]);

const refused = async (run: Promise<Outcome>, file: string, cause: RegExp) => {
  const { code, stdout, stderr } = await run;
  expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(file);
  expect(stderr).toMatch(cause);
  expect(stderr).toMatch(/。\n$/);
  expect(stderr).not.toMatch(TRACE);
  expect(place.names('输出')).toEqual([]);
};

/** Exports, checks that nothing but whole files came out, and gives what was said and set. */
const printed = async (run: Promise<Outcome>): Promise<{ said: string; dump: string }> => {
  const { code, stdout, stderr } = await run;
  expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: '' });
  expect(stderr).not.toMatch(TRACE);
  const dump = place.text('输出/a.txt');
  expect(place.read('输出/a.pdf').subarray(-6).toString('latin1')).toBe('%%EOF\n');
  expect(place.text('输出/a-1.svg')).toMatch(/<\/svg>\n$/);
  JSON.parse(place.text('输出/a.json'));
  expect(place.names('输出').filter((name) => name.startsWith('.'))).toEqual([]);
  return { said: stderr, dump };
};
const setText = (dump: string): string =>
  dump
    .split('\n')
    .map((line) => line.split(' | ')[1] ?? '')
    .join('');

const utf16 = (text: string, bigEndian = false): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
/** 清晨的湖面起了薄雾，in GBK, sixteen times, under a heading of 湖边. */
const GBK = Buffer.concat([
  Buffer.from('2320bafeb1df0a0a', 'hex'),
  ...Array<Buffer>(16).fill(Buffer.from('c7e5b3bfb5c4bafec3e6c6f0c1cbb1a1ceeda3ac', 'hex')),
  Buffer.from('a1a30a', 'hex'),
]);
/** Bytes without a pattern, the same on every run. */
const junk = (length: number): Buffer => {
  let state = 12_345;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    }),
  );
};

describe('an input that cannot be read is refused in one sentence', () => {
  const FILES: readonly (readonly [string, string, () => string | Uint8Array, RegExp])[] = [
    ['an empty file', '空.txt', () => '', /空/],
    ['a file of blanks', '白.txt', () => ' \n\n　\n', /没有文字/],
    ['binary junk', '乱.txt', () => junk(5000), /读不出文字|控制字符/],
    ['a Word document', '稿.docx', () => Buffer.from('504b0304140000000800', 'hex'), /Word/],
    ['Latin-1', '拉丁.txt', () => Buffer.from('Café señor naïve '.repeat(30), 'latin1'), /读不出文字/],
    ['a text of 50 MB', '大.txt', () => Buffer.alloc(50_000_000, '湖边步道。\n'), /5MB/],
    ['an empty .zuban', '零.zuban', () => '', /期文件/],
    ['a text named .zuban', '假.zuban', () => manuscript(), /期文件/],
    ['a .zuban cut in its middle', '断.zuban', () => packed.subarray(0, packed.length >> 1), /期文件/],
    ['a .zuban without its last byte', '缺.zuban', () => packed.subarray(0, -1), /期文件|损坏|不完整/],
    [
      'a .zuban with one byte changed',
      '改.zuban',
      () => packed.map((byte, i) => (i === packed.length >> 1 ? byte ^ 1 : byte)),
      /损坏|校验/,
    ],
  ];
  it.each(FILES)('%s', async (_, name, content, cause) => {
    place.file(name, content());
    await refused(exporting(name), name, cause);
    if (!name.endsWith('.zuban'))
      await refused(place.run(['import', name, '-o', '输出/a.zuban']), name, cause);
  });

  it('a file that is missing, a folder, a device', async () => {
    await refused(exporting('没有.md'), '没有.md', /不存在/);
    await refused(exporting('没有.zuban'), '没有.zuban', /没有这个文件/);
    await refused(exporting('文件夹'), '文件夹', /文件夹/);
    await refused(exporting('文件夹.zuban'), '文件夹.zuban', /文件夹/);
    await refused(exporting('好.md', '没有.md'), '没有.md', /不存在/);
    if (process.platform !== 'win32') await refused(exporting('/dev/zero'), '/dev/zero', /不是文件/);
  });

  it('an issue file together with other files', async () => {
    await refused(exporting('好.zuban', '好.md'), '好.zuban', /一次只能打开一个/);
  });

  it('a publication that does not exist', async () => {
    await refused(
      place.run(['import', '好.md', '-o', '输出/a.zuban', '--publication', '晚报']),
      '晚报',
      /没有刊物/,
    );
  });
});

describe('an output that cannot be written is refused before anything is written', () => {
  const elsewhere = (...args: string[]) => place.run(['export', '好.md', '--pdf', '输出/a.pdf', ...args]);
  it.each([
    ['--dump', '没有这里/a.txt', /文件夹“没有这里”不存在/],
    ['--report', '好.md/a.json', /不是文件夹/],
    ['--png', '没有这里/a', /文件夹“没有这里”不存在/],
    ['--svg', '没有这里/a', /文件夹“没有这里”不存在/],
    ['--dump', '文件夹', /这是文件夹/],
    ['--dump', `${'长'.repeat(300)}.txt`, /文件名过长/],
  ])('%s %s', async (option, path, cause) => {
    await refused(elsewhere(option, path), path, cause);
  });

  it('an issue file in a folder that does not exist', async () => {
    await refused(place.run(['import', '好.md', '-o', '没有这里/a.zuban']), '没有这里', /不存在/);
    const both = ['import', '好.md', '-o', '输出/a.zuban', '--report', '没有这里/a.json'];
    await refused(place.run(both), '没有这里', /不存在/);
  });

  it('a resolution that makes the page too large', async () => {
    await refused(elsewhere('--png', '输出/a', '--dpi', '1200', '--format', '对开'), '第1版', /--dpi/);
  });
});

describe('an unusual input is set, and what is amiss is said', () => {
  const ENCODINGS: readonly (readonly [string, () => Uint8Array])[] = [
    ['UTF-8 with a byte order mark', () => Buffer.from(`\ufeff${manuscript()}`)],
    ['UTF-16, little-endian', () => Buffer.concat([Buffer.from('fffe', 'hex'), utf16(manuscript())])],
    ['UTF-16, big-endian', () => Buffer.concat([Buffer.from('feff', 'hex'), utf16(manuscript(), true)])],
    ['UTF-16 without a mark', () => utf16(manuscript())],
  ];
  it.each(ENCODINGS)('%s', async (_, content) => {
    await printed(exporting('好.md'));
    const plain = place.text('输出/a.txt');
    place.file('编码.txt', content());
    expect((await printed(exporting('编码.txt'))).dump).toBe(plain);
  });

  it('GBK', async () => {
    place.file('国标.txt', GBK);
    const { dump } = await printed(exporting('国标.txt'));
    expect(setText(dump)).toContain('清晨的湖面起了薄雾，清晨的湖面');
  });

  it('a story of 40,000 characters in one paragraph, none of them lost', async () => {
    place.file('长.md', manuscript('长稿', copy(40_000)));
    const { dump } = await printed(exporting('长.md'));
    expect(dump.match(/薄/g)).toHaveLength(copy(40_000).match(/薄/g)!.length);
    expect(JSON.parse(place.text('输出/a.json')).problems).not.toContainEqual(
      expect.objectContaining({ kind: 'overset' }),
    );
  });

  it('a heading of 300 characters', async () => {
    place.file('标题.md', manuscript('长标题里写了许多许多字'.repeat(28)));
    const { dump, said } = await printed(exporting('标题.md'));
    expect(setText(dump).match(/长标题里写了许多许多字|长/g)!.length).toBeGreaterThanOrEqual(28);
    expect(said).toMatch(/标题“长标题.*请缩短标题/);
  });

  it('characters that no font has: 〓 in their place, each one named', async () => {
    place.file('生僻.md', manuscript('生僻字', `${copy()}牌是\u{1f004}，私用\u{f0000}。${copy()}`));
    const { dump, said } = await printed(exporting('生僻.md'));
    expect(setText(dump)).toMatch(/牌是〓，私用〓。/);
    expect(said).toMatch(/U\+1F004、U\+F0000/);
  });

  it('lone surrogates', async () => {
    const text = Buffer.concat([utf16(`\ufeff${manuscript('断字')}`), Buffer.from([0, 0xd8]), utf16(copy())]);
    place.file('断字.txt', text);
    const { said } = await printed(exporting('断字.txt'));
    expect(said).toMatch(/读不出的字/);
    place.file('坏.txt', Buffer.concat([Buffer.from(manuscript('断字')), Buffer.from('eda080', 'hex')]));
    const damaged = await exporting('坏.txt');
    expect([0, 1]).toContain(damaged.code);
    expect(damaged.stderr).toMatch(/坏\.txt.*读不出/);
  });

  it('right-to-left text', async () => {
    place.file('来信.md', manuscript('来信', `${copy()}${'שלום עולם مرحبا بالعالم '.repeat(40)}${copy()}`));
    const { said } = await printed(exporting('来信.md'));
    expect(said).toMatch(/字体里没有的字/);
  });

  it.each(['2020年2月30日', '2020年13月45日', '2019年2月29日'])(
    'the date %s, which does not exist',
    async (date) => {
      place.file('日期.md', manuscript().replace('2026年11月20日', date));
      const { dump, said } = await printed(exporting('日期.md'));
      expect(said).toContain(`没有${date}这一天`);
      expect(dump).toContain('＿＿年＿＿月');
    },
  );

  it('a picture that is missing, or is none', async () => {
    place.file('假.jpg', 'no picture');
    place.file(
      '图.md',
      manuscript('湖边', `${copy()}\n\n![晨景](没有.jpg)\n\n${copy()}\n\n![晚景](假.jpg)\n\n${copy()}`),
    );
    const { said } = await printed(exporting('图.md'));
    expect(said).toMatch(/图\.md 第\d+行的图片没有排入：没有\.jpg/);
    expect(said).toMatch(/图\.md 第\d+行的图片没有排入：.*假\.jpg/);
  });

  it('a story of nothing but Latin letters without a blank, of marks, of blanks', async () => {
    for (const [name, body] of [
      ['拉丁', 'a'.repeat(20_000)],
      ['标点', '，。！'.repeat(4_000)],
      ['空格', `${' '.repeat(100_000)}字`],
    ] as const) {
      place.file('怪.md', manuscript(name, body));
      await printed(exporting('怪.md'));
    }
  });

  it('a thousand stories', async () => {
    const stories = Array.from({ length: 1000 }, (_, i) => `## 第${i + 1}条消息\n\n${copy(40)}\n`);
    place.file('多.md', stories.join('\n'));
    await printed(exporting('多.md'));
  });
});
