/** Pictures that cannot be printed, each with the places where it stands. Pure: who judges the bytes hands in what is wrong. */
import type { Issue, PictureId } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';

/**
 * `cut`: its end is missing. `damaged`: what is there cannot be decoded. `large`: more pixels than the program takes in.
 * `missing`: the file does not hold it. The last three say nothing of the picture, only of the reading: `late`, over its
 * time; `memory`, over its memory; `unread`, its process did not start or ended before it was done.
 */
export type PictureFault = 'cut' | 'damaged' | 'large' | 'missing' | 'late' | 'memory' | 'unread';

/** After the picture's name. */
export const FAULT_WORDS: Readonly<Record<PictureFault, string>> = {
  cut: '不完整，后半截缺失',
  damaged: '已损坏，画不出来',
  large: '的像素太多，超过上限',
  missing: '的内容不在文件里',
  late: '读取超时，这一次没有读完',
  memory: '读取时内存超限，这一次没有读完',
  unread: '的读取进程没有完成，这一次没有读出来',
};

const REMEDY: Readonly<Record<PictureFault, string>> = {
  cut: '请换上完好的图片',
  damaged: '请换上完好的图片',
  large: '请换小一些的图片',
  missing: '请换上完好的图片',
  late: '请再试一次，或换小一些的图片',
  memory: '请再试一次，或换小一些的图片',
  unread: '请再试一次，或换小一些的图片',
};

/** Instead of the picture, on the field where it would stand. */
export const FIELD_WORDS: Readonly<Record<PictureFault, string>> = {
  cut: '图片损坏',
  damaged: '图片损坏',
  large: '图片过大',
  missing: '图片缺失',
  late: '图片没有读出',
  memory: '图片没有读出',
  unread: '图片没有读出',
};

const quoted = (text: string): string => `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`;

/** A problem for each place on a page, and for the nameplate; a picture that no page shows is no problem. */
export const pictureProblems = (
  issue: Issue,
  faults: ReadonlyMap<PictureId, PictureFault>,
): readonly Problem[] => {
  if (faults.size === 0) return [];
  const problem = (id: PictureId, where: string, place: Partial<Problem>): readonly Problem[] => {
    const fault = faults.get(id);
    if (fault === undefined) return [];
    const name = issue.pictures.find((picture) => picture.id === id)?.name ?? id;
    return [
      {
        kind: fault === 'missing' ? 'missing-picture' : 'broken-picture',
        severity: 'error',
        message: `${where}的图片“${name}”${FAULT_WORDS[fault]}，印出来是一块灰，${REMEDY[fault]}。`,
        ...place,
      },
    ];
  };
  const nameplate = issue.publication.masthead.nameplatePicture;
  const onPages = issue.pages.flatMap(({ frames }, index) =>
    frames.flatMap((frame) => {
      const story = issue.stories.find(({ id }) => id === frame.story);
      if (!story) return [];
      const where = `第${index + 1}版${quoted(story.headline || story.paragraphs[0]?.text || '无题稿件')}`;
      return frame.pictures.flatMap(({ index: at }) => {
        const placed = story.pictures[at];
        const place = { page: index + 1, story: story.id, frame: frame.id };
        return placed ? problem(placed.picture, where, place) : [];
      });
    }),
  );
  return [...(nameplate === undefined ? [] : problem(nameplate, '第1版报头', { page: 1 })), ...onPages];
};
