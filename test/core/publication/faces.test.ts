import { describe, expect, it } from 'vitest';
import { facesOf, withFaces } from '../../../core/publication/faces.ts';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';

const OWN = 'user:BoxSong-Bold-0123456789abcdef';

describe('the faces of a publication', () => {
  it('are listed with the places where they stand', () => {
    const uses = facesOf(withFaces(SHANGJIE_SHIBAO, { headline: OWN, nameplate: OWN }));
    expect(uses.find(({ face }) => face === OWN)?.places).toEqual(['报头', '主题']);
    expect(uses.find(({ face }) => face === 'kai')?.places).toContain('引题');
    expect(new Set(uses.map(({ face }) => face)).size).toBe(uses.length);
  });

  it('change in all headlines, the lead among them, and keep their sizes', () => {
    const { stylebook } = withFaces(SHANGJIE_SHIBAO, { headline: OWN, deck: OWN });
    for (const list of ['headlines', 'leadHeadlines'] as const)
      stylebook[list].forEach((style, i) => {
        const before = SHANGJIE_SHIBAO.stylebook[list][i]!;
        expect(style.headline).toEqual({ face: OWN, size: before.headline.size });
        expect(style.deck).toEqual({ face: OWN, size: before.deck.size });
        expect(style.kicker).toEqual(before.kicker);
      });
  });

  it('stay where nothing is chosen', () => {
    expect(withFaces(SHANGJIE_SHIBAO, {})).toEqual(SHANGJIE_SHIBAO);
  });
});
