/**
 * A picture in linear floats, with what the sample's two pictures are drawn with: seeded noise, soft dots, strokes
 * made of dots, a mirror for water, grain. Everything is a function of its seed, so a picture is made again
 * exactly as it was.
 */

/** Seeded random numbers in 0..1 (mulberry32). */
export const seeded = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const lattice = (x, y, seed) => {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 1442695041);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
};

/** Value noise in 0..1 with quintic interpolation. */
export const noise = (x, y, seed) => {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const u = x - x0;
  const v = y - y0;
  const su = u * u * u * (u * (u * 6 - 15) + 10);
  const sv = v * v * v * (v * (v * 6 - 15) + 10);
  const top = lattice(x0, y0, seed) * (1 - su) + lattice(x0 + 1, y0, seed) * su;
  const bottom = lattice(x0, y0 + 1, seed) * (1 - su) + lattice(x0 + 1, y0 + 1, seed) * su;
  return top * (1 - sv) + bottom * sv;
};

/** Fractal noise in 0..1: octaves of `noise`, each of twice the frequency and half the weight. */
export const fractal = (x, y, seed, octaves = 5) => {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x, y, seed + octave * 101) * weight;
    total += weight;
    weight *= 0.5;
    x = x * 2.03 + 17.1;
    y = y * 2.03 + 9.7;
  }
  return sum / total;
};

export const clamp01 = (t) => Math.max(0, Math.min(1, t));
export const smooth = (from, to, t) => {
  const s = clamp01((t - from) / (to - from));
  return s * s * (3 - 2 * s);
};
export const mix = (a, b, t) => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** A colour of a gradient given as [position, colour] stops. */
export const gradient = (stops, t) => {
  for (let i = 1; i < stops.length; i++) {
    if (t <= stops[i][0]) {
      const [from, a] = stops[i - 1];
      const [to, b] = stops[i];
      return mix(
        a,
        b,
        smooth(0, 1, (t - from) / (to - from)) * 0.5 + clamp01((t - from) / (to - from)) * 0.5,
      );
    }
  }
  return stops[stops.length - 1][1];
};

export class FloatImage {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.data = new Float32Array(width * height * 3);
  }

  /** Lays `color` over a pixel; colours are 0..255. */
  blend(x, y, color, alpha) {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height || alpha <= 0) return;
    const at = (y * this.width + x) * 3;
    for (let c = 0; c < 3; c++) this.data[at + c] += (color[c] - this.data[at + c]) * alpha;
  }

  /** A disc with an edge one pixel soft, `squash` times as wide as high. */
  dot(x, y, radius, color, alpha = 1, squash = 1) {
    const rx = radius * squash;
    for (let py = Math.floor(y - radius - 1); py <= y + radius + 1; py++) {
      for (let px = Math.floor(x - rx - 1); px <= x + rx + 1; px++) {
        const distance = Math.hypot((px - x) / squash, py - y);
        this.blend(px, py, color, clamp01(radius + 0.5 - distance) * alpha);
      }
    }
  }

  /** A soft light that adds to what is there and falls off to nothing at `radius`. */
  glow(x, y, radius, color, strength) {
    const reach = Math.ceil(radius);
    for (let py = Math.max(0, Math.floor(y - reach)); py < Math.min(this.height, y + reach); py++) {
      for (let px = Math.max(0, Math.floor(x - reach)); px < Math.min(this.width, x + reach); px++) {
        const fall = 1 - Math.hypot(px - x, py - y) / radius;
        if (fall <= 0) continue;
        const at = (py * this.width + px) * 3;
        for (let c = 0; c < 3; c++) this.data[at + c] += color[c] * fall * fall * fall * strength;
      }
    }
  }

  /** A stroke of dots from one point to another, its radius going from `r0` to `r1`. */
  stroke(x0, y0, x1, y1, r0, r1, color, alpha = 1) {
    const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / Math.max(0.6, Math.min(r0, r1))));
    for (let i = 0; i <= steps; i++) {
      const t = i / steps;
      this.dot(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, r0 + (r1 - r0) * t, color, alpha);
    }
  }

  /** The colour between pixels, clamped at the edges. */
  sample(x, y) {
    const cx = Math.min(this.width - 1.001, Math.max(0, x));
    const cy = Math.min(this.height - 1.001, Math.max(0, y));
    const x0 = Math.floor(cx);
    const y0 = Math.floor(cy);
    const u = cx - x0;
    const v = cy - y0;
    const at = (y0 * this.width + x0) * 3;
    const below = at + this.width * 3;
    const out = [0, 0, 0];
    for (let c = 0; c < 3; c++) {
      const top = this.data[at + c] * (1 - u) + this.data[at + 3 + c] * u;
      const bottom = this.data[below + c] * (1 - u) + this.data[below + 3 + c] * u;
      out[c] = top * (1 - v) + bottom * v;
    }
    return out;
  }

  /**
   * Water below `shore`: the picture above it mirrored, broken by ripples that grow towards the viewer, and tinted
   * with the water's own colour, the more the steeper one looks into it.
   */
  mirror(shore, { seed, ripple, water, depth, smear }) {
    const span = this.height - shore;
    for (let y = shore; y < this.height; y++) {
      const near = (y - shore) / span;
      const scale = 0.35 + near * 2.4;
      const tint = depth[0] + (depth[1] - depth[0]) * near;
      for (let x = 0; x < this.width; x++) {
        const long = fractal(x / (90 * scale), y / (5.5 * scale), seed, 4) - 0.5;
        const short = fractal(x / (26 * scale), y / (2.2 * scale), seed + 7, 3) - 0.5;
        const wave = (long * 1.5 + short) * ripple * (0.15 + near * 1.6);
        const color = [0, 0, 0];
        for (let s = 0; s < 5; s++) {
          const lift = (s - 2) * smear * (0.3 + near);
          const from = this.sample(
            x + wave * 0.35,
            Math.min(shore - 1, shore - (y - shore) * 0.98 + wave * 2.2 + lift),
          );
          for (let c = 0; c < 3; c++) color[c] += from[c] / 5;
        }
        const shade = 1 + short * 0.16 * (0.3 + near);
        const out = mix(color, water, tint);
        const at = (y * this.width + x) * 3;
        for (let c = 0; c < 3; c++) this.data[at + c] = out[c] * shade;
      }
    }
  }

  /** Film grain and a slight darkening of the corners, so that flat tints do not band in print. */
  finish(seed, grain, vignette) {
    const random = seeded(seed);
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        const away = Math.hypot(x / this.width - 0.5, (y / this.height - 0.5) * 0.8) / 0.64;
        const dark = 1 - vignette * away ** 3;
        const speck = (random() + random() + random() - 1.5) * grain;
        const at = (y * this.width + x) * 3;
        for (let c = 0; c < 3; c++) this.data[at + c] = this.data[at + c] * dark + speck;
      }
    }
  }

  /** RGBA bytes for a canvas. */
  toBytes() {
    const bytes = new Uint8ClampedArray(this.width * this.height * 4);
    for (let i = 0, j = 0; j < bytes.length; i += 3, j += 4) {
      bytes[j] = this.data[i];
      bytes[j + 1] = this.data[i + 1];
      bytes[j + 2] = this.data[i + 2];
      bytes[j + 3] = 255;
    }
    return bytes;
  }

  /** Takes the pixels of a canvas's RGBA bytes, laid over what is there. */
  overlay(bytes) {
    for (let i = 0, j = 0; j < bytes.length; i += 3, j += 4) {
      const alpha = bytes[j + 3] / 255;
      for (let c = 0; c < 3; c++) this.data[i + c] += (bytes[j + c] - this.data[i + c]) * alpha;
    }
  }
}
