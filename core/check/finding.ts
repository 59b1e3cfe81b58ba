/**
 * What the composition report finds: one fault of the printed page, with its place. Kinds are stable names, their
 * Chinese is what an editor reads.
 */
import type { Rect } from '../geometry.ts';
import type { FrameId, StoryId } from '../issue/issue.ts';

/** Every kind with its Chinese name; the order is the report's. */
export const FINDING_NAMES = {
  'forbidden-start': '行首禁排',
  'forbidden-end': '行尾禁排',
  'split-number': '数字断开',
  forced: '排不满的行',
  loose: '松行',
  'very-loose': '过松行',
  tight: '紧行',
  'lone-character': '孤字',
  'marks-apart': '相邻标点未挤压',
  'gap-missing': '汉西间隙缺失',
  widow: '段尾行在栏首',
  orphan: '段首行在栏尾',
  'off-grid': '行不在网格上',
  unaligned: '邻栏行不齐',
  'lone-headline-character': '标题一字成行',
  'split-headline': '标题断词',
  'stranded-headline': '背题',
  'headlines-abreast': '碰题',
  hole: '空洞',
  'through-line': '通线',
} as const;

export type FindingKind = keyof typeof FINDING_NAMES;
export const FINDING_KINDS = Object.keys(FINDING_NAMES) as readonly FindingKind[];

export interface Finding {
  readonly kind: FindingKind;
  /** From 1. */
  readonly page: number;
  readonly story: StoryId | null;
  readonly frame: FrameId | null;
  /** Index in the story's body, or of the picture whose caption it is; null elsewhere. */
  readonly paragraph: number | null;
  /** The line as it is printed, cut where it is long. */
  readonly text: string;
  /** How much: em between characters; body lines of a hole or a white line. */
  readonly value?: number;
  /** Points on the page. */
  readonly rect: Rect;
}

const MOST_TEXT = 40;

export const shortText = (text: string, most = MOST_TEXT): string => {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
};

/** To a thousandth: what a person can compare, and free of the noise of floating point. */
export const thousandth = (value: number): number => Math.round(value * 1000) / 1000;
