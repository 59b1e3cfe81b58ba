/**
 * Makes the two pictures of the sample issue, `node build/make-sample-pictures.mjs`, into assets/sample/.
 *
 * They are drawn by this program and by nothing else (sample-pictures/): every shape comes from seeded noise, so
 * they belong to the project and carry its licence. The JPEG files are committed, since only the encoder's version
 * keeps their bytes; run this again only to change them. The canvas comes with pdfjs-dist and encodes, and fills
 * the building's polygons.
 */
import { writeFileSync } from 'node:fs';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { lakeMorning } from './sample-pictures/lake-morning.mjs';
import { libraryDusk } from './sample-pictures/library-dusk.mjs';

const WIDTH = 1600;
const HEIGHT = 1067;
/** The newspaper prints at most at 200 lines per inch: 400 KB a picture is plenty. */
const MOST_BYTES = 400_000;

const PICTURES = { 'lake-morning.jpg': lakeMorning, 'library-dusk.jpg': libraryDusk };

for (const [name, draw] of Object.entries(PICTURES)) {
  if (process.argv[2] && !name.startsWith(process.argv[2])) continue;
  const image = draw(WIDTH, HEIGHT);
  const canvas = createCanvas(WIDTH, HEIGHT);
  canvas.getContext('2d').putImageData(new ImageData(image.toBytes(), WIDTH, HEIGHT), 0, 0);
  let quality = 90;
  let bytes = canvas.toBuffer('image/jpeg', quality);
  while (bytes.length > MOST_BYTES) {
    quality -= 2;
    bytes = canvas.toBuffer('image/jpeg', quality);
  }
  writeFileSync(new URL(`../assets/sample/${name}`, import.meta.url), bytes);
  console.error(`${name}: ${bytes.length} bytes, quality ${quality}`);
}
