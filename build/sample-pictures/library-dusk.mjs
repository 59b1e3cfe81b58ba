/**
 * 暮色中的区图书馆新馆: a long glass building on a lake shore, lit from within, and its light on the water. The building
 * is made of planes in space seen by a pinhole camera, drawn from back to front; sky, trees, water and grain are
 * noise.
 */
import { createCanvas } from '@napi-rs/canvas';
import { FloatImage, fractal, gradient, mix, noise, seeded, smooth } from './float-image.mjs';
import { smallTree } from './foliage.mjs';

const SHORE = 716;
/** Camera: metres, looking along z; the eye is 7.5 m above the ground. */
const EYE = { x: 0, y: 7.5, z: -64 };
const FOCAL = 1180;
const CENTRE = { x: 760, y: 640 };

const FLOORS = 4;
const STOREY = 4.6;
/** Corner nearest to the viewer, and the far ends of the two faces. */
const CORNER = { x: 15, z: 6 };
const LEFT_END = { x: -37, z: 24 };
const RIGHT_END = { x: 33, z: 33 };
const BASE = 5.3;

const project = (x, y, z) => {
  const depth = z - EYE.z;
  return [CENTRE.x + ((x - EYE.x) / depth) * FOCAL, CENTRE.y - ((y - EYE.y) / depth) * FOCAL];
};

const css = (color, alpha = 1) =>
  `rgba(${color.map((c) => Math.max(0, Math.min(255, Math.round(c)))).join(',')},${alpha})`;

/** A wall from one ground point to another: draws quads in its own coordinates, u along 0..1, y in metres. */
const wall = (context, from, to, inset = 0) => {
  const length = Math.hypot(to.x - from.x, to.z - from.z);
  const normal = { x: -(to.z - from.z) / length, z: (to.x - from.x) / length };
  const side = normal.z > 0 ? 1 : -1;
  const at = (u, y, back = 0) => {
    const d = (inset + back) * side;
    return project(
      from.x + (to.x - from.x) * u + normal.x * d,
      y,
      from.z + (to.z - from.z) * u + normal.z * d,
    );
  };
  const quad = (u0, u1, y0, y1, fill, back = 0) => {
    context.fillStyle = fill;
    context.beginPath();
    context.moveTo(...at(u0, y0, back));
    context.lineTo(...at(u1, y0, back));
    context.lineTo(...at(u1, y1, back));
    context.lineTo(...at(u0, y1, back));
    context.closePath();
    context.fill();
  };
  return { at, quad, length };
};

/** What is seen through the glass of one storey: back wall, shelves of books, lamps, readers. */
const interior = (context, face, random, y0, y1, floor) => {
  const { quad, at, length } = face;
  const bays = Math.round(length / 3.2);
  quad(0, 1, y0, y1, css([196, 140, 76]), 0);
  for (let bay = 0; bay < bays; bay++) {
    const u0 = bay / bays;
    const u1 = (bay + 1) / bays;
    const warm = 0.72 + random() * 0.3 - (floor === 3 ? 0.06 : 0);
    quad(u0, u1 + 0.002, y0, y1, css([226 * warm, 168 * warm, 96 * warm]));
    quad(u0, u1 + 0.002, y0 + (y1 - y0) * 0.55, y1, css([250, 208, 138], 0.34 * warm));
    quad(u0, u1 + 0.002, y1 - 0.75, y1, css([255, 232, 186], 0.5));
    if (random() < 0.66) {
      const shelf = 0.06 / bays;
      const top = y0 + 1.5 + random() * 1.1;
      quad(u0 + shelf, u1 - shelf, y0 + 0.1, top, css([104, 66, 38], 0.9));
      for (let row = y0 + 0.18; row < top - 0.3; row += 0.42) {
        for (let u = u0 + shelf * 2; u < u1 - shelf * 2; u += 0.011 * (3.2 / length)) {
          if (random() < 0.12) continue;
          const tint = mix([150, 84, 54], [232, 196, 140], random());
          const blue = random() < 0.2 ? [104, 116, 122] : tint;
          quad(u, u + 0.0085 * (3.2 / length), row, row + 0.24 + random() * 0.1, css(blue, 0.8));
        }
      }
    }
    const lamps = 1 + Math.floor(random() * 2);
    for (let lamp = 0; lamp < lamps; lamp++) {
      const u = u0 + ((lamp + 0.5) / lamps) * (u1 - u0);
      const [x, y] = at(u, y1 - 0.55 - random() * 0.5);
      context.fillStyle = css([255, 246, 218], 0.95);
      context.beginPath();
      context.ellipse(x, y, 2.6, 1.5, 0, 0, Math.PI * 2);
      context.fill();
    }
    const readers = Math.floor(random() * (floor === 0 ? 3 : 2.2));
    for (let i = 0; i < readers; i++) reader(context, at, u0 + random() * (u1 - u0), y0, random);
  }
};

/** Somebody seen against the light: standing, or sitting at a table. */
const reader = (context, at, u, y0, random) => {
  const sitting = random() < 0.5;
  const tall = sitting ? 1.15 : 1.6 + random() * 0.15;
  const [x, foot] = at(u, y0);
  const [, head] = at(u, y0 + tall);
  const height = foot - head;
  context.fillStyle = css([58, 40, 30], 0.82);
  context.beginPath();
  context.ellipse(x, head + height * 0.09, height * 0.075, height * 0.095, 0, 0, Math.PI * 2);
  context.fill();
  context.beginPath();
  context.moveTo(x - height * 0.13, head + height * 0.26);
  context.quadraticCurveTo(x, head + height * 0.13, x + height * 0.13, head + height * 0.26);
  context.lineTo(x + height * 0.11, foot);
  context.lineTo(x - height * 0.11, foot);
  context.fill();
  if (sitting) {
    context.fillRect(x - height * 0.5, foot - height * 0.55, height, height * 0.07);
    context.fillRect(x - height * 0.46, foot - height * 0.55, height * 0.05, height * 0.55);
  }
};

/** Slabs, mullions and a glimmer of the sky on the glass. */
const facade = (context, face, random, shade) => {
  const { quad, length } = face;
  const panes = Math.round(length / 1.6);
  for (let floor = 0; floor < FLOORS; floor++) {
    const y0 = BASE + floor * STOREY;
    interior(context, face, random, y0 + 0.35, y0 + STOREY - 0.2, floor);
    for (let pane = 0; pane < panes; pane++) {
      const sky = smooth(0.35, 0.8, noise(pane / 2.2, floor * 1.7, 301)) * 0.2 + floor * 0.035;
      quad(pane / panes, (pane + 1) / panes, y0 + 0.35, y0 + STOREY, css([86, 104, 140], sky + shade * 0.1));
    }
    const half = 0.045 / length;
    for (let pane = 0; pane <= panes; pane++) {
      const u = pane / panes;
      const heavy = pane % 4 === 0 ? 2.6 : 1;
      quad(Math.max(0, u - half * heavy), Math.min(1, u + half * heavy), y0, y0 + STOREY, css([44, 42, 46]));
    }
    quad(0, 1, y0 + STOREY * 0.68, y0 + STOREY * 0.69 + 0.02, css([52, 48, 48], 0.85));
    quad(0, 1, y0 - 0.12, y0 + 0.4, css(mix([92, 90, 98], [62, 62, 72], shade)));
    quad(0, 1, y0 + 0.3, y0 + 0.4, css([176, 146, 112], 0.5));
  }
};

const roof = (context) => {
  const y = BASE + FLOORS * STOREY;
  const spread = (p, d, z) => ({ x: p.x + d, z: p.z + z });
  const corner = spread(CORNER, 0.6, -3.2);
  const left = spread(LEFT_END, -3.4, -2.2);
  const right = spread(RIGHT_END, 3.2, 0.4);
  context.fillStyle = css([150, 116, 80]);
  context.beginPath();
  for (const p of [left, corner, right, RIGHT_END, CORNER, LEFT_END])
    context.lineTo(...project(p.x, y + 0.1, p.z));
  context.fill();
  for (const [from, to, shade] of [
    [left, corner, 0],
    [corner, right, 1],
  ]) {
    const { quad } = wall(context, from, to);
    quad(0, 1, y + 0.1, y + 1.15, css(mix([74, 76, 88], [54, 56, 68], shade)));
    quad(0, 1, y + 1.02, y + 1.15, css([122, 122, 136], 0.8));
    quad(0, 1, y + 0.1, y + 0.2, css([214, 168, 112], 0.75));
  }
};

const building = (width, height, random) => {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  facade(context, wall(context, CORNER, RIGHT_END), random, 1);
  facade(context, wall(context, CORNER, LEFT_END), random, 0);
  roof(context);
  for (const [end, shade] of [
    [RIGHT_END, 1],
    [LEFT_END, 0],
  ]) {
    const { quad } = wall(context, CORNER, end);
    quad(0, 1, 0.6, BASE, css(mix([92, 80, 70], [66, 60, 60], shade)));
    for (let u = 0.02; u < 0.98; u += 0.035)
      quad(u, u + 0.003, BASE - 0.32, BASE - 0.1, css([255, 222, 160], 0.9));
  }
  // The entrance: a taller opening at the long face, brighter than the rest.
  const { quad } = wall(context, CORNER, LEFT_END);
  quad(0.4, 0.54, BASE - 0.9, BASE + STOREY - 0.3, css([58, 50, 48]));
  quad(0.408, 0.532, BASE - 0.9, BASE + STOREY - 0.7, css([255, 226, 166]));
  quad(0.408, 0.532, BASE + 1.4, BASE + STOREY - 0.7, css([255, 240, 204], 0.6));
  for (let u = 0.408; u <= 0.534; u += 0.0207)
    quad(u - 0.0012, u + 0.0012, BASE - 0.9, BASE + STOREY - 0.7, css([64, 52, 46]));
  quad(0.385, 0.555, BASE + STOREY - 0.7, BASE + STOREY - 0.25, css([70, 66, 70]), -2.4);
  return context.getImageData(0, 0, width, height).data;
};

const sky = (image) => {
  const stops = [
    [0, [30, 44, 84]],
    [0.38, [66, 82, 128]],
    [0.66, [146, 124, 148]],
    [0.84, [226, 154, 122]],
    [1, [250, 190, 128]],
  ];
  for (let y = 0; y < SHORE; y++) {
    for (let x = 0; x < image.width; x++) {
      const t = Math.min(1, y / SHORE + Math.exp(-(((x - 180) / 760) ** 2)) * 0.1);
      const long = fractal(x / 520 + y / 260, y / 62, 211, 6);
      const cloud = smooth(0.5, 0.74, long) * (0.35 + 0.65 * smooth(0, 0.5, y / SHORE));
      const under = mix([88, 84, 122], [255, 170, 122], smooth(0.15, 0.75, y / SHORE));
      const wisp = smooth(0.52, 0.8, fractal(x / 190 - y / 120, y / 30, 223, 5)) * 0.4;
      let color = mix(gradient(stops, t), under, cloud * 0.72);
      color = mix(color, [255, 196, 150], wisp * smooth(0.2, 0.8, y / SHORE));
      image.blend(x, y, color, 1);
    }
  }
};

/** Hills and the far side of the town, with a few lit windows. */
const distance = (image, random) => {
  for (const [top, rise, seed, color, haze] of [
    [560, 150, 231, [96, 88, 122], 0.35],
    [610, 120, 237, [66, 64, 92], 0.22],
  ]) {
    for (let x = 0; x < image.width; x++) {
      const ridge = top - (fractal(x / 330, 4, seed, 6) - 0.5) * rise * 1.6;
      for (let y = Math.max(0, Math.floor(ridge)); y < SHORE; y++) {
        const down = Math.max(0, (y - ridge) / (SHORE - ridge));
        image.blend(x, y, mix(color, [206, 150, 134], haze + down * 0.36), Math.min(1, y - ridge + 0.5));
      }
    }
  }
  for (let i = 0; i < 46; i++) {
    const x = random() * image.width;
    const wide = 14 + random() * 34;
    const tall = 16 + random() * 52;
    const tone = mix([70, 66, 88], [98, 84, 100], random());
    for (let y = SHORE - 10 - tall; y < SHORE; y++)
      for (let px = x; px < x + wide; px++) image.blend(Math.round(px), Math.round(y), tone, 0.85);
    for (let wy = SHORE - 6 - tall; wy < SHORE - 18; wy += 6) {
      for (let wx = x + 3; wx < x + wide - 3; wx += 5) {
        if (random() < 0.3) image.dot(wx, wy, 0.9, [255, 206, 138], 0.75);
      }
    }
  }
};

const lampPost = (image, x, foot, height) => {
  image.stroke(x, foot, x, foot - height, 1.3, 0.9, [40, 38, 44]);
  image.glow(x, foot - height, 74, [255, 206, 130], 0.5);
  image.dot(x, foot - height, 3, [255, 244, 214], 1);
  image.glow(x, foot - 2, 60, [255, 190, 110], 0.2);
};

const walker = (image, random, x, foot, tall) => {
  const tone = mix([34, 32, 40], [70, 54, 52], random());
  image.stroke(x - tall * 0.08, foot, x, foot - tall * 0.48, tall * 0.045, tall * 0.06, tone);
  image.stroke(x + tall * 0.09, foot, x, foot - tall * 0.48, tall * 0.045, tall * 0.06, tone);
  image.stroke(x, foot - tall * 0.45, x, foot - tall * 0.78, tall * 0.1, tall * 0.085, tone);
  image.dot(x, foot - tall * 0.91, tall * 0.07, mix(tone, [120, 92, 78], 0.5));
};

/** The shore: a stone quay, a lawn, trees at both sides, lamps, people coming out. */
const quay = (image, random) => {
  for (let x = 0; x < image.width; x++) {
    const lawn = 672 + (fractal(x / 160, 1, 251) - 0.5) * 16;
    for (let y = Math.floor(lawn); y < SHORE; y++) {
      const texture = fractal(x / 8, y / 3, 253, 4);
      const warm = Math.exp(-(((x - 660) / 560) ** 2)) * smooth(668, 700, y);
      const stone = y > 694;
      const base = stone
        ? mix([66, 62, 68], [92, 84, 82], texture)
        : mix([32, 40, 38], [62, 66, 50], texture);
      image.blend(x, y, mix(base, stone ? [206, 154, 98] : [146, 118, 72], warm * (stone ? 0.55 : 0.4)), 1);
      if (stone && (y === 695 || y === 704)) image.blend(x, y, [34, 32, 38], 0.5);
    }
  }
  for (let i = 0; i < 9; i++) lampPost(image, 70 + i * 186, 696, 62);
  for (const [x, tall] of [
    [560, 34],
    [585, 32],
    [612, 33],
    [676, 31],
    [742, 34],
    [758, 24],
    [905, 33],
    [300, 33],
    [318, 32],
    [1160, 34],
  ]) {
    walker(image, random, x, 697 + random() * 5, tall);
  }
};

export const libraryDusk = (width, height) => {
  const image = new FloatImage(width, height);
  const random = seeded(20261121);
  sky(image);
  distance(image, random);
  const far = { dark: [40, 42, 56], lit: [92, 80, 78] };
  for (let x = -20; x < 1640; x += 16 + random() * 18)
    smallTree(image, random, x, SHORE - 18, 46 + random() * 44, far);
  image.overlay(building(width, height, random));
  for (const x of [420, 640, 850, 1010]) image.glow(x, 600, 330, [255, 190, 110], 0.1);
  quay(image, random);
  const near = { dark: [18, 24, 28], lit: [96, 84, 56], light: 0.8 };
  for (const [x, tall] of [
    [-10, 240],
    [70, 190],
    [150, 130],
    [1330, 150],
    [1400, 220],
    [1500, 270],
    [1600, 230],
  ]) {
    smallTree(image, random, x, 700, tall, near);
  }
  for (const x of [360, 470, 840, 980, 1080])
    smallTree(image, random, x, 694, 58 + random() * 22, { dark: [26, 30, 30], lit: [120, 98, 62] });
  image.mirror(SHORE, { seed: 271, ripple: 13, water: [30, 38, 64], depth: [0.12, 0.46], smear: 5 });
  for (let x = 0; x < width; x++)
    for (let y = SHORE - 2; y < SHORE + 2; y++) image.blend(x, y, [26, 26, 34], 0.55);
  image.finish(77, 6, 0.22);
  return image;
};
