/** The built-in faces' tables, as the build step made them: tests measure with the real ones. */
import { loadFontSet } from '../../../electron/fonts/font-files.ts';

export const fonts = loadFontSet();
