import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ADDRESSES } from '../../../core/contract/addresses.ts';
import { printSvg } from '../../../core/display/print-svg.ts';
import { screenFamily, svgItems } from '../../../core/display/svg-page.ts';
import { DisplayListSvg } from '../../../renderer/svg/DisplayListSvg.tsx';
import { dash, page, picture, rule, run } from '../../browser/display-pages.ts';

const elements = (markup: string): string[] =>
  (markup.match(/<(text|tspan|rect|image|g|svg)\b[^>]*>[^<]*/g) ?? []).map((tag) =>
    tag.replace(/\s*\/?>\s*/, '>').replace(/ style="[^"]*"/, ''),
  );

describe('the page on screen', () => {
  it('has the same elements, positions and text as the printed SVG', () => {
    const shown = page(
      run('三月𬭎八  日', 10, 20),
      dash(1, 2),
      rule(0, 0, 9, 1),
      picture('sha256-1.jpg', 1, 2, 3, 4),
    );
    const onScreen = renderToStaticMarkup(<DisplayListSvg page={shown} width={1} height={1} label="" />);
    const printed = printSvg(svgItems(shown, { fontFamily: screenFamily, pictureHref: ADDRESSES.picture }));
    expect(elements(onScreen).slice(1)).toEqual(elements(printed));
  });

  it('turns off every spacing that the browser would do by itself', () => {
    const markup = renderToStaticMarkup(<DisplayListSvg page={page()} width={1} height={1} label="" />);
    expect(markup).toContain('text-spacing-trim:space-all');
    expect(markup).toContain('font-kerning:none');
  });
});
