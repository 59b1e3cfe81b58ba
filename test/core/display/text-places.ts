/** Every place of an issue's texts that a caret can be stepped to, and stories that try the typesetting. */
import type { CaretBox } from '../../../core/display/empty-text.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { type Issue, type Mark, paragraph, type Story } from '../../../core/issue/issue.ts';
import { partsOf, type TextPlace, textOf } from '../../../core/issue/text-place.ts';
import { stepOffset } from '../../../core/issue/text-steps.ts';
import { fonts } from '../typeset/fonts.ts';

export const pagesOf = (issue: Issue) => layOutIssue(issue, fonts).displayList.pages;

export const placesOf = (story: Story): readonly TextPlace[] =>
  partsOf(story).flatMap((name) => {
    const text = textOf(story, name.part, name.paragraph);
    const places: TextPlace[] = [{ ...name, offset: 0 }];
    for (let at = 0; at < text.length; ) {
      at = stepOffset(text, at, 1);
      places.push({ ...name, offset: at });
    }
    return places;
  });

/** The point that a click on the caret's middle has. */
export const middleOf = ({ x, top, height, turned }: CaretBox) =>
  turned ? { x: x + height / 2, y: top } : { x, y: top + height / 2 };

/** Pieces that the typesetter treats each in its own way. */
export const PIECES = [
  '河堤公园补种柳树',
  '管理处的老陈说：“今年补种了300棵，”',
  '《县报》、（第一版）',
  '——首批12辆今起上路——',
  '盼着把路灯也换一换……',
  'Wi-Fi覆盖率95.5%，达到PM2.5标准',
  '《“十四五”规划》',
  '葛\u{e0100}城𬭎',
  '《齉䶮𬍛㛃》',
  '真的吗？！是的！',
  '共和 国  成立',
  '·',
  'e\u0301cole',
  '笑\u{1f600}脸\u{1f600}',
  '邮箱zhongxin@example.com可投',
];

/** A paragraph of pieces by index; every third character or so starts or ends a bold range. */
export const pieced = (indexes: readonly number[], bold = false) => {
  const text = indexes.map((i) => PIECES[i % PIECES.length]!).join('，');
  const marks: Mark[] =
    bold && text.length > 3 ? [{ from: 0, to: text.indexOf('，', 1) + 1, kind: 'bold' }] : [];
  return { ...paragraph(text), marks: marks.filter((m) => m.to > 0) };
};
