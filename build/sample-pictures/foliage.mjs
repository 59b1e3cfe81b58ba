/**
 * Trees and reeds for the sample's pictures: trunks that fork, crowns of some hundreds of leaf-sized dots lit from
 * one side, blades that bend. All dots, so that they look grown and not drawn.
 */
import { mix } from './float-image.mjs';

/** A crown of leaf clusters around (x, y); `light` is the side that the sun is on, -1 left to 1 right. */
export const crown = (
  image,
  random,
  x,
  y,
  width,
  height,
  { dark, lit, leaf, density, light = -0.7, alpha = 0.85 },
) => {
  const clusters = Math.max(6, Math.round(density * 16));
  for (let i = 0; i < clusters; i++) {
    const angle = random() * Math.PI * 2;
    const reach = Math.sqrt(random());
    const cx = x + Math.cos(angle) * reach * width * 0.5;
    const cy = y + Math.sin(angle) * reach * height * 0.5;
    const size = (0.12 + random() * 0.16) * Math.min(width, height);
    const leaves = Math.round(((size * size) / (leaf * leaf)) * 0.9);
    for (let k = 0; k < leaves; k++) {
      const a = random() * Math.PI * 2;
      const r = Math.sqrt(random()) * size;
      const lx = cx + Math.cos(a) * r * 1.15;
      const ly = cy + Math.sin(a) * r * 0.85;
      const facing =
        ((lx - x) / width) * light * 1.1 - ((ly - y) / height) * 1.2 - (Math.sin(a) * r) / size / 2.6;
      const tone = Math.min(1, Math.max(0, 0.36 + facing * 0.62 + (random() - 0.5) * 0.42));
      image.dot(lx, ly, leaf * (0.6 + random() * 0.7), mix(dark, lit, tone), alpha, 0.7 + random() * 0.8);
    }
  }
};

/** A trunk that forks into boughs; returns the tips, where crowns may sit. */
export const trunk = (image, random, x, y, length, radius, lean, color, depth = 4) => {
  const tips = [];
  const grow = (gx, gy, angle, reach, thick, level) => {
    let px = gx;
    let py = gy;
    let bend = angle;
    for (let i = 0; i < 5; i++) {
      // No bough of a live tree points below the horizon for long.
      bend = Math.max(-Math.PI + 0.32, Math.min(-0.32, bend + (random() - 0.5) * 0.22));
      const nx = px + Math.cos(bend) * (reach / 5);
      const ny = py + Math.sin(bend) * (reach / 5);
      const shade = mix(color, [color[0] * 1.5, color[1] * 1.45, color[2] * 1.4], random() * 0.35);
      image.stroke(px, py, nx, ny, thick * (1 - i * 0.07), thick * (1 - (i + 1) * 0.07), shade);
      px = nx;
      py = ny;
    }
    if (level === 0) {
      tips.push([px, py]);
      return;
    }
    const forks = 2 + (random() < 0.4 ? 1 : 0);
    for (let i = 0; i < forks; i++) {
      const spread = (i - (forks - 1) / 2) * (0.65 + random() * 0.35);
      grow(px, py, bend + spread, reach * (0.62 + random() * 0.2), thick * 0.6, level - 1);
    }
  };
  grow(x, y, -Math.PI / 2 + lean, length, radius, depth);
  return tips;
};

/** A small tree of the middle distance. */
export const smallTree = (image, random, x, foot, height, colors) => {
  const width = height * (0.55 + random() * 0.35);
  image.stroke(
    x,
    foot,
    x + (random() - 0.5) * 4,
    foot - height * 0.5,
    height * 0.022,
    height * 0.014,
    colors.dark,
  );
  crown(image, random, x, foot - height * 0.6, width, height * 0.78, {
    leaf: Math.max(1, Math.min(2, height * 0.014)),
    density: 1,
    ...colors,
  });
};

/** A blade of reed or grass, bent by the wind, with a plume where `plume` is given. */
export const blade = (
  image,
  random,
  x,
  y,
  height,
  color,
  { sway = 0.25, thick = 1.4, plume = null } = {},
) => {
  const bend = (random() - 0.35) * sway;
  let px = x;
  let py = y;
  const steps = 9;
  for (let i = 1; i <= steps; i++) {
    const t = i / steps;
    const nx = x + bend * height * t * t;
    const ny = y - height * t * (1 - Math.abs(bend) * 0.25 * t);
    image.stroke(px, py, nx, ny, thick * (1 - t * 0.75), thick * (1 - t * 0.8), color, 0.92);
    px = nx;
    py = ny;
  }
  if (!plume) return;
  for (let i = 0; i < 46; i++) {
    const t = random();
    const lx = px + bend * height * 0.16 * t + (random() - 0.5) * 7 * Math.sin(Math.PI * (0.15 + t * 0.8));
    image.dot(lx, py - t * height * 0.17 + 4, 0.8 + random() * 1.3, mix(plume[0], plume[1], random()), 0.6);
  }
};
