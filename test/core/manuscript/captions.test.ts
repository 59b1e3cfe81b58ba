import { describe, expect, it } from 'vitest';
import { isCaption } from '../../../core/manuscript/captions.ts';
import { balanceOf, bodyText, readText } from './manuscript-builders.ts';

const A = bodyText('三月里春风吹绿了河岸');
const HEAD = `## 河岸添新绿\n\n${A}\n\n`;

const read = (text: string) => {
  expect([...balanceOf(text).difference]).toEqual([]);
  const { issue, report } = readText(text);
  return {
    body: issue.stories.flatMap(({ paragraphs }) => paragraphs.map((p) => p.text)),
    waiting: issue.importNotes.map(({ words, about }) => [words, about?.kind]),
    pictures: report.pictures.map(({ file, caption, credit }) => [file, caption, credit]),
  };
};

describe('a caption without its picture', () => {
  it.each([
    ['图为村民在栽树。'],
    ['上图：栽树的村民'],
    ['图①：栽好的树苗'],
    ['村民在河岸栽树。林间 摄'],
    ['图为村民在栽树。栽完又浇水。本报记者 林间 摄'],
    ['村民在栽树（林间 摄）'],
  ])('leaves the body and waits for it with its words: %s', (line) => {
    const { body, waiting } = read(`${HEAD}${line}\n`);
    expect(body).toEqual([A]);
    expect(waiting).toHaveLength(1);
    expect(waiting[0]![1]).toBe('picture');
    expect(waiting[0]![0]!.replaceAll('\u3000', '')).toBe(line.replaceAll(' ', ''));
  });

  it('is the story itself where a headline stands over nothing else', () => {
    const { body, waiting } = read('## 河岸添新绿\n\n村民在河岸栽树。林间 摄\n');
    expect(body).toEqual(['村民在河岸栽树。林间\u3000摄']);
    expect(waiting).toEqual([]);
  });

  it('is kept where nothing else is in the file', () => {
    const { waiting } = read('图为村民在栽树。林间 摄\n');
    expect(waiting).toHaveLength(1);
    const { issue } = readText('图为村民在栽树。林间 摄\n');
    expect(issue.importNotes[0]!.story).toBe('s1');
  });
});

const LIFE = '图为他二十岁时拍的照片，如今挂在堂屋正中，来客总要问上一句，他便从头讲起，一讲就是半天。';

describe('a long line that opens as a caption does', () => {
  it('is text between paragraphs of a story without pictures', () => {
    const { body, pictures } = read(`${HEAD}图为会场。林间 摄\n\n${LIFE}\n\n${A}\n`);
    expect(body).toEqual([A, LIFE, A]);
    expect(pictures.map(([, caption]) => caption)).toEqual(['图为会场。']);
  });

  it.each([
    ['at the end of the story', `${HEAD}${LIFE}\n`],
    ['in a story with a picture', `## 河岸添新绿\n\n![](a.jpg)\n\n${A}\n\n${LIFE}\n\n${A}\n`],
    ['of a scene', `${HEAD}图为11月17日，${LIFE.slice(2)}\n\n${A}\n`],
    ['of a place where something goes on', `${HEAD}图为植树现场，${LIFE.slice(2)}\n\n${A}\n`],
    ['with its photographer', `${HEAD}${LIFE}林间 摄\n\n${A}\n`],
  ])('waits for its picture %s', (_, copy) => {
    expect(read(copy).waiting.at(-1)![1]).toBe('picture');
  });

  it('is named in the sentence, its end left out', () => {
    const { report } = readText(`${HEAD}${LIFE}\n`);
    expect(report.problems.map(({ message }) => message)).toContain(
      '稿件.md 第5行：有图注“图为他二十岁时拍的照片，如今挂在堂屋正中，来客总要问上一句，…”，没有图片文件，请补图。',
    );
  });
});

describe('body text that resembles a caption', () => {
  it.each([
    ['图为人人所爱，可是他画了三十年，也没有卖出过一张。后来他不画了，把画都送给了邻居。'],
    ['上图是十年前的老街，下图是今天的样子，变化一眼就能看出来。'],
    ['下图中那棵柳树，是老人二十年前亲手栽的。'],
    ['图一的柱子越来越高，说明来的人越来越多。'],
    ['退休以后，他爱上了摄影'],
  ])('stays body: %s', (line) => {
    const { body, waiting } = read(`${HEAD}${line}\n\n${A}\n`);
    expect(body).toContain(line);
    expect(waiting).toEqual([]);
  });
});

it('has nothing to do with who took pictures in the text', () => {
  expect(isCaption('这组照片由三位老人 共同拍摄', false)).toBe(false);
});

describe('a caption beside its picture', () => {
  it('is the one below, or the one above a picture without words', () => {
    expect(read(`${HEAD}![](a.jpg)\n\n上图是老街。林间 摄\n`).pictures).toEqual([
      ['a.jpg', '上图是老街。', '林间\u3000摄'],
    ]);
    const above = read(`${HEAD}图为老街。\n\n![](a.jpg)\n\n${A}\n`);
    expect(above.pictures).toEqual([['a.jpg', '图为老街。', '']]);
    expect(above.body).toEqual([A, A]);
  });
});
