/** A picture as the issue can hold it: JPEG and PNG as they are, WebP, TIFF and SVG as PNG. */
import type { PictureInfo } from '../../core/issue/issue.ts';
import { convertedFormat, convertPicture } from './convert-picture.ts';
import { describePicture } from './pictures.ts';

export interface ReadPicture {
  readonly info: PictureInfo;
  readonly bytes: Uint8Array;
  readonly notes: readonly string[];
}

/** Throws IssueFileError, one sentence. */
export const readPicture = async (bytes: Uint8Array, name: string): Promise<ReadPicture> => {
  const format = convertedFormat(bytes);
  if (format === null) return { info: describePicture(bytes, name), bytes, notes: [] };
  const converted = await convertPicture(bytes, format, name);
  return { info: describePicture(converted.bytes, name), bytes: converted.bytes, notes: converted.notes };
};
