/** The manuscripts and pictures of the whole job, written to a folder as an editor gets them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { docx, styled, words } from '../electron/import/word-builders.ts';

/** Each sentence has a number of its own: copy that stands twice would be kept once. */
const SENTENCES: readonly ((n: number) => string)[] = [
  (n) => `河堤上第${n}棵柳树先绿了起来，孩子们放学后在树下放风筝。`,
  (n) => `管理处的老陈说：“今年补种了${n + 200}棵，成活率在95%以上。”`,
  (n) => `到了傍晚，散步的人多起来，卖糖葫芦的也来了——一天能卖${n + 100}多串。`,
  (n) => `附近${n}户居民盼着把路灯也换一换，让夜里走路的人看得清脚下。`,
];

let sentences = 0;

const copy = (characters: number): string => {
  let text = '';
  while (text.length < characters) {
    text += SENTENCES[sentences % SENTENCES.length]!(sentences + 3);
    sentences++;
  }
  return text;
};

const article = (headline: string, lengths: readonly number[]): string =>
  `${headline}\n\n${lengths.map(copy).join('\n')}\n`;

const picture = (width: number, height: number): Uint8Array =>
  encode({
    width,
    height,
    channels: 3,
    data: new Uint8Array(width * height * 3).map((_, i) => 90 + ((i * 13) % 120)),
  });

/** The longest of the stories is given too little room in the job, so that it has to jump. */
export const LONG = '河堤添新绿';

/** Paths of four text files, a Word file and two pictures. */
export const writeJobFiles = (folder: string): { readonly copy: string[]; readonly pictures: string[] } => {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, bytes: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  return {
    copy: [
      write('1 河堤.txt', article(LONG, [420, 460, 380, 420, 400, 380])),
      write('2 夜市.txt', article('夜市开张首日迎客过万', [160, 180, 150])),
      write('3 校园.txt', article('乡村小学有了新操场', [140, 150])),
      write('4 医院.txt', article('社区医院延长门诊时间', [120, 110])),
      write(
        '5 供水.docx',
        docx([
          styled('1', '老旧小区供水改造完工'),
          words(copy(150)),
          words({ text: copy(60), bold: true }, copy(90)),
        ]),
      ),
    ],
    pictures: [write('柳堤.png', picture(900, 600)), write('夜市.png', picture(800, 600))],
  };
};
