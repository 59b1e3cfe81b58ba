/**
 * Pictures as PDF objects that fill the unit square upright. A JPEG goes in as it is but for what it tells of place,
 * time and camera; a PNG as png-samples.ts says. Colours stay the file's own (grey, RGB, CMYK): conversion for the
 * press is not done here.
 */

import { type PDFContext, PDFHexString, PDFName, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';
import { Fault } from '../../core/fault.ts';
import type { PictureId } from '../../core/issue/issue.ts';
import { pictureOrientation } from '../pictures/describe-picture.ts';
import type { Orientation } from '../pictures/exif-orientation.ts';
import { isJpeg, readJpegHeader } from '../pictures/jpeg-header.ts';
import { withoutMetadata } from '../pictures/picture-metadata.ts';
import { type PngPicture, readPng } from '../pictures/png-samples.ts';

/** Stored picture to upright one, in the unit square, by Exif orientation; 1 needs none. */
const UPRIGHT: Readonly<Record<number, string>> = {
  2: '-1 0 0 1 1 0',
  3: '-1 0 0 -1 1 1',
  4: '1 0 0 -1 0 1',
  5: '0 -1 -1 0 1 1',
  6: '0 -1 1 0 0 1',
  7: '0 1 1 0 0 0',
  8: '0 1 -1 0 1 0',
};

const COLOR_SPACES: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

type Entries = Readonly<
  Record<string, string | number | PDFObject | readonly number[] | Record<string, number>>
>;

const image = (context: PDFContext, entries: Entries, data: Uint8Array): PDFRef => {
  const dict = context.obj({ Type: 'XObject', Subtype: 'Image', ...entries, Length: data.length });
  return context.register(PDFRawStream.of(dict, data));
};

const writeJpeg = (context: PDFContext, bytes: Uint8Array): PDFRef | null => {
  const header = readJpegHeader(bytes);
  if (!header) return null;
  const { width, height, components, inverted, orientation } = header;
  const bare = withoutMetadata(bytes);
  const stored = image(
    context,
    {
      Width: width,
      Height: height,
      BitsPerComponent: 8,
      ColorSpace: COLOR_SPACES[components]!,
      Filter: 'DCTDecode',
      ...(inverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    },
    bare,
  );
  return upright(context, stored, orientation);
};

const upright = (context: PDFContext, stored: PDFRef, orientation: Orientation): PDFRef => {
  const matrix = UPRIGHT[orientation];
  if (matrix === undefined) return stored;
  const form = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 1, 1],
    Resources: { XObject: { I: stored } },
  };
  return context.register(context.stream(`${matrix} cm /I Do`, form));
};

const writePng = (context: PDFContext, png: PngPicture): PDFRef => {
  const { width, height, bits, colors, palette } = png;
  const mask =
    png.alpha &&
    image(
      context,
      {
        Width: width,
        Height: height,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceGray',
        Filter: 'FlateDecode',
      },
      png.alpha,
    );
  const space = palette
    ? context.obj(['Indexed', 'DeviceRGB', palette.length / 3 - 1, PDFHexString.of(hexOf(palette))])
    : PDFName.of(COLOR_SPACES[colors]!);
  return image(
    context,
    {
      Width: width,
      Height: height,
      BitsPerComponent: bits,
      ColorSpace: space,
      Filter: 'FlateDecode',
      ...(png.predicted
        ? { DecodeParms: { Predictor: 15, Colors: colors, BitsPerComponent: bits, Columns: width } }
        : {}),
      ...(mask ? { SMask: mask } : {}),
    },
    png.data,
  );
};

/**
 * Writes a picture; throws a message for the editor where its bytes are no JPEG or PNG that can be read.
 *
 * @param decoded the same PNG's samples, where they are there already
 */
export const writePicture = (
  context: PDFContext,
  id: PictureId,
  bytes: Uint8Array,
  decoded?: PngPicture,
): PDFRef => {
  let written: PDFRef | null = null;
  let cause: unknown;
  try {
    if (isJpeg(bytes)) written = writeJpeg(context, bytes);
    else {
      const png = decoded ?? readPng(bytes);
      written = png && upright(context, writePng(context, png), pictureOrientation(bytes));
    }
  } catch (error) {
    cause = error;
  }
  if (!written)
    throw new Fault('program', `图片 ${id} 不是可读的 JPEG 或 PNG 文件，请换一个文件。`, { cause });
  return written;
};
