/**
 * The lines of a page of HTML that is pasted, with the marks that a story can hold and the words that are left out.
 *
 * Method: one pass over the tags (scan-html.ts) with a stack of the open elements, as far as HTML's rules for tags
 * left open decide what belongs together: a block ends an open paragraph, a cell an open cell, an item an open item;
 * an end tag closes what was opened in it, of which bold, struck-out and coloured text goes on behind it; no end tag
 * reaches out of its cell. Every element is opened and closed once, so the time grows with the length alone. Pure.
 *
 * Limits: numbers that a browser counts for `<ol>` are not text and do not come along; a picture is counted, no more.
 */
import { LineWriter, type Written } from './line-writer.ts';
import { type HtmlTag, scanHtml } from './scan-html.ts';
import { type Style, StyleReader } from './style-sheet.ts';
import { type Look, leftOutFor, lookOf, PLAIN_LOOK } from './text-look.ts';

export interface HtmlLines {
  readonly written: readonly Written[];
  /** Runs of text that were put in in revision, and are taken. */
  readonly insertions: number;
  readonly pictures: number;
  /** False where the page breaks off, so that text may be missing. */
  readonly whole: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BLOCKS = words(
  'P DIV SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV SEARCH H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD DIR MENU TABLE CAPTION THEAD TBODY TFOOT TR TD TH BLOCKQUOTE PRE XMP LISTING PLAINTEXT CENTER FIGURE FIGCAPTION ADDRESS HR FORM FIELDSET LEGEND DETAILS SUMMARY DIALOG HGROUP BODY OPTION',
);
const VOID = words('BR IMG HR WBR INPUT META LINK COL AREA BASE EMBED SOURCE TRACK PARAM');
/** They go on behind the block in which they were left open. */
const GOING_ON = words('B STRONG EM FONT S STRIKE');
const CELLS = words('TD TH CAPTION');
/** Within them tags of outside are not seen. */
const SCOPES = words('TABLE TD TH CAPTION');
/** What closes an open one of its own kind. */
const ITEMS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['LI', words('LI')],
  ['DT', words('DT DD')],
  ['DD', words('DT DD')],
]);
const LISTS = words('UL OL DL MENU DIR');
const BLOCK_DISPLAY = /^(block|flex|grid|list-item|table|table-row|flow-root)$/;

/** As many of them go on: more are a page made to be slow. */
const MOST_GOING_ON = 8;
/** As far up the open elements an item looks for its like. */
const ITEM_REACH = 64;
/** A list marker that is more than a bullet. */
const NUMBERING = /[\p{L}\p{N}]/u;
/** Pictures up to this are signs in the text, pixels. */
const LARGEST_SIGN = 40;

interface Open {
  readonly tag: HtmlTag;
  readonly name: string;
  readonly look: Look;
  readonly isBlock: boolean;
  /** What stands in it is a list marker: gathered, and put as a whole. */
  readonly marker: string[] | null;
}

/** How many elements of each name are open within the innermost table or cell; '' for the page. */
interface Scope {
  readonly within: string;
  readonly counts: Map<string, number>;
}

class PageReader {
  readonly out = new LineWriter();
  readonly styles = new StyleReader();
  pictures = 0;
  /** Text that an element which was never closed kept out. */
  swallowed = false;
  private readonly stack: Open[] = [];
  private readonly scopes: Scope[] = [{ within: '', counts: new Map() }];
  private readonly counts = new Map<string, number>();
  private skippedText = false;
  /** What was left open in a block that has ended, and goes on with the next text. */
  private goingOn: HtmlTag[] = [];

  readonly text = (text: string): void => {
    if (this.goingOn.length > 0 && text.trim() !== '') this.goOn();
    const top = this.stack.at(-1);
    const look = top?.look ?? PLAIN_LOOK;
    if (look.skipped) {
      this.skippedText ||= text.trim() !== '';
      return;
    }
    if (top?.marker) top.marker.push(text);
    else this.out.put(text, look);
  };

  readonly sheet = (css: string): void => this.styles.addSheet(css);

  readonly open = (tag: HtmlTag): void => {
    const { name } = tag;
    const style = this.styles.styleOf(
      name,
      tag.attributes.get('class') ?? '',
      tag.attributes.get('style') ?? '',
    );
    if (BLOCKS.has(name)) this.closeBefore(name);
    else if (this.goingOn.length > 0) this.goOn();
    if (VOID.has(name)) this.putVoid(tag, style);
    else if (!(tag.closesItself && name.includes(':'))) this.push(tag, style);
  };

  readonly close = (name: string): void => {
    const waits = this.goingOn.findLastIndex((tag) => tag.name === name);
    if (waits >= 0) this.goingOn.splice(waits, 1);
    else if (name === 'BR') this.out.end();
    else if (this.mayClose(name)) this.popTo(name);
    else if (name === 'P') this.out.end();
  };

  finish(): readonly Written[] {
    this.swallowed = this.skippedText && (this.stack.at(-1)?.look.skipped ?? false);
    while (this.stack.length > 0) this.pop();
    return this.out.finish();
  }

  private look(): Look {
    return this.stack.at(-1)?.look ?? PLAIN_LOOK;
  }

  private putVoid(tag: HtmlTag, style: Style): void {
    if (tag.name === 'BR') {
      const look = this.look();
      // A break that is not shown breaks nothing.
      if (look.left) this.out.put(' ', look);
      else if (!look.skipped) this.out.end();
    } else if (tag.name === 'HR') this.out.end();
    else if (tag.name === 'IMG' && !isSign(tag, style)) {
      const look = lookOf(tag, style, this.look());
      if (!look.skipped && (leftOutFor(look) ?? 'white') === 'white') this.pictures++;
    }
  }

  private push(tag: HtmlTag, style: Style): void {
    const { name } = tag;
    const outer = this.stack.at(-1);
    const look = lookOf(tag, style, outer?.look ?? PLAIN_LOOK);
    const display = style.get('display') ?? '';
    const isBlock = BLOCKS.has(name) ? !display.startsWith('inline') : BLOCK_DISPLAY.test(display);
    const isMarker = style.get('mso-list') === 'ignore';
    if (look.skipped && outer?.look.skipped !== true) this.skippedText = false;
    if (CELLS.has(name)) this.out.beginCell();
    else if (name === 'TR') this.out.beginRow();
    else if (isBlock) this.out.end();
    if (style.has('mso-tab-count') || display === 'table-cell') this.out.tab();
    this.stack.push({ tag, name, look, isBlock, marker: outer?.marker ?? (isMarker ? [] : null) });
    if (SCOPES.has(name)) this.scopes.push({ within: name, counts: new Map() });
    else add(this.scopes.at(-1)!.counts, name, 1);
    add(this.counts, name, 1);
  }

  private pop(): Open {
    const open = this.stack.pop()!;
    const { name, marker, isBlock } = open;
    if (SCOPES.has(name)) this.scopes.pop();
    else add(this.scopes.at(-1)!.counts, name, -1);
    add(this.counts, name, -1);
    if (marker && this.stack.at(-1)?.marker !== marker) this.putMarker(marker.join(''));
    if (CELLS.has(name)) this.out.endCell();
    else if (name === 'TR') this.out.endRow();
    else if (isBlock) this.out.end();
    return open;
  }

  private putMarker(text: string): void {
    const marker = text.replace(/[\s\u00a0]+/g, '');
    if (NUMBERING.test(marker)) this.out.put(marker, this.look());
  }

  /** True where an element of that name is open that this end tag may close. */
  private mayClose(name: string): boolean {
    if ((this.counts.get(name) ?? 0) === 0) return false;
    return SCOPES.has(name) || ROWS.has(name) || (this.scopes.at(-1)!.counts.get(name) ?? 0) > 0;
  }

  /** Closes the elements down to the last one of that name. */
  private popTo(name: string): void {
    const left: HtmlTag[] = [];
    for (;;) {
      const open = this.pop();
      if (open.name === name) break;
      if (GOING_ON.has(open.name) && left.length < MOST_GOING_ON) left.unshift(open.tag);
    }
    // A table's parts end what was left open in them.
    if (SCOPES.has(name) || ROWS.has(name)) this.goingOn = [];
    else if (BLOCKS.has(name)) this.goingOn = [...left, ...this.goingOn].slice(-MOST_GOING_ON);
  }

  private goOn(): void {
    const tags = this.goingOn;
    this.goingOn = [];
    for (const tag of tags) this.open(tag);
  }

  /** A block's start tag ends what it cannot stand in. */
  private closeBefore(name: string): void {
    if ((this.scopes.at(-1)!.counts.get('P') ?? 0) > 0) this.popTo('P');
    const like = ITEMS.get(name);
    if (like) this.closeItem(like);
    else if (CELLS.has(name)) this.closeWithinTable(false);
    else if (ROWS.has(name)) this.closeWithinTable(true);
  }

  private closeItem(like: ReadonlySet<string>): void {
    const least = Math.max(0, this.stack.length - ITEM_REACH);
    for (let i = this.stack.length - 1; i >= least; i--) {
      const { name } = this.stack[i]!;
      if (like.has(name)) {
        this.popTo(name);
        return;
      }
      if (LISTS.has(name) || SCOPES.has(name)) return;
    }
  }

  /** Closes the open cell of the table at hand, and with `row` its open row. */
  private closeWithinTable(row: boolean): void {
    for (;;) {
      const { within, counts } = this.scopes.at(-1)!;
      if (CELLS.has(within)) this.popTo(within);
      else if (row && (counts.get('TR') ?? 0) > 0) this.popTo('TR');
      else return;
    }
  }
}

const ROWS = words('TR TBODY THEAD TFOOT');
const add = (counts: Map<string, number>, name: string, by: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + by);
};

const isSign = (tag: HtmlTag, style: Style): boolean => {
  const side = (name: 'width' | 'height') =>
    Number.parseFloat(style.get(name) ?? tag.attributes.get(name) ?? '');
  return side('width') <= LARGEST_SIGN && side('height') <= LARGEST_SIGN;
};

export const htmlLines = (html: string): HtmlLines => {
  const reader = new PageReader();
  const whole = scanHtml(html, reader);
  const written = reader.finish();
  return {
    written,
    insertions: reader.out.insertions,
    pictures: reader.pictures,
    whole: whole && !reader.swallowed,
  };
};
