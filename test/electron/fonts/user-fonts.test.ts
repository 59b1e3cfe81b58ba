import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserFonts } from '../../../electron/fonts/user-fonts.ts';
import { BOXES, boxFont, collection } from './box-font.ts';

let folder: string;
let fonts: UserFonts;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zuban-fonts-'));
  const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
  const glyphs = BOXES;
  put('b-regular.ttf', boxFont({ glyphs, family: 'Box Song', chineseFamily: '方框宋体' }));
  put(
    'a-bold.otf',
    boxFont({
      glyphs,
      family: 'Box Song',
      chineseFamily: '方框宋体',
      postScript: 'BoxSong-Bold',
      weight: 700,
      outlines: 'cff',
    }),
  );
  put(
    'two.ttc',
    collection([boxFont({ glyphs, family: 'Box One' }), boxFont({ glyphs, family: 'Box Two' })]),
  );
  put('locked.ttf', boxFont({ glyphs, family: 'Locked', fsType: 2 }));
  put('noise.ttf', Uint8Array.of(1, 2, 3));
  put('readme.txt', Uint8Array.of(1, 2, 3));
  fonts = UserFonts.in(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder of fonts', () => {
  it('lists its fonts in the order of the file names, and says what it refuses', () => {
    expect(fonts.fonts.map(({ file, index }) => `${file} ${index}`)).toEqual([
      'a-bold.otf 0',
      'b-regular.ttf 0',
      'two.ttc 0',
      'two.ttc 1',
    ]);
    expect(fonts.refusals.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
      'locked.ttf licence',
      'noise.ttf broken',
    ]);
  });

  it('finds a font by family, of which the regular weight, by its own name and by its file', () => {
    const file = (name: string) => fonts.named(name).names.postScript;
    expect(file('方框宋体')).toBe('BoxSong-Regular');
    expect(file('box song')).toBe('BoxSong-Regular');
    expect(file('BoxSong-Bold')).toBe('BoxSong-Bold');
    expect(file('a-bold')).toBe('BoxSong-Bold');
    expect(file('A-Bold.otf')).toBe('BoxSong-Bold');
    expect(file('Box Two')).toBe('BoxTwo-Regular');
  });

  it('asks which font of a collection is meant', () => {
    expect(() => fonts.named('two.ttc')).toThrow(/two\.ttc 里有 2 种字体.*Box One Regular、Box Two Regular/);
  });

  it('says what there is where a name is not there', () => {
    expect(() => fonts.named('方正')).toThrow(/没有字体“方正”，可用的有：方框宋体、.*locked\.ttf/);
  });

  it('says why a font is refused where that one is asked for', () => {
    expect(() => fonts.named('locked')).toThrow('不允许嵌入');
    expect(() => fonts.named('noise.ttf')).toThrow('已损坏');
  });

  it('finds the face that an issue names, and no other version of it', () => {
    const { id } = fonts.named('方框宋体');
    const fresh = UserFonts.in(folder);
    expect(fresh.find(id)?.id).toBe(id);
    expect(fresh.find(id)).toBe(fresh.find(id));
    expect(fresh.find(`${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`)).toBeNull();
    expect(fresh.find('user:Nobody-0123456789abcdef')).toBeNull();
    expect(fresh.find('serif-400')).toBeNull();
  });

  it('says so where it is not there itself', () => {
    expect(() => UserFonts.in(join(folder, 'nowhere'))).toThrow('字体文件夹不存在');
  });
});
