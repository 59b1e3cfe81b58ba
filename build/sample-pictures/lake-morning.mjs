/**
 * 晨雾中的望湖公园: hills behind hills in haze, an island with trees, egrets, reeds in front. The sun is low on the
 * left behind the mist; all light and all haze follow from that.
 */
import { FloatImage, fractal, gradient, mix, noise, seeded, smooth } from './float-image.mjs';
import { blade, crown, smallTree, trunk } from './foliage.mjs';

const SHORE = 590;
const SUN = { x: 470, y: 330 };
const HAZE = [238, 219, 193];

const sky = (image) => {
  const stops = [
    [0, [128, 158, 187]],
    [0.3, [170, 189, 201]],
    [0.62, [226, 214, 196]],
    [1, [247, 222, 184]],
  ];
  for (let y = 0; y < SHORE; y++) {
    for (let x = 0; x < image.width; x++) {
      const near = Math.exp(-(((x - SUN.x) / 620) ** 2 + ((y - SUN.y) / 330) ** 2));
      const cloud = smooth(0.46, 0.8, fractal(x / 420 + y / 900, y / 70, 11, 6)) * (1 - y / SHORE) * 0.8;
      let color = mix(gradient(stops, y / SHORE), [255, 236, 200], near * 0.75);
      color = mix(color, [246, 226, 208], cloud * (0.35 + near * 0.6));
      image.blend(x, y, color, 1);
    }
  }
  image.glow(SUN.x, SUN.y, 330, [255, 214, 150], 0.22);
  image.glow(SUN.x, SUN.y, 120, [255, 236, 200], 0.35);
};

/** One range of hills: the ridge is fractal, roughened with tree-tops where it is near. */
const range = (image, { top, rise, seed, color, haze, rough, wide, tilt = 0 }) => {
  for (let x = 0; x < image.width; x++) {
    const broad = fractal(x / wide, seed * 0.37, seed, 6) - 0.5;
    const trees = (noise(x / 6, 3, seed + 5) + noise(x / 2.6, 9, seed + 6)) * rough;
    const ridge = top - broad * rise - trees + ((x - image.width / 2) / image.width) * tilt;
    const sunny = Math.exp(-(((x - SUN.x) / 520) ** 2));
    for (let y = Math.max(0, Math.floor(ridge)); y < SHORE; y++) {
      const down = Math.max(0, (y - ridge) / (SHORE - ridge));
      const texture = (fractal(x / 30 + y / 55, y / 16, seed + 20, 5) - 0.5) * 2;
      const light = 1 + texture * 0.2 * (1 - haze);
      const body = [color[0] * light, color[1] * light, color[2] * light];
      const mist = Math.min(1, haze + down ** 1.5 * 0.72 + sunny * 0.16);
      image.blend(x, y, mix(body, mix(HAZE, [252, 230, 194], sunny), mist), Math.min(1, y - ridge + 0.5));
    }
  }
};

/** A bank of trees along the far shore. */
const bank = (image, random, from, to, foot, tall, colors, step) => {
  for (let x = from; x < to; x += step * (0.5 + random())) {
    const height = tall * (0.45 + 0.75 * noise(x / 120, 5, 41) + random() * 0.3);
    const autumn = noise(x / 90, 8, 43) * 0.7;
    const lit = mix(colors.lit, [colors.lit[0] * 0.72, colors.lit[1] * 0.9, colors.lit[2] * 0.86], autumn);
    smallTree(image, random, x, foot, height, { dark: colors.dark, lit });
  }
  for (let x = from - 10; x < to + 10; x += 0.5) {
    const height = Math.min(15, tall * 0.2) * (0.3 + noise(x / 17, 2, 77));
    const up = random();
    image.dot(x, foot - height * up, 1.7, mix(colors.dark, colors.lit, up * 0.45 * random()), 0.8, 1.3);
  }
};

/** Mist: a band of fractal haze, thickest at `y`. */
const mist = (image, y, height, seed, strength, from = 0, to = image.width) => {
  for (let py = Math.floor(y - height); py < y + height; py++) {
    const band = Math.exp(-(((py - y) / (height * 0.45)) ** 2));
    for (let x = from; x < to; x++) {
      const drift = smooth(0.25, 0.75, fractal(x / 260, py / 42, seed, 5));
      const sunny = Math.exp(-(((x - SUN.x) / 560) ** 2));
      image.blend(
        x,
        py,
        mix([226, 217, 204], [253, 234, 202], sunny),
        band * (0.35 + drift * 0.65) * strength,
      );
    }
  }
};

const egret = (image, x, y, size, facing) => {
  const white = [250, 247, 240];
  const shade = [206, 201, 196];
  image.stroke(x, y - size * 0.5, x, y, size * 0.02, size * 0.02, [70, 66, 58]);
  image.stroke(x + size * 0.08, y - size * 0.5, x + size * 0.09, y, size * 0.02, size * 0.02, [70, 66, 58]);
  for (let i = 0; i < 14; i++) {
    const t = i / 13;
    const px = x + (0.2 - t * 0.48) * size * facing;
    image.dot(
      px,
      y - size * (0.6 - t * 0.1),
      size * 0.13 * Math.sin(Math.PI * (0.18 + t * 0.78)),
      mix(white, shade, t * 0.6),
    );
  }
  let nx = x + size * 0.17 * facing;
  let ny = y - size * 0.64;
  for (const [dx, dy] of [
    [0.12, -0.12],
    [-0.02, -0.13],
    [0.02, -0.13],
    [0.09, -0.06],
  ]) {
    image.stroke(nx, ny, nx + dx * size * facing, ny + dy * size, size * 0.045, size * 0.036, white);
    nx += dx * size * facing;
    ny += dy * size;
  }
  image.stroke(
    nx,
    ny,
    nx + size * 0.17 * facing,
    ny + size * 0.03,
    size * 0.022,
    size * 0.008,
    [196, 150, 60],
  );
};

/** Birds in flight, far off: two bent wings each. */
const flight = (image, random, x, y, count) => {
  for (let i = 0; i < count; i++) {
    const bx = x + i * 34 + (random() - 0.5) * 22;
    const by = y - i * 9 + (random() - 0.5) * 18;
    const span = 9 + random() * 6;
    const lift = (random() - 0.3) * 6;
    const tone = [250, 246, 238];
    image.stroke(bx, by, bx - span * 0.55, by - lift - 3, 1.5, 1.2, tone);
    image.stroke(bx - span * 0.55, by - lift - 3, bx - span, by - lift + 1, 1.2, 0.6, tone);
    image.stroke(bx, by, bx + span * 0.55, by - lift - 3, 1.5, 1.2, tone);
    image.stroke(bx + span * 0.55, by - lift - 3, bx + span, by - lift + 1, 1.2, 0.6, tone);
    image.stroke(bx - 1, by, bx + 6, by + 1, 1.3, 0.8, tone);
  }
};

const foreground = (image, random) => {
  const edge = (x) =>
    1012 -
    smooth(0, 700, x) * 16 +
    smooth(900, 1600, x) * -74 +
    (fractal(x / 110, 1, 61) - 0.5) * 30 +
    (noise(x / 3, 4, 62) - 0.5) * 9;
  for (let x = 0; x < image.width; x++) {
    for (let y = Math.floor(edge(x)); y < image.height; y++) {
      const depth = y - edge(x);
      const texture = fractal(x / 14, y / 7, 63, 5);
      const color = mix([44, 47, 31], [104, 98, 58], texture * (0.75 + 0.25 * Math.min(1, depth / 40)));
      image.blend(x, y, color, Math.min(1, depth + 0.5));
    }
  }
  const oldBlade = [128, 112, 66];
  const greenBlade = [62, 74, 38];
  for (let i = 0; i < 2600; i++) {
    const x = random() * image.width;
    const foot = edge(x) + random() ** 1.5 * 90;
    const tuft = noise(x / 60, 1, 71);
    const height = 14 + tuft * 44 + random() * 16;
    blade(image, random, x, foot, height, mix(greenBlade, oldBlade, random()), { thick: 1.1, sway: 0.7 });
  }
  for (let i = 0; i < 230; i++) {
    const side = random();
    const x = side < 0.62 ? random() ** 1.5 * 520 : 1600 - random() ** 1.7 * 420;
    const foot = edge(x) + random() * 46;
    const height =
      (150 + random() * 150) * (1 - Math.min(1, Math.abs(side < 0.62 ? x - 60 : x - 1560) / 620) * 0.6);
    const color = mix([70, 72, 40], [150, 128, 78], random());
    const plume =
      random() < 0.42
        ? [
            [196, 172, 128],
            [244, 222, 178],
          ]
        : null;
    blade(image, random, x, foot, height, color, { thick: 1.7, sway: 0.32, plume });
  }
};

/** A willow at the right edge: a leaning trunk and hanging shoots, the sun through them. */
const willow = (image, random) => {
  const tips = trunk(image, random, 1640, 1000, 380, 20, -0.3, [46, 41, 33], 5);
  for (const [x, y] of tips) {
    crown(image, random, x, y, 110, 70, {
      dark: [62, 68, 42],
      lit: [178, 166, 98],
      leaf: 1.8,
      density: 0.4,
      alpha: 0.6,
    });
  }
  for (let i = 0; i < 420; i++) {
    const [tx, ty] = tips[Math.floor(random() * tips.length)];
    let x = tx + (random() - 0.5) * 150;
    let y = ty + (random() - 0.6) * 70;
    const length = 70 + random() * 210;
    const drift = (random() - 0.6) * 0.22;
    const tone = random();
    for (let step = 0; step < length; step += 3.1) {
      x += drift * 3 + (random() - 0.5) * 1.2;
      y += 3;
      if (y > 960) break;
      const lit = Math.max(0, Math.min(1, tone * 0.7 + (random() - 0.4) * 0.6));
      image.stroke(
        x,
        y,
        x + (random() < 0.5 ? -1 : 1) * 3.6,
        y + 4.5,
        1.1,
        0.5,
        mix([64, 70, 40], [196, 178, 104], lit),
        0.8,
      );
    }
  }
};

export const lakeMorning = (width, height) => {
  const image = new FloatImage(width, height);
  const random = seeded(20261120);
  sky(image);
  range(image, {
    top: 395,
    rise: 210,
    seed: 3,
    color: [136, 152, 164],
    haze: 0.62,
    rough: 0,
    wide: 520,
    tilt: -40,
  });
  range(image, {
    top: 448,
    rise: 190,
    seed: 8,
    color: [112, 132, 138],
    haze: 0.42,
    rough: 2,
    wide: 400,
    tilt: 50,
  });
  range(image, {
    top: 500,
    rise: 150,
    seed: 15,
    color: [86, 108, 104],
    haze: 0.26,
    rough: 5,
    wide: 300,
    tilt: -70,
  });
  mist(image, 540, 60, 31, 0.6);
  bank(image, random, -20, 1640, SHORE - 3, 44, { dark: [112, 122, 112], lit: [190, 178, 142] }, 15);
  mist(image, 577, 34, 33, 0.62);
  bank(image, random, 1010, 1640, SHORE - 1, 82, { dark: [66, 80, 64], lit: [184, 152, 88] }, 17);
  bank(image, random, -20, 200, SHORE - 1, 70, { dark: [84, 94, 76], lit: [206, 170, 104] }, 17);
  flight(image, random, 130, 250, 6);
  image.mirror(SHORE, { seed: 51, ripple: 9, water: [92, 106, 100], depth: [0.06, 0.52], smear: 2.2 });
  mist(image, SHORE + 2, 26, 35, 0.55);

  const island = 672;
  const islandTrees = new FloatImage(width, height);
  islandTrees.data.set(image.data);
  for (const [from, to, tall] of [
    [560, 900, 62],
    [600, 860, 104],
    [640, 800, 132],
  ]) {
    bank(islandTrees, random, from, to, island, tall, { dark: [44, 54, 38], lit: [200, 158, 78] }, 19);
  }
  for (let y = island - 220; y < island; y++)
    image.data.set(islandTrees.data.subarray(y * width * 3, (y + 1) * width * 3), y * width * 3);
  // The island's own reflection: its rows mirrored about its waterline, over the water that is already there.
  for (let y = island; y < island + 190; y++) {
    for (let x = 520; x < 940; x++) {
      const near = (y - island) / 190;
      const wave = (fractal(x / 46, y / 4.5, 55, 4) - 0.5) * (3 + near * 15);
      const source = Math.round(island - (y - island) * 0.92 + wave);
      const sx = Math.round(x + wave * 0.4);
      if (source < 0 || source >= island) continue;
      const at = (source * width + sx) * 3;
      const seen = [islandTrees.data[at], islandTrees.data[at + 1], islandTrees.data[at + 2]];
      const fade = 1 - near ** 1.6;
      const edge = smooth(520, 570, x) * (1 - smooth(890, 940, x));
      image.blend(x, y, mix(seen, [92, 106, 100], 0.26 + near * 0.3), fade * edge * 0.92);
    }
  }
  mist(image, island + 2, 12, 37, 0.42, 500, 980);
  egret(image, 936, island + 12, 30, -1);
  egret(image, 972, island + 17, 34, 1);
  egret(image, 1046, island + 26, 32, -1);
  image.stroke(926, island + 14, 1060, island + 29, 1.5, 1.5, [132, 128, 108], 0.5);
  mist(image, 790, 60, 39, 0.16);
  foreground(image, seeded(4));
  willow(image, seeded(6));
  image.glow(SUN.x, SUN.y + 40, 900, [255, 220, 160], 0.1);
  image.finish(99, 5, 0.2);
  return image;
};
