/**
 * Style sheets of a page that is pasted, as far as they say what is read here (text-look.ts): the declarations of a
 * style attribute, and the rules of an element, of a class, and of an element with a class, as Word, Excel and WPS
 * write theirs. Linear: each is read once, and an element takes no more than the properties that are known. Pure.
 *
 * Limits: no other selectors, no media, no order of importance but class over element and attribute over both.
 */

export type Style = ReadonlyMap<string, string>;

const PROPERTIES: ReadonlySet<string> = new Set([
  'background',
  'background-color',
  'background-image',
  'clip',
  'clip-path',
  'color',
  '-webkit-text-fill-color',
  'display',
  'font',
  'font-size',
  'font-weight',
  'height',
  'left',
  'max-height',
  'max-width',
  'mso-element',
  'mso-hide',
  'mso-highlight',
  'mso-list',
  'mso-special-character',
  'mso-tab-count',
  'mso-text-raise',
  'opacity',
  'overflow',
  'position',
  'text-decoration',
  'text-decoration-line',
  'text-emphasis',
  'text-emphasis-style',
  'text-indent',
  'text-line-through',
  'top',
  'transform',
  'vertical-align',
  'visibility',
  'white-space',
  'width',
]);

export const NO_STYLE: Style = new Map();

/** A value as it is compared; longer ones are pictures within the page. */
const LONGEST_VALUE = 200;

const read = (css: string): Style => {
  const style = new Map<string, string>();
  for (const one of css.split(';')) {
    const colon = one.indexOf(':');
    if (colon < 0) continue;
    const name = one.slice(0, colon).trim().toLowerCase();
    if (!PROPERTIES.has(name)) continue;
    const value = one
      .slice(colon + 1, colon + 1 + LONGEST_VALUE)
      .toLowerCase()
      .replace('!important', '')
      .trim();
    style.set(name, value);
  }
  return style.size === 0 ? NO_STYLE : style;
};

/** Word writes the same few styles thousands of times. */
const MOST_KEPT = 500;

export class StyleReader {
  private readonly kept = new Map<string, Style>();
  private readonly rules = new Map<string, Style>();

  declarations(css: string): Style {
    if (css === '') return NO_STYLE;
    const known = this.kept.get(css);
    if (known) return known;
    const style = read(css);
    if (this.kept.size < MOST_KEPT) this.kept.set(css, style);
    return style;
  }

  addSheet(css: string): void {
    for (const { selectors, declarations } of rulesOf(css)) {
      const style = ofSheet(read(declarations));
      if (style.size === 0) continue;
      for (const selector of selectors.split(',')) {
        const key = selector.trim().toLowerCase();
        if (!SELECTOR.test(key)) continue;
        const before = this.rules.get(key);
        this.rules.set(key, before ? new Map([...before, ...style]) : style);
      }
    }
  }

  /** What the sheets and its own attribute say of an element. */
  styleOf(name: string, classes: string, css: string): Style {
    const own = this.declarations(css);
    if (this.rules.size === 0) return own;
    const tag = name.toLowerCase();
    const names = classes === '' ? [] : classes.toLowerCase().split(/\s+/);
    const styles = [
      this.rules.get(tag),
      ...names.map((one) => this.rules.get(`.${one}`)),
      ...names.map((one) => this.rules.get(`${tag}.${one}`)),
    ].filter((style) => style !== undefined);
    if (styles.length === 0) return own;
    return new Map([...styles, own].flatMap((style) => [...style]));
  }
}

/** A sheet's weight is the look of a whole kind of paragraph, which is the story's own here: no bold of it. */
const ofSheet = (style: Style): Style =>
  new Map([...style].filter(([name]) => name !== 'font-weight' && name !== 'font'));

/** An element, a class, or both. */
const SELECTOR = /^(?:[a-z][\w-]*)?(?:\.[\w-]+)?$/;

interface Rule {
  readonly selectors: string;
  readonly declarations: string;
}

/** Comments of both kinds; Word puts its sheet into one of HTML's. */
const withoutComments = (css: string): string => {
  let out = '';
  let at = 0;
  for (;;) {
    const from = css.indexOf('/*', at);
    if (from < 0) break;
    out += css.slice(at, from);
    const to = css.indexOf('*/', from + 2);
    if (to < 0) return out;
    at = to + 2;
  }
  return (out + css.slice(at)).replace(/<!--|-->/g, '');
};

const rulesOf = (sheet: string): readonly Rule[] => {
  const css = withoutComments(sheet);
  const rules: Rule[] = [];
  const brace = /[{}]/g;
  let at = 0;
  for (;;) {
    const open = css.indexOf('{', at);
    if (open < 0) return rules;
    // Statements such as @import end before the rule.
    const selectors = css.slice(at, open).split(';').at(-1)!.trim();
    let depth = 1;
    brace.lastIndex = open + 1;
    let end = open;
    while (depth > 0) {
      const found = brace.exec(css);
      if (!found) return rules;
      depth += found[0] === '{' ? 1 : -1;
      end = found.index;
    }
    if (!selectors.startsWith('@')) rules.push({ selectors, declarations: css.slice(open + 1, end) });
    at = end + 1;
  }
};
