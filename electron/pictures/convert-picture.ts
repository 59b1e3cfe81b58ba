/**
 * WebP, TIFF and SVG to PNG: the issue file and the PDF hold JPEG and PNG only. By sharp, a package with native code
 * that is optional: where it is missing, the editor is told to convert the picture. Colours become sRGB by the
 * picture's own profile, greys stay grey, as the press wants them. Only these three formats are ever decoded here:
 * all of sharp's other readers are shut.
 *
 * An SVG is drawn on its own: librsvg gets bytes without an address, so it can load nothing beside them.
 */
import type { Sharp, SharpOptions } from 'sharp';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { ConvertedFormat } from '../foreign/foreign-tasks.ts';
import { PICTURE_LIMITS } from './describe-picture.ts';

type SharpModule = typeof import('sharp').default;

export interface ConvertedPicture {
  readonly bytes: Uint8Array;
  /** Sentences on what the editor should know of it. */
  readonly notes: readonly string[];
}

/** An SVG's longer side in pixels: a nameplate across a 对开 page at 400 dpi. */
const SVG_SIDE = 6000;
/** The same for one with filters: a shadow's cost grows with the area and its blur. */
const FILTERED_SIDE = 1600;
const LARGEST_SVG = 8_000_000;
/** sharp takes densities of 1 to this. */
const DENSITY = { usual: 72, least: 1, most: 100_000 };
const PATIENCE_SECONDS = 30;

let loading: Promise<SharpModule | null> | null = null;

const loadSharp = async (): Promise<SharpModule | null> => {
  try {
    const { default: sharp } = await import('sharp');
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: ['VipsForeignLoadWebp', 'VipsForeignLoadTiff', 'VipsForeignLoadSvg'] });
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  } catch {
    return null;
  }
};

const startsWith = (bytes: Uint8Array, ...text: readonly string[]): boolean =>
  text.some((start) => Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start);

/** Which of the formats it is, by its first bytes; null for any other. */
export const convertedFormat = (bytes: Uint8Array): ConvertedFormat | null => {
  if (startsWith(bytes, 'RIFF') && Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP')
    return 'WebP';
  if (startsWith(bytes, 'II*\0', 'MM\0*', 'II+\0', 'MM\0+')) return 'TIFF';
  const head = Buffer.from(bytes.subarray(0, 4096))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  return /^<(\?xml|!DOCTYPE svg|!--|svg)/.test(head) && /<svg[\s>]/.test(head) ? 'SVG' : null;
};

/** The picture as PNG. `name` is for the sentences. Throws IssueFileError, one sentence. */
export const convertPicture = async (
  bytes: Uint8Array,
  format: ConvertedFormat,
  name: string,
  load: () => Promise<SharpModule | null> = loadSharp,
): Promise<ConvertedPicture> => {
  if (load === loadSharp) loading ??= loadSharp();
  const sharp = await (load === loadSharp ? loading : load());
  if (!sharp)
    throw new IssueFileError(`图片“${name}”是${format}格式，这台电脑上不能转换，请另存为JPEG或PNG后再用。`);
  try {
    return format === 'SVG' ? await drawSvg(sharp, bytes, name) : await convertPixels(sharp, bytes, name);
  } catch (cause) {
    if (cause instanceof IssueFileError) throw cause;
    throw new IssueFileError(
      `图片“${name}”（${format}）读不出来，可能已损坏或过大，请另存为JPEG或PNG后再用。`,
      { cause },
    );
  }
};

const OPTIONS: SharpOptions = { limitInputPixels: PICTURE_LIMITS.pixels, failOn: 'error' };

const toPng = async (image: Sharp): Promise<Uint8Array> =>
  image.png({ compressionLevel: 7 }).timeout({ seconds: PATIENCE_SECONDS }).toBuffer();

const convertPixels = async (
  sharp: SharpModule,
  bytes: Uint8Array,
  name: string,
): Promise<ConvertedPicture> => {
  const notes: string[] = [];
  const { pages = 1, space } = await sharp(bytes, OPTIONS).metadata();
  if (pages > 1) notes.push(`“${name}”有${pages}页，只取了第1页；要用别的页，请另存为单页图片。`);
  if (space === 'cmyk') notes.push(`“${name}”是CMYK图片，已转换成sRGB，颜色请核对。`);
  const isGrey = space === 'b-w' || space === 'grey16';
  const image = sharp(bytes, { ...OPTIONS, page: 0 })
    .autoOrient()
    .toColourspace(isGrey ? 'b-w' : 'srgb');
  return { bytes: await toPng(image), notes };
};

const drawSvg = async (sharp: SharpModule, bytes: Uint8Array, name: string): Promise<ConvertedPicture> => {
  const refuse = (why: string): never => {
    throw new IssueFileError(`图片“${name}”${why}`);
  };
  if (bytes.length > LARGEST_SVG)
    refuse(`是${Math.round(bytes.length / 1e6)} MB的SVG，过于复杂，请另存为PNG后再用。`);
  const source = Buffer.from(bytes).toString('utf8');
  /* Entities can name files and grow without end; drawing programs need none. */
  if (/<!ENTITY/i.test(source)) refuse('的SVG里定义了实体，没有打开，请从绘图软件重新导出。');
  const { width = 0, height = 0 } = await sharp(bytes, { ...OPTIONS, density: DENSITY.usual }).metadata();
  const longer = Math.max(width, height);
  if (longer < 1) refuse('的SVG没有尺寸，请从绘图软件重新导出。');
  const isFiltered = /<(?:[a-z]+:)?filter[\s>]|filter\s*:|filter\s*=/i.test(source);
  const side = isFiltered ? FILTERED_SIDE : SVG_SIDE;
  const density = Math.min(DENSITY.most, Math.max(DENSITY.least, (DENSITY.usual * side) / longer));
  const image = sharp(bytes, { ...OPTIONS, density }).resize({ width: side, height: side, fit: 'inside' });
  const notes = [];
  if (isFiltered)
    notes.push(`“${name}”里有滤镜（如投影、模糊），只画成${side}像素宽，要放大使用请从绘图软件另存为PNG。`);
  if (/<text[\s>]/.test(source))
    notes.push(`“${name}”里有文字，字形随电脑上的字体而变，请在绘图软件里转成轮廓（转曲）再用。`);
  if (/(?:href|src)\s*=\s*["'](?!#|data:)|url\(\s*["']?(?!#|data:)[^)#]/.test(source))
    notes.push(`“${name}”引用了外部文件，那一部分没有画出来，请嵌入后重新导出。`);
  return { bytes: await toPng(image), notes };
};
