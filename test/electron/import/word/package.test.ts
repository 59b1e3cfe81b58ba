import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../electron/import/docx.ts';
import { importFile } from '../../../../electron/import/import-file.ts';
import { grey } from '../tiny-pictures.ts';
import { documentXml, p, partsOf, picture, r } from '../word-builders.ts';
import { read, readParts } from './reading-documents.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const BODY = '正文一段。';
const image = grey(5, 4);

/** The same document with its parts named anew. */
const renamed = (name: (part: string) => string, body = p(BODY)): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(partsOf(body)).map(([part, content]) => [name(part), content]));

const STRICT = (xml: string): string =>
  xml
    .replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    );

const SHAPES: readonly (readonly [what: string, parts: () => Record<string, Uint8Array>])[] = [
  [
    'a main part of another name',
    () => {
      const parts = renamed((part) => part.replace('document.xml', 'document2.xml'));
      return {
        ...parts,
        '_rels/.rels': encode(decode(parts['_rels/.rels']).replace('document.xml', 'document2.xml')),
      };
    },
  ],
  [
    'a main part in the root, by an absolute target',
    () => {
      const parts = renamed((part) => part.replace(/^word\//, ''));
      return {
        ...parts,
        '_rels/.rels': encode(decode(parts['_rels/.rels']).replace('word/document.xml', '/document.xml')),
      };
    },
  ],
  [
    'the names of Strict OOXML',
    () =>
      Object.fromEntries(
        Object.entries(partsOf(p(BODY))).map(([part, content]) => [part, encode(STRICT(decode(content)))]),
      ),
  ],
  [
    'names in another case',
    () => renamed((part) => part.replace('word/', 'Word/').replace('styles.xml', 'Styles.XML')),
  ],
  ['backslashes in its names', () => renamed((part) => part.replaceAll('/', '\\'))],
  ['a slash before its names', () => renamed((part) => `/${part}`)],
  ['no content types', () => partsOf(p(BODY), { parts: { '[Content_Types].xml': null } })],
  ['no relationships of the package', () => partsOf(p(BODY), { parts: { '_rels/.rels': null } })],
  [
    'no relationships of the body',
    () => partsOf(p(BODY), { parts: { 'word/_rels/document.xml.rels': null } }),
  ],
  ['no styles', () => partsOf(p(BODY), { parts: { 'word/styles.xml': null } })],
  [
    'other prefixes',
    () =>
      partsOf('', {
        parts: {
          'word/document.xml': documentXml(p(BODY))
            .replaceAll('w:', 'ns0:')
            .replaceAll('xmlns:w=', 'xmlns:ns0='),
        },
      }),
  ],
  [
    'no prefixes',
    () =>
      partsOf('', {
        parts: {
          'word/document.xml': documentXml(p(BODY))
            .replaceAll('xmlns:w=', 'xmlns=')
            .replace(/(<\/?)w:/g, '$1'),
        },
      }),
  ],
  [
    'a mark before its XML, and UTF-16',
    () =>
      partsOf('', {
        parts: {
          'word/document.xml': Buffer.from(
            `\ufeff<?xml version="1.0" encoding="UTF-16"?>${documentXml(p(BODY))}`,
            'utf16le',
          ),
        },
      }),
  ],
  ['a folder among its entries', () => ({ 'word/': new Uint8Array(), ...partsOf(p(BODY)) })],
  [
    'macros beside it',
    () => partsOf(p(BODY), { parts: { 'word/vbaProject.bin': encode('x'), 'customXml/item1.xml': '<a/>' } }),
  ],
];

describe('a Word document of another make is read', () => {
  it.each(SHAPES)('with %s', async (_, parts) => {
    expect((await readParts(parts())).lines).toEqual([BODY]);
  });

  it('with the sizes of its entries behind them', async () => {
    /* Bit 3 of an entry's flags: its own header holds no sizes, the directory does. */
    const file = Buffer.from(zipSync(partsOf(p(BODY))));
    for (let at = file.indexOf('PK\u0003\u0004'); at >= 0; at = file.indexOf('PK\u0003\u0004', at + 4)) {
      file.writeUInt16LE(file.readUInt16LE(at + 6) | 8, at + 6);
      file.fill(0, at + 14, at + 26);
    }
    const { imported } = await importFile({ name: '稿.docx', bytes: file });
    expect(JSON.stringify(imported)).toContain(BODY);
  });

  it('as a template or with macros, whatever its ending', async () => {
    for (const name of ['稿.docm', '稿.dotx', '稿.dotm', '稿', '稿.txt', '稿.doc']) {
      const { imported } = await importFile({ name, bytes: zipSync(partsOf(p(BODY))) });
      expect(JSON.stringify(imported)).toContain(BODY);
    }
  });
});

describe('what is wrong with a part refuses no document', () => {
  const whole = (made: Parameters<typeof read>[1]) => read(p(r(BODY)) + p(picture('i')), made);

  it.each([
    ['linked from the net', 'https://example.invalid/%E6%B9%96.png?x=1', '湖.png'],
    ['linked on a server of the office', '\\\\server\\share\\a.png', 'a.png'],
    ['linked on a disk', 'file:///C:/%E5%9B%BE/a%20b.jpg', 'a b.jpg'],
  ])('a picture %s is named as missing', async (_, target, name) => {
    const { lines, pictures } = await whole({ relations: [['i', 'image', target]] });
    expect(lines).toEqual([BODY, `![](${name})`]);
    expect(pictures.size).toBe(0);
    const bytes = zipSync(
      partsOf(p(BODY) + p(picture('i', 'link')), { relations: [['i', 'image', target]] }),
    );
    const { imported } = await importFile({ name: '稿.docx', bytes });
    expect(imported.notes.map(({ message }) => message).join()).toContain(name);
    expect(JSON.stringify(imported)).toContain(BODY);
  });

  it.each([
    ['at /media in the root', '/media/a.png', 'media/a.png'],
    ['in a folder above', '../media/a.png', 'media/a.png'],
    ['under a name of Chinese', 'media/%E5%9B%BE1.png', 'word/media/图1.png'],
    ['under a name with blanks', 'media/a%20b.png', 'word/media/a b.png'],
  ])('a picture %s is taken', async (_, target, part) => {
    const { pictures } = await whole({ relations: [['i', 'image', target]], parts: { [part]: image } });
    expect([...pictures.values()].map((bytes) => bytes.length)).toEqual([image.length]);
  });

  it('a picture without its part, its relationship or its bytes is named as missing', async () => {
    for (const made of [{}, { relations: [['i', 'image', 'media/none.png']] as const }]) {
      const { lines, pictures } = await whole(made);
      expect(lines).toEqual([BODY, '![](文档图片1)']);
      expect(pictures.size).toBe(0);
    }
    const parts = partsOf(p(BODY) + p(picture('i')), {
      relations: [['i', 'image', 'media/a.png']],
      parts: { 'word/media/a.png': image },
    });
    const file = Buffer.from(zipSync(parts));
    /* The deflated picture no longer inflates. */
    const at = file.indexOf('word/media/a.png') + 'word/media/a.png'.length;
    file.fill(0xff, at, at + 8);
    const { imported } = await importFile({ name: '稿.docx', bytes: file });
    expect(JSON.stringify(imported)).toContain(BODY);
    expect(imported.notes.map(({ message }) => message).join()).toContain('文档图片1');
  });

  it('a picture that stands twice is one, and a cut one is told', async () => {
    const cut = picture('i', 'embed', '<a:srcRect l="25000" b="-1000"/>');
    const { pictures, lines, said } = await read(p(picture('i')) + p(cut), {
      relations: [['i', 'image', 'media/a.png']],
      parts: { 'word/media/a.png': image },
    });
    expect(pictures.size).toBe(1);
    expect(lines).toEqual(['![](文档图片1)', '![](文档图片1)']);
    expect(said).toContain('裁去了左25%');
    expect(said).not.toContain('下');
  });

  it.each(['word/styles.xml', 'word/numbering.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'])(
    '%s that is no XML costs no text, and is told',
    async (part) => {
      const { lines, said } = await read(p(BODY), { numbering: '', parts: { [part]: 'not XML <' } });
      expect(lines).toEqual([BODY]);
      if (part !== '[Content_Types].xml') expect(said).toContain('坏了');
    },
  );
});

describe('a document of any size or shape', () => {
  const RUN = '<w:r><w:t>字</w:t></w:r>';
  it.each([
    ['runs of one paragraph', (n: number) => `<w:p>${RUN.repeat(n)}</w:p>`],
    ['lines broken by hand', (n: number) => `<w:p>${'<w:r><w:t>字</w:t><w:br/></w:r>'.repeat(n)}</w:p>`],
    ['headings', (n: number) => p(r('题', '<w:sz w:val="44"/>')).repeat(n) + p('正文'.repeat(n))],
    [
      'fields without an end',
      (n: number) =>
        `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(n)}${RUN.repeat(n)}</w:p>`,
    ],
    [
      'fields in fields',
      (n: number) =>
        `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'.repeat(n)}${RUN.repeat(n)}</w:p>`,
    ],
    ['paragraphs that run on', (n: number) => p('字', '<w:rPr><w:vanish/></w:rPr>').repeat(n)],
    ['hidden runs', (n: number) => `<w:p>${(r('藏', '<w:vanish/>') + RUN).repeat(n)}</w:p>`],
    [
      'brackets of an equation',
      (n: number) => `<w:p><w:fldSimple w:instr="EQ ${'\\\\o('.repeat(n)}"/></w:p>`,
    ],
  ])('is read in a time that grows as it does: %s', async (_, body) => {
    const cost = async (n: number): Promise<number> => {
      const parts = zipSync(partsOf(body(n)), { level: 0 });
      const begun = process.cpuUsage().user;
      await readDocx(parts, '稿.docx');
      return process.cpuUsage().user - begun;
    };
    await cost(100);
    const small = await cost(400);
    /* Eight times the copy; a square would be sixty-four times the time. */
    expect(await cost(3_200)).toBeLessThan(32 * (small + 2_000));
  });

  it('is refused where it is nested without end', async () => {
    await expect(read('<w:sdt><w:sdtContent>'.repeat(5_000))).rejects.toThrow('不是正常的 Word 文档');
  });
});
