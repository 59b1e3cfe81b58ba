/**
 * The interface's own Chinese characters where the system has no Chinese font (a bare Linux desktop): the built-in
 * sans serif of the style sheet stands in. Chromium keeps the boxes and widths of a text that it shaped before the
 * slices of its characters came, so there nothing is shown before they are here. A system with one of the named fonts
 * waits for nothing. Whatever else is shown later (names, headlines) is in slices that are mostly here by then.
 */
import { screenFamily } from '../../core/display/svg-page.ts';
import * as archive from '../strings/archive.ts';
import * as dialogs from '../strings/dialogs.ts';
import * as inspector from '../strings/inspector.ts';
import * as pages from '../strings/pages.ts';
import * as panels from '../strings/panels.ts';
import * as story from '../strings/story.ts';
import * as versions from '../strings/versions.ts';
import * as window from '../strings/window.ts';

/** By full name and by PostScript name: systems differ in which one `local` finds. Those of css/app.css. */
const SYSTEM_FONTS = [
  'Microsoft YaHei UI',
  'MicrosoftYaHeiUI',
  'PingFang SC',
  'PingFangSC-Regular',
  'Noto Sans CJK SC',
  'Noto Sans CJK SC Regular',
  'NotoSansCJKsc-Regular',
];

const hasSystemFont = async (): Promise<boolean> => {
  const sources = SYSTEM_FONTS.map((name) => `local("${name}")`).join(', ');
  try {
    await new FontFace('zuban-system-font', sources).load();
    return true;
  } catch {
    return false;
  }
};

/** Every character of the constant texts; what functions build is made of the same words, most of it. */
const charactersOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(charactersOf).join('');
};

const SAID = [archive, dialogs, inspector, pages, panels, story, versions, window].map((part) => ({
  ...part,
}));

const interfaceCharacters = (): string => [...new Set(charactersOf(SAID))].join('');

/** Settles when the interface can be shown; a slice that cannot be had leaves a box, not an empty window. */
export const interfaceFontReady = async (): Promise<void> => {
  if (await hasSystemFont()) return;
  await document.fonts
    .load(`13px "${screenFamily('sans-400')}"`, interfaceCharacters())
    .catch(() => undefined);
};
