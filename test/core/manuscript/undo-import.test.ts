import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../core/issue/edit.ts';
import { setHeadlineBreaks } from '../../../core/issue/edits.ts';
import { readManuscripts } from '../../../core/manuscript/read-manuscripts.ts';
import { refuseNormalisation, restoreRemoved } from '../../../core/manuscript/undo-import.ts';
import { PUBLICATIONS } from '../../../core/publication/profiles/profiles.ts';

const PASSAGE =
  '河堤上的柳树先绿了起来，孩子们放学后在堤上放风筝，卖糖葫芦的老人也来了，他说今年的春天比去年早了整整十天，堤上的人也比去年多了一倍，晚上要到八点才散。';
const COPY = `## 河堤公园补种柳树\n\n3月8日,管理处补种了300棵柳树。${PASSAGE}（下转二版）\n\n${PASSAGE}\n\n(记者 方亦然)\n\n## 新路灯亮了\n\n昨晚,路灯亮了。\n`;

const read = () =>
  readManuscripts([{ name: '稿.txt', text: COPY }], PUBLICATIONS, { publication: 'shangjie-shibao' });

describe('the answer to an import report', () => {
  it('puts a removed passage back, and can be undone', () => {
    const { issue, report } = read();
    const removed = report.files[0]!.removed.find((one) => one.reason === 'duplicate')!;
    expect(removed.text).toContain('河堤上的柳树');
    const edit = restoreRemoved(issue, removed)!;
    const texts = edit.issue.stories[0]!.paragraphs.map((p) => p.text).join('');
    expect(texts.split(removed.text)).toHaveLength(3);
    expect(applyPatches(edit.issue, edit.inverse)).toEqual(issue);
  });

  it('refuses any single normalisation: what the manuscript had stands there again', () => {
    const { issue, report } = read();
    const changes = report.files[0]!.normalisations.filter((one) => one.place !== null);
    expect(changes.length).toBeGreaterThan(1);
    for (const change of changes) {
      const edit = refuseNormalisation(issue, change);
      expect(edit, change.rule).not.toBeNull();
      expect(applyPatches(edit!.issue, edit!.inverse)).toEqual(issue);
      expect(edit!.issue).not.toEqual(issue);
    }
  });

  it('keeps the breaks of a headline at their words', () => {
    const { issue, report } = readManuscripts(
      [{ name: '稿.txt', text: '## 河堤公园,补种柳树\n\n种完了。\n' }],
      PUBLICATIONS,
      {
        publication: 'shangjie-shibao',
      },
    );
    const change = report.files[0]!.normalisations.find((one) => one.place?.part === 'headline')!;
    const broken = setHeadlineBreaks(issue, 's1', 'headline', [2, 5, 7]).issue;
    const refused = refuseNormalisation(broken, change)!.issue.stories[0]!;
    expect(refused.headline).toBe('河堤公园,补种柳树');
    expect(refused.breaks.headline).toEqual([2, 5, 7]);
  });

  it('does nothing where the text has been edited since', () => {
    const { issue, report } = read();
    const change = report.files[0]!.normalisations.find((one) => one.place?.part === 'paragraph')!;
    const story = issue.stories.find((one) => one.id === change.place!.story)!;
    const edited = {
      ...issue,
      stories: issue.stories.map((one) =>
        one === story ? { ...one, paragraphs: one.paragraphs.map((p) => ({ ...p, text: '改过了' })) } : one,
      ),
    };
    expect(refuseNormalisation(edited, change)).toBeNull();
  });
});
