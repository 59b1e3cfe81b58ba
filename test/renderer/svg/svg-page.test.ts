import { describe, expect, it } from 'vitest';
import { printSvg } from '../../../core/display/print-svg.ts';
import { charactersByFace, type SvgContext, screenFamily, svgPage } from '../../../core/display/svg-page.ts';
import { dash, page, picture, rule, run } from '../../browser/display-pages.ts';

const context: SvgContext = {
  fontFamily: screenFamily,
  pictureHref: (id) => (id === 'gone' ? null : `/${id}`),
};
const printed = (...items: Parameters<typeof page>) => printSvg(svgPage(page(...items), context));

describe('the SVG of a page', () => {
  it('gives every character of a run its own x', () => {
    expect(printed(run('三月八日', 10, 20))).toContain(
      '<text x="10 20 30 40" y="20" font-family="zuban-serif-400" font-size="10" fill="#000000" data-item="0">三月八日</text>',
    );
  });

  it('starts a new list of positions after a character beyond the BMP', () => {
    const svg = printed(run('张𬭎说', 10, 20));
    expect(svg).toContain('<tspan x="10 20">张𬭎</tspan><tspan x="30">说</tspan>');
  });

  it('draws the joined dash as one stroke and keeps its two characters unpainted', () => {
    const svg = printed(dash(10, 20));
    expect(svg).toContain('<rect x="10.5" y="16" width="19" height="0.5" fill="#000000"/>');
    expect(svg).toMatch(/fill="transparent">——<\/text>/);
  });

  it('crops a picture by a nested viewport in fractions of the picture', () => {
    const svg = printed(picture('sha256-1.jpg', 10, 20, 100, 50));
    expect(svg).toContain('viewBox="0.5 0 0.5 1" preserveAspectRatio="none"');
    expect(svg).toContain('href="/sha256-1.jpg"');
  });

  it('leaves a grey field where a picture is missing', () => {
    expect(printed(picture('gone', 10, 20, 100, 50))).toContain('fill="#d9d9d9"');
  });

  it('keeps right-to-left text in the order of the engine', () => {
    expect(printed(run('שלום', 10, 20))).toContain('unicode-bidi="bidi-override"');
  });

  it('escapes what XML would read as markup and replaces what it cannot hold', () => {
    const svg = printed(run('<&\ud800\x01', 10, 20));
    expect(svg).toContain('&lt;&amp;\ufffd\ufffd');
  });

  it('refuses a run whose positions do not match its characters', () => {
    expect(() => printed({ ...run('三月', 0, 0), xs: [1] } as ReturnType<typeof run>)).toThrow('1 positions');
  });

  it('rounds positions to thousandths of a point', () => {
    expect(printed(rule(1 / 3, -0.0001, 2, 0.5))).toContain('<rect x="0.333" y="0" width="2" height="0.5"');
  });

  it('tells which characters each face must have before the page is painted', () => {
    const needed = charactersByFace(page(run('三三两', 0, 0), run('三', 0, 0, 9, 9, 'kai'), dash(0, 0)));
    expect([...needed]).toEqual([
      ['serif-400', '三两'],
      ['kai', '三'],
    ]);
  });
});
