import { describe, expect, it } from 'vitest';
import type { FaceTable } from '../../../core/font/face.ts';
import { FontSet } from '../../../core/font/font-set.ts';
import { userFaceId, userFaceName } from '../../../core/font/user-face.ts';

const table = (id: string, text: string, width = 1000): FaceTable => ({
  id,
  unitsPerEm: 1000,
  ascent: 880,
  descent: -120,
  dashBottom: 360,
  dashTop: 400,
  codePoints: Uint32Array.from([...text].map((c) => c.codePointAt(0)!)).sort(),
  advances: new Uint16Array([...text].length).fill(width),
});

const OWN = userFaceId('BoxSong-Bold', '0123456789abcdef0123');
const BUILT_IN = [table('serif-400', '一丁'), table('serif-900', '一丁七', 990), table('kai', '一丁七丈')];

describe('a set of faces', () => {
  it('lets a built-in face stand in for one that this machine lacks', () => {
    const fonts = new FontSet(BUILT_IN);
    expect(fonts.resolve(OWN)).toBe('serif-900');
    expect(fonts.faceFor(OWN, 0x4e00)).toBe('serif-900');
    expect(fonts.advance(OWN, 0x4e00)).toBe(0.99);
    expect(fonts.faceFor(OWN, 0x4e08)).toBe('kai');
    expect(fonts.resolve('no-such-face')).toBe('serif-400');
  });

  it('asks for an unknown face once', () => {
    let asked = 0;
    const fonts = new FontSet(BUILT_IN, (id) => {
      asked++;
      return id === OWN ? table(OWN, '七', 970) : null;
    });
    expect(fonts.advance(OWN, 0x4e03)).toBe(0.97);
    expect(fonts.resolve(OWN)).toBe(OWN);
    expect(fonts.resolve('no-such-face')).toBe('serif-400');
    expect(fonts.resolve('no-such-face')).toBe('serif-400');
    expect(asked).toBe(2);
  });

  it("takes a character that an editor's own face lacks from the heaviest 宋, else from 楷", () => {
    const fonts = new FontSet([...BUILT_IN, table(OWN, '七')]);
    expect(fonts.faceFor(OWN, 0x4e03)).toBe(OWN);
    expect(fonts.faceFor(OWN, 0x4e01)).toBe('serif-900');
    expect(fonts.faceFor(OWN, 0x4e08)).toBe('kai');
    expect(fonts.faceFor(OWN, 0x4e09)).toBeNull();
  });

  it('says where not even a stand-in is there', () => {
    expect(() => new FontSet([]).has(OWN, 0x4e00)).toThrow('face not loaded');
  });
});

describe("the identifier of an editor's own face", () => {
  it('holds its PostScript name, of whatever characters that is made', () => {
    expect(OWN).toBe('user:BoxSong-Bold-0123456789abcdef');
    expect(userFaceName(OWN)).toBe('BoxSong-Bold');
    expect(userFaceName(userFaceId('方正/..%', 'f'.repeat(64)))).toBe('..');
    expect(userFaceName(userFaceId('方正', 'f'.repeat(64)))).toBe('font');
    expect(userFaceName('serif-400')).toBeNull();
  });
});
