/** Reads documents made of XML: their manuscript text, line by line, and what they have to tell. */
import { zipSync } from 'fflate';
import { readDocx } from '../../../../electron/import/docx.ts';
import { type DocumentParts, partsOf } from '../word-builders.ts';

export const readParts = async (parts: Record<string, Uint8Array>) => {
  const { text, notes, pictures } = await readDocx(zipSync(parts), '稿.docx');
  return {
    lines: text.split('\n').filter((line) => line !== ''),
    all: text.split('\n'),
    notes,
    said: notes.map(({ message }) => message).join('\n'),
    words: notes.map(({ words }) => words).filter((words) => words !== ''),
    pictures,
  };
};

export const read = (body: string, made: DocumentParts = {}) => readParts(partsOf(body, made));
