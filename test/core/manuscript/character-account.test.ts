import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountForCharacters } from '../../../core/manuscript/character-account.ts';
import { readManuscripts } from '../../../core/manuscript/read-manuscripts.ts';
import { balanceOf, bodyText, readText, stubPublication } from './manuscript-builders.ts';

const LONG = bodyText('河岸上人来人往', 120);

/** Lines of every kind that the import knows, and fragments that look like them. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '',
    '# 上街时报',
    'SHANGJIE NEWSLETTER',
    '2020年3月',
    '15',
    '星期日',
    '第9期(总第636期)',
    '2020年2月30日',
    '## 河岸添新绿',
    '### 三镇共栽',
    '河岸添新绿',
    '引题：春到',
    '副题: 三镇',
    '——三镇共栽新苗',
    '提要：一个上午。',
    '（记者 林间 周远）',
    '(记者 林间)',
    '（摘自《河岸日报》）',
    '(来源:新华社)',
    '（镇农办）',
    '本报记者 林间',
    '- 新桥通车',
    '- 老街换灯（详见三版）',
    '（详见二版）',
    '●',
    '●11月3日,栽树.',
    '△ 又栽树。（镇农办）',
    '* 星号',
    '（下转二版）',
    '（上接一版）',
    '下转三版',
    `${LONG}(下转二版)`,
    `（上接一版）${LONG}`,
    LONG,
    LONG.slice(20),
    LONG.slice(0, -7),
    '![植树（林间 摄）](a(1).jpg)',
    '![](b.jpg)',
    '图为河岸。 林间 摄',
    '---',
    '***',
    '**河岸又添新绿** 今天开工。',
    '**',
    '****',
    '今天**全部栽完**。',
    '新桥通车..... 3',
    '- 老街换灯 …… 4',
    '河岸.. 5',
    '社区..... 6',
    '目录',
    '要闻',
    '要闻简报',
    '本期送：各镇',
    '发：各村',
    '责任编辑：林间',
    '(共印 130 份)',
    '他说"好',
    "来'了'",
    'a@b.cn, http://x.y/z)',
    '二O二0年...--',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(...'河岸，。（）()“”"\'#*-●…. \u3000版转接见一二O0:;!?\ud800\u200b\ufeff\u2028'),
    maxLength: 40,
  }),
);

describe('the character account', () => {
  it('balances over any mixture of lines', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (lines, end) => {
          // A manuscript is never without copy: that is refused, and tested elsewhere.
          const text = ['河岸', ...lines].join(end);
          expect([...balanceOf(text).difference]).toEqual([]);
        },
      ),
      { numRuns: 400, seed: 20200315 },
    );
  });

  it('balances over several files, jumps across them included', () => {
    const files = [
      { name: '一.md', text: `## 河岸添新绿\n\n${LONG}（下转二版）` },
      { name: '二.md', text: `## 河岸添新绿\n（上接一版）\n\n${LONG.slice(0, 70)}第二天` },
    ];
    const account = accountForCharacters(files, readManuscripts(files, [stubPublication()]));
    expect([...account.difference]).toEqual([]);
  });

  it('shows a character that a story has lost', () => {
    const text = `## 河岸添新绿\n\n${LONG}`;
    const result = readText(text);
    const story = { ...result.issue.stories[0]!, headline: '河岸添新' };
    const account = accountForCharacters([{ name: '稿件.md', text }], {
      ...result,
      issue: { ...result.issue, stories: [story] },
    });
    expect([...account.difference]).toEqual([['绿', 1]]);
  });

  it('is the same for the same copy', () => {
    const text = `# 上街时报\n第9期\n## 河岸添新绿\n\n${LONG}`;
    expect(JSON.stringify(readText(text))).toBe(JSON.stringify(readText(text)));
  });
});
