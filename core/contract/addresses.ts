/**
 * Where the page fetches bytes from: the same paths under the browser host and under Electron's own scheme.
 * Apart from ipc.ts so that the page does not load the validators, which only the host needs.
 */

import type { FaceId } from '../font/face.ts';
import type { PictureId } from '../issue/issue.ts';
import type { Failure } from './fault.ts';
import type { Channel } from './ipc.ts';

export const ADDRESSES = {
  /** Metric table of a face (core/font/face-table.ts). */
  faceTable: (face: FaceId): string => `/fonts/${face}.table`,
  /** The font of a face from an editor's own file (core/font/user-face.ts), one sfnt. */
  userFont: (face: FaceId): string => `/fonts/${face}.font`,
  /** `@font-face` rules of all built-in faces, families `zuban-<face>`. */
  fontsCss: '/fonts/fonts.css',
  picture: (picture: PictureId): string => `/pictures/${picture}`,
  /** Front page of an issue of the archive, by its file as 'archive.list' names it; a PNG. */
  thumbnail: (file: string): string => `/thumbnails/${encodeURIComponent(file)}`,
  /** Pages of a printing of the open issue, as JSON (core/display/display-json.ts), by the printing's number. */
  print: (number: number): string => `/prints/${number}.json`,
  /** The PDF that went to the press. */
  printPdf: (number: number): string => `/prints/${number}.pdf`,
  /** A file that an export made, until the next one. */
  exported: (fileName: string): string => `/exports/${encodeURIComponent(fileName)}`,
  /**
   * Where the page posts the bytes of a dropped file, with the header UPLOAD_NAME; answers `{upload}`, an id for
   * 'import.file', or `{failure}` (fault.ts).
   */
  uploads: '/uploads',
  /** A channel on the browser host. */
  channel: (channel: Channel): string => `/call/${channel}`,
} as const;

/** Header of an upload: the file's name, by encodeURIComponent. */
export const UPLOAD_NAME = 'x-file-name';

/** What a post to ADDRESSES.uploads is answered with. */
export type UploadReply = { readonly upload: string } | { readonly failure: Failure };
