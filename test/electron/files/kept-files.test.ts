/**
 * Files that were made by earlier states of the program open for ever. One of each version is kept in `kept/`; a file
 * is added when a version is, and never made again: v1-sample by the program before prints and versions, v2-whole by
 * the first that had them, v2-claimed-pictures by one that wrote whether it thought a picture whole.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withVersion } from '../../../core/file/issue-file.ts';
import { printedState } from '../../../core/file/printed-issue.ts';
import { putBackWords } from '../../../core/issue/edits.ts';
import { printFindings } from '../../../electron/archive/print-findings.ts';
import { packIssueFile, unpackIssueFile } from '../../../electron/files/issue-container.ts';
import { digest, hashOf, printedPage, wholeFile } from '../../core/file/whole-file.ts';
import { placesOf, readIssueFile } from './kept/read-issue-file.mjs';

const kept = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'kept', name)));
const open = (name: string) => unpackIssueFile(kept(name), name);

describe('a file of version 1', () => {
  const file = open('v1-sample.zuban');

  it('opens with all its stories, frames and pictures', () => {
    expect(file.issue.stories).toHaveLength(10);
    expect(file.issue.publication.name).toBe('上街时报');
    expect(file.issue.pages).toHaveLength(1);
    expect(file.issue.pages[0]!.frames.length).toBeGreaterThan(8);
    expect([...file.pictures].every(([id, bytes]) => id === `sha256-${digest(bytes)}.jpg`)).toBe(true);
    expect(file.pictures.size).toBe(2);
    expect([file.prints, file.versions]).toEqual([[], []]);
  });

  it('has the text that was put in it', () => {
    const { issue } = readIssueFile(kept('v1-sample.zuban'));
    expect(
      file.issue.stories.map(({ headline, paragraphs }) => [headline, paragraphs.map(({ text }) => text)]),
    ).toEqual(issue.stories.map((one) => [one.headline, one.paragraphs.map(({ text }) => text)]));
  });

  it('is saved as version 2 with nothing lost', () => {
    const facts = { name: '初版', note: '', at: '2026-11-20T10:00:00+08:00', by: '', engine: '2' };
    const again = unpackIssueFile(packIssueFile(withVersion(file, facts)), 'x');
    expect(again.issue).toEqual(file.issue);
    expect(again.pictures).toEqual(file.pictures);
    expect(readIssueFile(packIssueFile(file)).manifest.version).toBe(2);
  });
});

describe('a file of version 2', () => {
  const file = open('v2-whole.zuban');

  it('opens with its versions and its print', () => {
    expect(file.versions.map(({ name, at, by }) => [name, at, by])).toEqual([
      ['初版', '2026-11-20T10:30:00+08:00', '方亦然'],
      ['一校后', '2026-11-20T14:30:00+08:00', '林知秋'],
    ]);
    expect(file.versions[1]!.issue.stories[0]!.headline).toBe('湖畔新馆今天开门');
    expect(file.prints[0]!.displayList).toEqual(printedPage);
    expect(file.prints[0]!.faces.map(({ face }) => face)).toEqual([
      'serif-400',
      'user:Brush-0123456789abcdef',
    ]);
    expect(file.pictures.size).toBe(2);
  });

  it('knows that it was edited after it was printed', () => {
    expect(printedState(file, hashOf(file.issue), '2').kind).toBe('edited-since');
    expect(printedState(file, hashOf(file.versions[1]!.issue), '2').kind).toBe('as-printed');
  });
});

describe('an issue of version 2', () => {
  const { issue } = open('issue-v2-notes.zuban');

  it('opens with its marks', () => {
    expect(issue.stories[0]!.paragraphs[0]!.marks.map(({ kind }) => kind)).toEqual(['superscript', 'bold']);
  });

  it('opens with its import notes, whose words can be put back', () => {
    expect(issue.importNotes).toMatchObject([
      { id: 'n1', story: 's1', words: '图为施工人员在坝上清理碎石。　本报记者　甲乙丙　摄' },
    ]);
    expect(putBackWords(issue, 'n1').issue.stories[0]!.paragraphs[1]!.text).toBe(issue.importNotes[0]!.words);
  });
});

describe('a print of a program that wrote what it thought of its pictures', () => {
  const name = 'v2-claimed-pictures.zuban';
  const file = open(name);

  it('is still that of its issue, which claims nothing any more', () => {
    expect(file.issue.pictures.map((picture) => Object.keys(picture).sort())).toEqual([
      ['height', 'id', 'mime', 'name', 'width'],
    ]);
    expect(printedState(file, hashOf(file.issue), '2').kind).toBe('as-printed');
  });

  it('is in order for who verifies the archive', () => {
    const { differences } = printFindings(name, file, kept(name));
    expect(differences.filter(({ message }) => message.includes('校验值'))).toEqual([]);
  });
});

describe('a reader made from the documentation alone', () => {
  it('finds every hash right and everything in the files that the program finds', () => {
    for (const name of ['v1-sample.zuban', 'v2-whole.zuban']) {
      const read = readIssueFile(kept(name));
      const file = open(name);
      expect(read.issue.stories.map(({ headline }) => headline)).toEqual(
        file.issue.stories.map(({ headline }) => headline),
      );
      expect(read.versions.map(({ name: own }) => own)).toEqual(file.versions.map((one) => one.name));
      expect(read.prints.map(({ at }) => at)).toEqual(file.prints.map((one) => one.at));
    }
  });

  it('reads what the program writes now, and finds a changed byte', () => {
    const packed = packIssueFile(wholeFile());
    expect(readIssueFile(packed).prints).toHaveLength(1);
    const changed = packed.slice();
    const at = Buffer.from(packed).indexOf('not really a photograph');
    changed[at]! ^= 1;
    expect(() => readIssueFile(changed)).toThrow('changed');
  });

  it('finds where each character of a print stands', () => {
    expect(placesOf({ text: '新𬭎馆', xs: [70_500, 9_000, 9_013], y: 100_250 })).toEqual([
      { character: '新', x: 70.5, y: 100.25 },
      { character: '𬭎', x: 79.5, y: 100.25 },
      { character: '馆', x: 88.513, y: 100.25 },
    ]);
  });
});
