import { describe, expect, it } from 'vitest';
import { readManuscripts } from '../../../core/manuscript/read-manuscripts.ts';
import { balanceOf, bodyText, readText, stubPublication } from './manuscript-builders.ts';

const A = bodyText('三月里春风吹绿了河岸');
const STORY = `## 河岸添新绿\n\n${A}\n`;
const headOf = (text: string, publication?: string) => {
  expect([...balanceOf(text).difference]).toEqual([]);
  const { issue, report } = readText(text, publication === undefined ? {} : { publication });
  return {
    other: report.publication.other,
    head: issue.publication.masthead,
    notes: issue.importNotes.map(({ message }) => message).join('\n'),
  };
};

describe('copy of another paper', () => {
  it.each([
    ['its masthead', `青岚时报\n2026年11月20日\n第9期\n\n${STORY}`, '青岚时报', '青岚时报'],
    ['its nameplate alone', `# 青 岚 周 报\n\n${STORY}`, '青岚周报', '青 岚 周 报'],
    ['its name in marks', `《青岚日报》\n\n${STORY}`, '青岚日报', '青岚日报'],
    ['its publisher', `第9期\n青岚县融媒体中心编印\n\n${STORY}`, '青岚县融媒体中心编印', ''],
    ['its publisher at the foot', `${STORY}\n主办：青岚县融媒体中心\n`, '青岚县融媒体中心', ''],
    ['its permit', `第9期\n湖北省连续性内资\n【审武汉连】00015号\n\n${STORY}`, '湖北省连续性内资', ''],
    ['its national number', `${STORY}\n国内统一刊号：CN 42-0088\n`, '国内统一刊号：CN 42-0088', ''],
  ])('is told by %s, and does not get this one’s head', (_, text, name, nameplate) => {
    const { other, head, notes } = headOf(text);
    expect(other).toBe(name);
    expect(head.nameplate).toBe(nameplate);
    expect(head.hotline).toBe('');
    expect(head.publisher).not.toContain('上街');
    expect(notes).toContain('没有套用“上街时报”的报头');
  });

  it('gets this one’s head where that was asked for, with a note', () => {
    const { head, notes } = headOf(`# 青岚周报\n\n${STORY}`, 'shangjie-shibao');
    expect(head.hotline).not.toBe('');
    expect(notes).toContain('照指定仍用');
  });

  it.each([
    ['the house’s own', `# 上街时报\n第9期\n中共上街区委宣传部出版\n\n${STORY}`],
    ['a credit', `${STORY}\n（摘自《郑州日报》）\n`],
    ['a source', `${STORY}\n来源：河南日报\n`],
    ['an agency', `## 河岸添新绿\n\n据新华社消息，${A}\n`],
    ['a mention', `## 郑州日报社记者来我区采访\n\n《郑州日报》刊发了河岸的照片。${A}\n`],
    ['a report of another kind', `喜报\n\n${A}\n`],
    ['a blackboard', `# 黑板报\n\n${A}\n`],
    ['the host of an event', `${STORY}\n主办单位：青岚县文化馆\n`],
  ])('is not seen in %s', (_, text) => {
    const { other, head } = headOf(text);
    expect(other).toBeNull();
    expect(head.nameplate).toBe('上街时报');
    expect(head.hotline).toBe('监督电话 67183172');
  });

  it('is not seen where the house has that paper as well', () => {
    const second = stubPublication({ id: 'qinglan', name: '青岚周报' });
    const text = `# 青岚周报\n\n${STORY}`;
    const { report } = readManuscripts([{ name: '稿', text }], [stubPublication(), second]);
    expect(report.publication).toMatchObject({ id: 'qinglan', other: null });
  });
});
