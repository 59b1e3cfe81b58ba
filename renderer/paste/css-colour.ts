/** Colours as style sheets write them, as far as it takes to tell text that nobody can see on its ground. Pure. */

export interface Colour {
  /** 0–255 each; `alpha` 0–1. */
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const rgb = (red: number, green: number, blue: number, alpha = 1): Colour => ({ red, green, blue, alpha });

export const WHITE = rgb(255, 255, 255);
export const BLACK = rgb(0, 0, 0);

/** The names that come with copy: the old sixteen, those near white, and Office's highlights. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    white: '#fff',
    window: '#fff',
    snow: '#fffafa',
    ivory: '#fffff0',
    whitesmoke: '#f5f5f5',
    ghostwhite: '#f8f8ff',
    floralwhite: '#fffaf0',
    mintcream: '#f5fffa',
    azure: '#f0ffff',
    aliceblue: '#f0f8ff',
    seashell: '#fff5ee',
    honeydew: '#f0fff0',
    lavenderblush: '#fff0f5',
    gainsboro: '#dcdcdc',
    lightgrey: '#d3d3d3',
    lightgray: '#d3d3d3',
    silver: '#c0c0c0',
    gray: '#808080',
    grey: '#808080',
    black: '#000',
    windowtext: '#000',
    red: '#f00',
    maroon: '#800000',
    darkred: '#8b0000',
    yellow: '#ff0',
    olive: '#808000',
    lime: '#0f0',
    green: '#008000',
    darkgreen: '#006400',
    aqua: '#0ff',
    cyan: '#0ff',
    turquoise: '#40e0d0',
    teal: '#008080',
    darkcyan: '#008b8b',
    blue: '#00f',
    navy: '#000080',
    darkblue: '#00008b',
    fuchsia: '#f0f',
    magenta: '#f0f',
    purple: '#800080',
    darkmagenta: '#8b008b',
    orange: '#ffa500',
    transparent: '#0000',
  }),
);

const ofHex = (digits: string): Colour | null => {
  const wide = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  if (wide.length !== 6 && wide.length !== 8) return null;
  const at = (index: number) => Number.parseInt(wide.slice(index, index + 2), 16);
  return rgb(at(0), at(2), at(4), wide.length === 8 ? at(6) / 255 : 1);
};

const share = (text: string | undefined, whole: number): number =>
  text === undefined
    ? whole
    : text.endsWith('%')
      ? (Number.parseFloat(text) / 100) * whole
      : Number.parseFloat(text);

/** Lightness and saturation to channels (CSS Color 4, 7.1). */
const ofHsl = (hue: number, saturation: number, lightness: number, alpha: number): Colour => {
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const a = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return rgb(channel(0), channel(8), channel(4), alpha);
};

/** Null for what is no colour that is known here. */
export const parseColour = (written: string): Colour | null => {
  const text = written.trim();
  if (text.length > 64) return null;
  if (text.startsWith('#')) return /^#[0-9a-f]{3,8}$/.test(text) ? ofHex(text.slice(1)) : null;
  const named = NAMED.get(text);
  if (named !== undefined) return ofHex(named.slice(1));
  const call = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(text);
  if (!call) return /^[0-9a-f]{6}$/.test(text) ? ofHex(text) : null;
  const values = call[2]!.split(/[\s,/]+/).filter((value) => value !== '');
  if (values.length < 3) return null;
  const alpha = Math.max(0, Math.min(1, share(values[3], 1)));
  const [a, b, c] = values as [string, string, string];
  const colour =
    call[1] === 'rgb'
      ? rgb(share(a, 255), share(b, 255), share(c, 255), alpha)
      : ofHsl(((Number.parseFloat(a) % 360) + 360) % 360, share(b, 1), share(c, 1), alpha);
  return [colour.red, colour.green, colour.blue, colour.alpha].some(Number.isNaN) ? null : colour;
};

/** The one painted over the other, which is opaque. */
export const over = (top: Colour, ground: Colour): Colour => {
  const mixed = (a: number, b: number) => a * top.alpha + b * (1 - top.alpha);
  return rgb(mixed(top.red, ground.red), mixed(top.green, ground.green), mixed(top.blue, ground.blue));
};

/** Channels that differ by less than this are one colour to the eye: #f2f2f2 on white, not #e7e6e6. */
const NEAR = 24;

export const looksAlike = (text: Colour, ground: Colour): boolean => {
  const seen = over(text, ground);
  return (
    Math.abs(seen.red - ground.red) < NEAR &&
    Math.abs(seen.green - ground.green) < NEAR &&
    Math.abs(seen.blue - ground.blue) < NEAR
  );
};
