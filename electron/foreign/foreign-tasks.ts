/** What a process for foreign files is asked (foreign-worker.ts answers), with what each task may take. */
import type { Limits } from '../process/worker-process.ts';

/** Formats that become PNG. */
export type ConvertedFormat = 'WebP' | 'TIFF' | 'SVG';

export type ForeignTask =
  | { readonly kind: 'judge-picture'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'convert-picture';
      readonly bytes: Uint8Array;
      readonly format: ConvertedFormat;
      readonly name: string;
    }
  | { readonly kind: 'png-samples'; readonly bytes: Uint8Array }
  /** By its path: the file may be large, and only this process reads it. */
  | { readonly kind: 'pdf-text'; readonly path: string };

/** Of one picture that others drew or coded. */
export const PICTURE_TASK: Limits = { milliseconds: 5_000, megabytes: 500 };
/** A judge's work is bounded by the picture's bytes and pixels; a slow office machine takes a few seconds for 200 megapixels. */
export const JUDGE_TASK: Limits = { milliseconds: 20_000, megabytes: 500 };
/** Deflating 200 megapixels in strips. */
export const SAMPLES_TASK: Limits = { milliseconds: 120_000, megabytes: 500 };
/** A newspaper of 16 pages takes a few seconds. */
export const PDF_MILLISECONDS = 30_000;
export const PDF_MEGABYTES = 500;
