/**
 * A page's content stream: its items in display order, which is reading order. A run is one string with the
 * few adjustments that bring each glyph within 0.005 pt of the display list; what most gaps of a run have in
 * common (justification) goes into the character spacing, so that a line of Chinese needs next to none.
 *
 * The stream depends on nothing but the page and the glyph stores: it can be kept while the page stays.
 */

import { zlibSync } from 'fflate';
import { assertNever } from '../../core/assert-never.ts';
import { type Cache, family, KEY_ALONE, kept } from '../../core/cache.ts';
import type {
  DisplayItem,
  DisplayPage,
  FilledRect,
  GlyphRun,
  Ink,
  PlacedPicture,
} from '../../core/display/display-list.ts';
import type { FaceId } from '../../core/font/face.ts';
import type { Rect } from '../../core/geometry.ts';
import type { PictureId } from '../../core/issue/issue.ts';
import type { GlyphStores } from '../fonts/font-files.ts';
import type { FaceGlyphs } from '../fonts/glyph-source.ts';
import {
  canHoldGap,
  characterOf,
  codeOf,
  formOf,
  gapUnits,
  type Printed,
  printedAs,
} from './character-codes.ts';
import { ContentBytes } from './content-bytes.ts';
import { formsOf, type Neighbours, type TextItem } from './gap-forms.ts';

export interface PageContent {
  /** Deflated. */
  readonly stream: Uint8Array;
  /** Faces in the order of their resource names F0, F1 …, with what the page prints in each. */
  readonly faces: readonly { readonly face: FaceId; readonly characters: ReadonlySet<Printed> }[];
  /** Pictures in the order of their resource names P0, P1 … */
  readonly pictures: readonly PictureId[];
}

/** Half of what a position may be off (0.01 pt on the page as a whole: ARCHITECTURE.md). */
const TOLERANCE = 0.004;
/** Decimals of a coordinate: positions are rounded once per run, by at most 0.0005 pt. */
const POSITION_DECIMALS = 3;
/** Over the 60 characters of a long line, rounding the spacing adds up to 0.003 pt. */
const SPACING_DECIMALS = 4;
const SIZE_DECIMALS = 4;

const VISIBLE = 0;
const INVISIBLE = 3;

const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;

/** The gap between glyphs that most of a run has in common, beyond the advances; 0 where there is none. */
const commonGap = (gaps: readonly number[]): number => {
  const counts = new Map<number, number>();
  let best = 0;
  let most = 0;
  for (const gap of gaps) {
    const bin = Math.round(gap * 1000);
    const count = (counts.get(bin) ?? 0) + 1;
    counts.set(bin, count);
    if (count > most) {
      most = count;
      best = bin;
    }
  }
  if (best === 0) return 0;
  let sum = 0;
  let of = 0;
  for (const gap of gaps) {
    if (Math.round(gap * 1000) !== best) continue;
    sum += gap;
    of++;
  }
  return rounded(sum / of, SPACING_DECIMALS);
};

/** A character as the file has it: its code, and its advance in em, which the font's widths repeat. */
interface CodedCharacter {
  readonly code: number;
  readonly advance: number;
}

/** A face as far as the page needs it; each character is looked up once. */
class FaceOnPage {
  readonly characters = new Map<Printed, CodedCharacter>();
  private readonly advances = new Map<number, number>();

  constructor(
    readonly face: FaceId,
    readonly name: string,
    private readonly store: FaceGlyphs,
    private readonly cache: Cache,
  ) {}

  /** Outlines can be set anew at another place: a form of a glyph is made of it. */
  get holdsGaps(): boolean {
    return this.store.kind === 'glyf';
  }

  /** em. */
  advance(character: number): number {
    let found = this.advances.get(character);
    if (found === undefined) {
      found = this.store.advance(this.store.glyphOf(character)) / this.store.facts.unitsPerEm;
      this.advances.set(character, found);
    }
    return found;
  }

  coded(printed: Printed): CodedCharacter {
    let found = this.characters.get(printed);
    if (!found) {
      const { store } = this;
      const character = characterOf(printed);
      let gap = 0;
      if (character !== printed) {
        const { lead, trail } = formOf(printed);
        gap = gapUnits(store, lead) + gapUnits(store, trail);
      }
      found = {
        code: codeOf(store, printed, this.cache),
        advance: this.advance(character) + gap / store.facts.unitsPerEm,
      };
      this.characters.set(printed, found);
    }
    return found;
  }

  /** Points from a form's origin to its glyph's. */
  leadOf(steps: number, size: number): number {
    return (gapUnits(this.store, steps) / this.store.facts.unitsPerEm) * size;
  }
}

const NOBODY: Neighbours = { before: null, after: null };
const ALONE = (): Neighbours => NOBODY;

/** True for a run on the same line, whether raised, lowered or neither. */
const isBeside = (other: DisplayItem | undefined, item: GlyphRun): other is GlyphRun =>
  other?.kind === 'glyphs' &&
  !other.turned &&
  !item.turned &&
  other.text !== '' &&
  Math.abs(other.y - item.y) < Math.max(other.size, item.size) / 2;

class PageWriter {
  private readonly out = new ContentBytes();
  private readonly faces: FaceOnPage[] = [];
  readonly pictures: PictureId[] = [];

  private inText = false;
  private font = '';
  private ink = '';
  private spacing = 0;
  private mode = VISIBLE;
  /** Where the last `Td` put the line, in thousandths of a point, so that nothing adds up. */
  private lineX = 0;
  private lineY = 0;

  constructor(
    private readonly page: DisplayPage,
    private readonly stores: GlyphStores,
  ) {}

  write(): PageContent {
    const { items } = this.page;
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!;
      switch (item.kind) {
        case 'glyphs':
          this.setInk(item.ink);
          this.text(item, VISIBLE, () => this.neighbours(items[i - 1], item, items[i + 1]));
          break;
        case 'dash':
          this.fill(item.stroke, item.ink);
          this.text(item, INVISIBLE, ALONE);
          break;
        case 'rect':
          this.rect(item);
          break;
        case 'picture':
          this.picture(item);
          break;
        default:
          assertNever(item);
      }
    }
    this.endText();
    return {
      stream: zlibSync(this.out.done(), { level: 6 }),
      faces: this.faces.map(({ face, characters }) => ({ face, characters: new Set(characters.keys()) })),
      pictures: this.pictures,
    };
  }

  private endText(): void {
    if (this.inText) this.out.ascii('ET\n');
    this.inText = false;
  }

  private setInk({ c, m, y, k }: Ink): void {
    const key = `${c} ${m} ${y} ${k}`;
    if (key === this.ink) return;
    this.ink = key;
    this.out.number(c).number(m).number(y).number(k).ascii('k\n');
  }

  private fill(rect: Rect, ink: Ink): void {
    this.endText();
    this.setInk(ink);
    this.box(rect).ascii('re f\n');
  }

  private box(rect: Rect): ContentBytes {
    const bottom = this.page.height - rect.y - rect.height;
    return this.out.number(rect.x).number(bottom).number(rect.width).number(rect.height);
  }

  private rect(item: FilledRect): void {
    this.fill(item.rect, item.ink);
  }

  private picture({ picture, rect, crop }: PlacedPicture): void {
    this.endText();
    let index = this.pictures.indexOf(picture);
    if (index < 0) index = this.pictures.push(picture) - 1;
    const width = rect.width / crop.width;
    const height = rect.height / crop.height;
    const left = rect.x - crop.x * width;
    const top = rect.y - crop.y * height;
    this.out.ascii('q ');
    if (crop.width < 1 || crop.height < 1) this.box(rect).ascii('re W n ');
    this.out.number(width).ascii('0 0 ').number(height).number(left);
    this.out.number(this.page.height - top - height).ascii(`cm /P${index} Do Q\n`);
  }

  private faceOnPage(id: FaceId): FaceOnPage {
    let face = this.faces.find((known) => known.face === id);
    if (!face) {
      face = new FaceOnPage(id, `F${this.faces.length}`, this.stores.of(id), this.stores.cache);
      this.faces.push(face);
    }
    return face;
  }

  /** What stands beside a run on its line; where nothing does, its ends are the line's. */
  private neighbours(
    before: DisplayItem | undefined,
    item: GlyphRun,
    after: DisplayItem | undefined,
  ): Neighbours {
    const last = isBeside(before, item) ? before : null;
    const next = isBeside(after, item) ? after : null;
    if (last === null && next === null) return NOBODY;
    const end = last?.text.codePointAt(last.text.length - 1) ?? 0;
    const character = end >= 0xdc00 && end <= 0xdfff ? last!.text.codePointAt(last!.text.length - 2)! : end;
    return {
      before: last && {
        character,
        right: last.xs.at(-1)! + this.faceOnPage(last.face).advance(character) * last.size,
      },
      after: next && { character: next.text.codePointAt(0)!, left: next.xs[0]! },
    };
  }

  /** The characters of a run as they are printed, and where their boxes begin. */
  private printed(item: TextItem, face: FaceOnPage, neighbours: () => Neighbours) {
    const { text } = item;
    const plain: number[] = [];
    let mayHold = item.kind === 'glyphs' && item.script !== undefined;
    for (let i = 0; i < text.length; i++) {
      const character = text.codePointAt(i)!;
      plain.push(character);
      if (character > 0xffff) i++;
      else if (canHoldGap(character)) mayHold = true;
    }
    if (plain.length !== item.xs.length)
      throw new Error(`${plain.length} characters at ${item.xs.length} places: ${text}`);
    /* Most runs are all Han. */
    const forms = mayHold
      ? formsOf(
          item,
          plain,
          plain.map((character) => face.advance(character)),
          face.holdsGaps ? neighbours() : null,
        )
      : null;
    if (forms === null) return { characters: plain.map((character) => face.coded(character)), xs: item.xs };
    return {
      characters: plain.map((character, i) => face.coded(printedAs(character, forms[i]!))),
      xs: item.xs.map((x, i) => x - face.leadOf(forms[i]!.lead, item.size)),
    };
  }

  private text(item: TextItem, mode: number, neighbours: () => Neighbours): void {
    const face = this.faceOnPage(item.face);
    const { characters, xs } = this.printed(item, face, neighbours);
    if (characters.length === 0) return;
    const { out } = this;
    if (!this.inText) {
      out.ascii('BT\n');
      this.inText = true;
      this.lineX = 0;
      this.lineY = 0;
    }
    if (mode !== this.mode) {
      out.number(mode).ascii('Tr\n');
      this.mode = mode;
    }
    const size = rounded(item.size, SIZE_DECIMALS);
    const font = `${face.name} ${size}`;
    if (font !== this.font) {
      out.ascii(`/${face.name} `).number(size, SIZE_DECIMALS).ascii('Tf\n');
      this.font = font;
    }
    this.setSpacing(xs, characters, size);
    const start = Math.round(xs[0]! * 1000) / 1000;
    if (item.kind === 'glyphs' && item.turned) this.turn(item.y, start);
    else this.move(start, item.y);
    this.show(xs, start, characters, size);
    /* A matrix of its own ends with its text object: the next run counts from the page's corner again. */
    if (item.kind === 'glyphs' && item.turned) this.endText();
  }

  private move(left: number, top: number): void {
    const x = Math.round(left * 1000);
    const y = Math.round((this.page.height - top) * 1000);
    this.out.number((x - this.lineX) / 1000, POSITION_DECIMALS);
    this.out.number((y - this.lineY) / 1000, POSITION_DECIMALS).ascii('Td\n');
    this.lineX = x;
    this.lineY = y;
  }

  /** The line runs down the page from `top`, its baseline `left` from the page's left edge. */
  private turn(left: number, top: number): void {
    this.out.ascii('0 -1 1 0 ').number(left, POSITION_DECIMALS);
    this.out.number(this.page.height - top, POSITION_DECIMALS).ascii('Tm\n');
  }

  private setSpacing(xs: readonly number[], characters: readonly CodedCharacter[], size: number): void {
    if (xs.length < 2) return;
    const gaps: number[] = [];
    for (let i = 1; i < xs.length; i++) gaps.push(xs[i]! - xs[i - 1]! - characters[i - 1]!.advance * size);
    const spacing = commonGap(gaps);
    if (spacing === this.spacing) return;
    this.spacing = spacing;
    this.out.number(spacing, SPACING_DECIMALS).ascii('Tc\n');
  }

  /** The string, corrected wherever the reader's pen would be off by more than the tolerance. */
  private show(
    xs: readonly number[],
    start: number,
    characters: readonly CodedCharacter[],
    size: number,
  ): void {
    const { out } = this;
    // An adjustment moves by thousandths of the size: as many decimals as keep half a step within tolerance.
    let decimals = 0;
    while (size / 2000 / 10 ** decimals > TOLERANCE) decimals++;
    out.ascii('[(');
    let pen = start;
    for (let i = 0; i < characters.length; i++) {
      if (i > 0) {
        pen += characters[i - 1]!.advance * size + this.spacing;
        const off = xs[i]! - pen;
        if (Math.abs(off) > TOLERANCE) {
          const adjustment = rounded((-off * 1000) / size, decimals);
          out.ascii(')').number(adjustment, decimals).ascii('(');
          pen -= (adjustment * size) / 1000;
        }
      }
      out.code(characters[i]!.code);
    }
    out.ascii(')]TJ\n');
  }
}

const CONTENTS = family<DisplayPage, PageContent>('contents of pages');

/** The content of a page; kept as long as the same page is asked for with the same stores. */
export const pageContent = (page: DisplayPage, stores: GlyphStores): PageContent =>
  kept(stores.cache, CONTENTS, page, KEY_ALONE, () => new PageWriter(page, stores).write());
