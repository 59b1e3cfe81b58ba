/**
 * How text of a pasted page looks, as far as it is kept (bold, dots, raised, lowered) or decides that the words do not
 * belong to the copy: deleted in revision or struck out, hidden in any of the ways that pages know, of the colour of
 * its ground, a comment, a reading beside its characters. Pure.
 *
 * Limits: text under another element, or off the page by anything but its own position, is taken for visible.
 */
import { BLACK, type Colour, looksAlike, over, parseColour, WHITE } from './css-colour.ts';
import type { HtmlTag } from './scan-html.ts';
import type { Style } from './style-sheet.ts';

/** Why words were left out: 删去的, 隐藏的, 白字, 批注, 注音. */
export type LeftOutReason = 'deleted' | 'hidden' | 'white' | 'comment' | 'reading';

export interface Look {
  readonly bold: boolean;
  readonly emphasis: boolean;
  /** `raised` and `lowered` are Word's positions: of letters and figures only. */
  readonly script: 'superscript' | 'subscript' | 'raised' | 'lowered' | null;
  readonly keepsLines: boolean;
  /** Not the page's text: scripts, buttons, drawings. */
  readonly skipped: boolean;
  /** What nothing within can show again. */
  readonly left: LeftOutReason | null;
  /** What an element within may show again. */
  readonly invisible: boolean;
  readonly tiny: boolean;
  readonly wordHidden: boolean;
  readonly inserted: boolean;
  readonly colour: Colour;
  /** Null where a picture lies behind the text. */
  readonly ground: Colour | null;
}

export const PLAIN_LOOK: Look = {
  bold: false,
  emphasis: false,
  script: null,
  keepsLines: false,
  skipped: false,
  left: null,
  invisible: false,
  tiny: false,
  wordHidden: false,
  inserted: false,
  colour: BLACK,
  ground: WHITE,
};

/** Why text of that look is left out; null where it is taken. */
export const leftOutFor = (look: Look): LeftOutReason | null => {
  if (look.left) return look.left;
  if (look.invisible || look.tiny || look.wordHidden) return 'hidden';
  return look.ground && looksAlike(look.colour, look.ground) ? 'white' : null;
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements whose text is not the page's. */
const SKIPPED = words(
  'STYLE SCRIPT TITLE TEMPLATE NOSCRIPT SVG OBJECT IFRAME NOEMBED NOFRAMES VIDEO AUDIO CANVAS BUTTON SELECT DATALIST TEXTAREA RP XML ANNOTATION ANNOTATION-XML',
);

const hasClass = (tag: HtmlTag, name: string): boolean =>
  ` ${tag.attributes.get('class') ?? ''} `.includes(` ${name} `);

/** Points or pixels; null for what is no length of its own. */
const length = (value: string | undefined): number | null => {
  const match = value === undefined ? null : /^([+-]?\d*\.?\d+)(px|pt|)$/.exec(value);
  return match ? Number(match[1]) : null;
};

/** Smaller than this nobody reads, pixels or points. */
const TINY = 2;

/** True, false, or null where the size is the outer text's. */
const isTiny = (style: Style, outer: boolean): boolean | null => {
  const inFont = (style.get('font') ?? '')
    .split(/[\s/]+/)
    .find((token) => /^(\d*\.?\d+(px|pt|em|rem|ex|%|vw|vh)|0+)$/.test(token));
  const size = style.get('font-size') ?? inFont;
  if (size === undefined || size === 'inherit') return null;
  const match = /^(\d*\.?\d+)([a-z%]*)$/.exec(size);
  if (!match) return false;
  const value = Number(match[1]);
  const relative = match[2] === 'em' || match[2] === '%';
  if (relative) return outer || value < (match[2] === '%' ? 10 : 0.1);
  return match[2] === 'rem' || match[2] === 'ex' ? value < 0.1 : value < TINY;
};

/** Off the page, or cut down to nothing: how pages hide what only readers' software is to find. */
const isOffPage = (style: Style): boolean => {
  const far = (name: string) => (length(style.get(name)) ?? 0) <= -900;
  const none = (name: string) => {
    const value = length(style.get(name));
    return value !== null && value <= 1;
  };
  const position = style.get('position');
  if (far('text-indent')) return true;
  if ((position === 'absolute' || position === 'fixed') && (far('left') || far('top'))) return true;
  if (/^rect\((0|1)(px)?[\s,]/.test(style.get('clip') ?? '')) return true;
  if (/^inset\((50|100)%/.test(style.get('clip-path') ?? '')) return true;
  if (/^scale\(0[\s,)]/.test(style.get('transform') ?? '')) return true;
  const cut = /^(hidden|clip)/.test(style.get('overflow') ?? '');
  return cut && ['height', 'width', 'max-height', 'max-width'].some(none);
};

const isStruck = (name: string, tag: HtmlTag, style: Style): boolean => {
  const line = style.get('text-decoration-line') ?? style.get('text-decoration');
  if (line?.includes('line-through')) return true;
  if (/^(single|double)/.test(style.get('text-line-through') ?? '')) return true;
  if (hasClass(tag, 'msoDel')) return true;
  return line === undefined && (name === 'DEL' || name === 'S' || name === 'STRIKE');
};

const isComment = (tag: HtmlTag, style: Style): boolean =>
  (style.get('mso-element') ?? '').startsWith('comment') ||
  style.get('mso-special-character') === 'comment' ||
  hasClass(tag, 'msocomanchor') ||
  hasClass(tag, 'MsoCommentReference');

const leaves = (name: string, tag: HtmlTag, style: Style, outer: Look): LeftOutReason | null => {
  if (outer.left) return outer.left;
  if (isStruck(name, tag, style)) return 'deleted';
  if (isComment(tag, style)) return 'comment';
  if (name === 'RT' || name === 'RTC') return 'reading';
  const opacity = style.get('opacity');
  const hidden =
    style.get('display')?.startsWith('none') === true ||
    (tag.attributes.has('hidden') && !style.has('display')) ||
    (opacity !== undefined && Number.parseFloat(opacity) / (opacity.endsWith('%') ? 100 : 1) < 0.06) ||
    isOffPage(style);
  return hidden ? 'hidden' : null;
};

/** How far Word raises text before it counts as raised, points. */
const LEAST_RAISE = 2;

const scriptOf = (name: string, style: Style, outer: Look): Look['script'] => {
  const align = style.get('vertical-align');
  if (align === 'super' || align === 'text-top') return 'superscript';
  if (align === 'sub' || align === 'text-bottom') return 'subscript';
  if (align === undefined || align === 'inherit') {
    if (name === 'SUP') return 'superscript';
    if (name === 'SUB') return 'subscript';
  }
  if (outer.script) return outer.script;
  const raise =
    length(style.get('mso-text-raise')) ?? (/^-?[\d.]+(px|pt|%|em)$/.test(align ?? '') ? raised(align!) : 0);
  if (raise >= LEAST_RAISE) return 'raised';
  return raise <= -LEAST_RAISE ? 'lowered' : null;
};

/** A `vertical-align` that is a length or a share of the line, as points. */
const raised = (align: string): number => {
  const value = Number.parseFloat(align);
  return align.endsWith('%') ? value / 10 : align.endsWith('em') ? value * 10 : value;
};

const groundOf = (tag: HtmlTag, style: Style, outer: Colour | null): Colour | null => {
  const image = style.get('background-image') ?? style.get('background') ?? '';
  if (/url\(|gradient\(/.test(image)) return null;
  const written =
    style.get('mso-highlight') ??
    style.get('background-color') ??
    style.get('background') ??
    tag.attributes.get('bgcolor')?.toLowerCase();
  if (written === undefined) return outer;
  const colour =
    parseColour(written) ??
    written
      .split(/\s+(?![^()]*\))/)
      .map(parseColour)
      .find((one) => one !== null);
  if (!colour) return /^(none|inherit|initial|unset|auto)\b/.test(written) ? outer : null;
  if (colour.alpha === 1) return colour;
  return outer && over(colour, outer);
};

const colourOf = (tag: HtmlTag, style: Style, outer: Colour): Colour => {
  const fill = style.get('-webkit-text-fill-color');
  const written =
    (fill === undefined ? null : parseColour(fill)) ?? style.get('color') ?? tag.attributes.get('color');
  if (written === undefined) return outer;
  if (typeof written !== 'string') return written;
  if (/^(inherit|currentcolor|unset)$/i.test(written.trim())) return outer;
  // A colour that is not known here is a colour.
  return parseColour(written.toLowerCase()) ?? BLACK;
};

const isBold = (name: string, style: Style, outer: boolean): boolean => {
  const weight = style.get('font-weight') ?? /\b(bold|[1-9]00)\b/.exec(style.get('font') ?? '')?.[0];
  return weight === undefined || weight.startsWith('inherit')
    ? outer || name === 'B' || name === 'STRONG'
    : /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600;
};

/** 着重: dots by style, or what this program's own clipboard writes (text/copy.ts). */
const isEmphasis = (tag: HtmlTag, style: Style, outer: boolean): boolean => {
  const dots = style.get('text-emphasis-style') ?? style.get('text-emphasis');
  if (dots !== undefined) return !dots.startsWith('none');
  return outer || hasClass(tag, 'zuban-emphasis');
};

const isInvisible = (style: Style, outer: boolean): boolean => {
  const visibility = style.get('visibility');
  return visibility === undefined || visibility === 'inherit' ? outer : visibility !== 'visible';
};

/** The look in an element without attributes and styles, which most are. */
const plainLook = (name: string, outer: Look): Look => {
  switch (name) {
    case 'B':
    case 'STRONG':
      return outer.bold ? outer : { ...outer, bold: true };
    case 'DEL':
    case 'S':
    case 'STRIKE':
      return outer.left ? outer : { ...outer, left: 'deleted' };
    case 'RT':
    case 'RTC':
      return outer.left ? outer : { ...outer, left: 'reading' };
    case 'INS':
      return outer.inserted ? outer : { ...outer, inserted: true };
    case 'SUP':
      return { ...outer, script: 'superscript' };
    case 'SUB':
      return { ...outer, script: 'subscript' };
    case 'PRE':
    case 'XMP':
    case 'LISTING':
    case 'PLAINTEXT':
      return outer.keepsLines ? outer : { ...outer, keepsLines: true };
    default:
      return SKIPPED.has(name) && !outer.skipped ? { ...outer, skipped: true } : outer;
  }
};

/** The look of what stands in the element. */
export const lookOf = (tag: HtmlTag, style: Style, outer: Look): Look => {
  const { name } = tag;
  if (style.size === 0 && tag.attributes.size === 0) return plainLook(name, outer);
  const whiteSpace = style.get('white-space');
  const hide = style.get('mso-hide');
  return {
    bold: isBold(name, style, outer.bold),
    emphasis: isEmphasis(tag, style, outer.emphasis),
    script: scriptOf(name, style, outer),
    keepsLines:
      whiteSpace === undefined
        ? outer.keepsLines || name === 'PRE' || name === 'XMP' || name === 'LISTING' || name === 'PLAINTEXT'
        : /^(pre|break-spaces)/.test(whiteSpace),
    skipped: outer.skipped || SKIPPED.has(name),
    left: leaves(name, tag, style, outer),
    invisible: isInvisible(style, outer.invisible),
    tiny: isTiny(style, outer.tiny) ?? outer.tiny,
    wordHidden: hide === undefined ? outer.wordHidden : hide === 'all',
    inserted: outer.inserted || name === 'INS' || hasClass(tag, 'msoIns'),
    colour: colourOf(tag, style, outer.colour),
    ground: groundOf(tag, style, outer.ground),
  };
};
