/** Reads a PDF back with pdf.js: every character with its place, in the order of the content streams. */

import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { leadOfCode } from '../../../electron/pdf/character-codes.ts';

export interface ReadCharacter {
  readonly text: string;
  /** Left edge of the glyph's own origin (a form's holds a gap before it) and baseline, points from the page's top left corner. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** 0 filled, 3 invisible. */
  readonly mode: number;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly characters: readonly ReadCharacter[];
  readonly pictures: number;
}

interface ReadGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly originalCharCode: number;
}

const isGlyph = (value: unknown): value is ReadGlyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;

/** Follows the text operators (ISO 32000-1, 9.4.4) as far as the writer uses them. */
const readCharacters = (
  fnArray: readonly number[],
  argsArray: readonly unknown[][],
  height: number,
): ReadCharacter[] => {
  const characters: ReadCharacter[] = [];
  let [size, spacing, mode, lineX, lineY, x] = [0, 0, 0, 0, 0, 0];
  fnArray.forEach((operator, i) => {
    const args = argsArray[i] ?? [];
    if (operator === OPS.beginText) [lineX, lineY, x] = [0, 0, 0];
    else if (operator === OPS.setFont) size = Number(args[1]);
    else if (operator === OPS.setCharSpacing) spacing = Number(args[0]);
    else if (operator === OPS.setTextRenderingMode) mode = Number(args[0]);
    else if (operator === OPS.moveText) {
      lineX += Number(args[0]);
      lineY += Number(args[1]);
      x = lineX;
    } else if (operator === OPS.showText)
      for (const item of args[0] as unknown[]) {
        if (typeof item === 'number') x -= (item * size) / 1000;
        else if (isGlyph(item)) {
          const lead = leadOfCode(item.originalCharCode) * size;
          characters.push({ text: item.unicode, x: x + lead, y: height - lineY, size, mode });
          x += (item.width * size) / 1000 + spacing;
        }
      }
  });
  return characters;
};

export const readPdf = async (bytes: Uint8Array): Promise<readonly ReadPage[]> => {
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push({
      width,
      height,
      characters: readCharacters(fnArray, argsArray, height),
      pictures: fnArray.filter((operator: number) => operator === OPS.paintImageXObject).length,
    });
  }
  await task.destroy();
  return pages;
};
