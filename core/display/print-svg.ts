/**
 * An SVG tree as text, for files: the command line's writer and the tests. XML 1.0 has no place for most
 * control characters and none for lone surrogates, so those are written as U+FFFD.
 */
import type { SvgNode } from './svg-page.ts';

const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const escapeText = (text: string): string =>
  text.replace(NOT_XML, '\ufffd').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const escapeAttribute = (text: string): string =>
  escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);

const print = (node: SvgNode): string => {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const css = Object.entries(node.style ?? {})
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
  const style = css === '' ? '' : ` style="${escapeAttribute(css)}"`;
  if (node.children.length === 0) return `<${node.tag}${attributes}${style}/>`;
  const texts = node.tag === 'text' || node.tag === 'tspan' || node.tag === 'style';
  const children = node.children.map((c) => (typeof c === 'string' ? escapeText(c) : print(c)));
  // A line break inside <text> would be drawn as a space; between other elements it keeps files diffable.
  const inner = texts ? children.join('') : `\n${children.join('\n')}\n`;
  return `<${node.tag}${attributes}${style}>${inner}</${node.tag}>`;
};

/**
 * The SVG file. `css` (say `@font-face` rules) goes into a `<style>` ahead of the drawing.
 */
export const printSvg = (root: SvgNode, css = ''): string => {
  const style: SvgNode = { tag: 'style', attributes: {}, children: [css] };
  const whole: SvgNode = css === '' ? root : { ...root, children: [style, ...root.children] };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${print(whole)}\n`;
};
