/**
 * Mounts the engine's SVG tree (core/display/svg-page.ts) as React elements: the same tree that the command
 * line prints, so the drawing is described once.
 */
import { createElement, type ReactNode } from 'react';
import type { SvgNode } from '../../core/display/svg-page.ts';

/** React's names for the hyphenated attributes that the tree uses. */
const REACT_NAMES: Readonly<Record<string, string>> = {
  'font-family': 'fontFamily',
  'font-size': 'fontSize',
  'unicode-bidi': 'unicodeBidi',
  'xml:space': 'xmlSpace',
};

const camelCase = (property: string): string => property.replace(/-(.)/g, (_, c: string) => c.toUpperCase());

/** A style as React's `style` wants it. */
export const reactStyle = (style: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(style).map(([name, value]) => [camelCase(name), value]));

export const svgElement = (node: SvgNode, key?: number): ReactNode => {
  const properties: Record<string, unknown> = { key };
  for (const [name, value] of Object.entries(node.attributes)) properties[REACT_NAMES[name] ?? name] = value;
  if (node.style) properties.style = reactStyle(node.style);
  const children = node.children.map((child, index) =>
    typeof child === 'string' ? child : svgElement(child, index),
  );
  return createElement(node.tag, properties, ...children);
};
