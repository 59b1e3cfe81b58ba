/** Trees as a parser makes them of HTML, built by hand. */
import { type ReadNode, STYLE } from '../../../renderer/text/paste.ts';

const NO_NODES: readonly ReadNode[] = [];

export const text = (value: string): ReadNode => ({
  nodeType: 3,
  nodeName: '#text',
  nodeValue: value,
  childNodes: NO_NODES,
});

export const comment = (value: string): ReadNode => ({
  nodeType: 8,
  nodeName: '#comment',
  nodeValue: value,
  childNodes: NO_NODES,
});

/** `name` or `name[style]`. */
export const el = (nameAndStyle: string, ...children: readonly (ReadNode | string)[]): ReadNode => {
  const [, name = '', style = null] = /^([^[]+)(?:\[(.*)\])?$/.exec(nameAndStyle) ?? [];
  return {
    nodeType: 1,
    nodeName: name.toUpperCase(),
    nodeValue: null,
    childNodes: children.map((child) => (typeof child === 'string' ? text(child) : child)),
    getAttribute: (attribute) => (attribute === STYLE ? style : null),
  };
};
