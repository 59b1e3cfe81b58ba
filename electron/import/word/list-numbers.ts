/**
 * The numbers of a Word document's lists as Word shows them: counters by list and level, their formats, and the text
 * around them (ECMA-376 17.9). A number is asked for once for each paragraph, in the order of the document.
 */
import { formatNumber } from './number-formats.ts';
import type { WordStyles } from './word-styles.ts';
import { childOf, childrenOf, propertyOf, type XmlElement } from './xml-tree.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly font: string;
  /** Levels deeper than this one's index do not make it begin again; null for the usual rule. */
  readonly restart: number | null;
  readonly legal: boolean;
  readonly style: string;
}

interface List {
  /** Lists of one pattern go on counting with one another. */
  readonly pattern: string;
  readonly levels: readonly (Level | undefined)[];
  /** Levels that begin anew where this list is first used. */
  readonly begins: ReadonlyMap<number, number>;
}

export interface ListNumber {
  readonly text: string;
  readonly bullet: boolean;
  readonly font: string;
}

const LEVELS = 9;

const readLevel = (level: XmlElement): Level => {
  const restart = propertyOf(level, 'w:lvlRestart');
  const fonts = childOf(childOf(level, 'w:rPr'), 'w:rFonts')?.attributes;
  const legal = childOf(level, 'w:isLgl');
  /* Formats beyond the standard's stand in a choice, with the nearest of the standard's beside it. */
  const choice = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Fallback');
  return {
    start: Number(propertyOf(level, 'w:start') ?? 1) || 0,
    format: propertyOf(level, 'w:numFmt') ?? propertyOf(choice, 'w:numFmt') ?? 'decimal',
    text: propertyOf(level, 'w:lvlText') ?? '',
    font: fonts?.ascii ?? fonts?.hAnsi ?? '',
    restart: restart === undefined ? null : Number(restart),
    legal: legal !== undefined && legal.attributes.val !== '0' && legal.attributes.val !== 'false',
    style: propertyOf(level, 'w:pStyle') ?? '',
  };
};

const readLevels = (holder: XmlElement | undefined): (Level | undefined)[] => {
  const levels: (Level | undefined)[] = Array.from({ length: LEVELS }, () => undefined);
  for (const level of childrenOf(holder, 'w:lvl')) {
    const index = Number(level.attributes.ilvl);
    if (Number.isInteger(index) && index >= 0 && index < LEVELS) levels[index] = readLevel(level);
  }
  return levels;
};

export class ListNumbers {
  private readonly styles: WordStyles;
  private readonly patterns = new Map<string, XmlElement>();
  private readonly elements = new Map<string, XmlElement>();
  private readonly lists = new Map<string, List | null>();
  /** By pattern: the number last given at each level; null before the first. */
  private readonly counters = new Map<string, (number | null)[]>();
  private readonly begun = new Set<string>();

  constructor(tree: XmlElement | null, styles: WordStyles) {
    this.styles = styles;
    for (const pattern of childrenOf(tree ?? undefined, 'w:abstractNum'))
      this.patterns.set(pattern.attributes.abstractNumId ?? '', pattern);
    for (const list of childrenOf(tree ?? undefined, 'w:num'))
      this.elements.set(list.attributes.numId ?? '', list);
  }

  /** The number of the next paragraph of that list; null where it has none. `styleId` finds a style's own level. */
  next(listId: string, level: number | null, styleId: string): ListNumber | null {
    const list = this.list(listId);
    if (!list) return null;
    const own = list.levels.findIndex(
      (one) => one !== undefined && one.style !== '' && one.style === styleId,
    );
    const index = Math.min(LEVELS - 1, Math.max(0, level ?? (own < 0 ? 0 : own)));
    const shown = list.levels[index];
    if (!shown) return null;
    const counters = this.count(listId, list, index);
    if (shown.format === 'none' && !shown.text.includes('%'))
      return shown.text === '' ? null : { text: shown.text, bullet: false, font: shown.font };
    if (shown.format === 'bullet') return { text: shown.text, bullet: true, font: shown.font };
    const text = shown.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = list.levels[at]?.format ?? 'decimal';
      return formatNumber(counters[at] ?? list.levels[at]?.start ?? 1, shown.legal ? 'decimal' : format);
    });
    return { text, bullet: false, font: shown.font };
  }

  /** Counts a paragraph of the level and gives all counters. */
  private count(listId: string, list: List, index: number): readonly (number | null)[] {
    const counters = this.counters.get(list.pattern) ?? Array.from({ length: LEVELS }, () => null);
    this.counters.set(list.pattern, counters);
    if (!this.begun.has(listId)) {
      this.begun.add(listId);
      for (const [level, start] of list.begins) counters[level] = start - 1;
    }
    for (let above = 0; above < index; above++) counters[above] ??= list.levels[above]?.start ?? 1;
    counters[index] = (counters[index] ?? (list.levels[index]?.start ?? 1) - 1) + 1;
    for (let below = index + 1; below < LEVELS; below++) {
      const restart = list.levels[below]?.restart ?? below;
      if (index < restart) counters[below] = null;
    }
    return counters;
  }

  private list(id: string): List | null {
    const known = this.lists.get(id);
    if (known !== undefined) return known;
    const element = this.elements.get(id);
    const list = element && id !== '0' ? this.readList(element) : null;
    this.lists.set(id, list);
    return list;
  }

  private readList(element: XmlElement): List | null {
    const id = propertyOf(element, 'w:abstractNumId') ?? '';
    const pattern = this.pattern(id);
    if (!pattern) return null;
    const levels = readLevels(pattern);
    const begins = new Map<number, number>();
    for (const override of childrenOf(element, 'w:lvlOverride')) {
      const at = Number(override.attributes.ilvl);
      if (!(at >= 0 && at < LEVELS)) continue;
      levels[at] = readLevels(override)[at] ?? levels[at];
      const start = propertyOf(override, 'w:startOverride');
      if (start !== undefined) begins.set(at, Number(start) || 0);
    }
    return { pattern: id, levels, begins };
  }

  /** A pattern, or the one of the list style that it points to. */
  private pattern(id: string): XmlElement | undefined {
    const pattern = this.patterns.get(id);
    const link = propertyOf(pattern, 'w:numStyleLink');
    if (link === undefined) return pattern;
    const target = this.elements.get(this.styles.find('numbering', link).list);
    return this.patterns.get(propertyOf(target, 'w:abstractNumId') ?? '') ?? pattern;
  }
}
