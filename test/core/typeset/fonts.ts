/** The built-in faces' tables, as the build step made them: tests measure with the real ones. */
import { BUILT_IN_FACES } from '../../../core/font/face.ts';
import { FontSet, MISSING } from '../../../core/font/font-set.ts';
import { loadFaceTable, loadFontSet } from '../../../electron/fonts/font-files.ts';

export const fonts = loadFontSet();

/** Other fonts, whose characters take a fifth less: what was set with the usual ones is no longer true. */
export const narrowFonts = (): FontSet =>
  new FontSet(
    BUILT_IN_FACES.map(({ id }) => {
      const table = loadFaceTable(id);
      return {
        ...table,
        advances: table.advances.map((one) => (one === MISSING ? one : Math.round(one * 0.8))),
      };
    }),
  );
