/**
 * The parts beside the copy: footnotes, endnotes, comments, headers and footers. Their words are not set; each is told
 * once, where it is first referred to.
 */
import type { RemarkKind } from './blocks.ts';
import type { Flow, Surroundings } from './reading-state.ts';
import type { WordPackage } from './word-package.ts';
import { descendantsOf, type XmlElement } from './xml-tree.ts';

/** What the reading of the document does for these parts. */
export interface AsideReader {
  /** All that stands in an element of a part. */
  readonly words: (element: XmlElement, part: string) => string;
  readonly remark: (flow: Flow, kind: RemarkKind, about: string, words: string) => void;
}

export class AsideParts {
  private readonly pkg: WordPackage;
  private readonly main: string;
  private readonly reader: AsideReader;
  private readonly notes = new Map<string, ReadonlyMap<string, XmlElement>>();
  private readonly told = new Set<string>();
  private readonly margins = new Set<string>();

  constructor(pkg: WordPackage, main: string, reader: AsideReader) {
    this.pkg = pkg;
    this.main = main;
    this.reader = reader;
  }

  readNote(
    element: XmlElement,
    kind: 'footnote' | 'endnote' | 'comment',
    around: Surroundings,
    flow: Flow,
  ): void {
    if (around.aside || around.standing === 'deleted' || around.standing === 'moved') return;
    const id = element.attributes.id ?? '';
    /* A note is told once, however often it is referred to. */
    if (this.told.has(`${kind} ${id}`)) return;
    this.told.add(`${kind} ${id}`);
    const note = this.notesOf(kind).get(id);
    const part = this.pkg.relatedPart(this.main, `${kind}s`) ?? '';
    const words = note ? this.reader.words(note, part) : '';
    this.reader.remark(flow, kind, note?.attributes.author ?? '', words);
  }

  private notesOf(kind: 'footnote' | 'endnote' | 'comment'): ReadonlyMap<string, XmlElement> {
    const known = this.notes.get(kind);
    if (known) return known;
    const tree = this.pkg.related(this.main, `${kind}s`);
    const found = new Map<string, XmlElement>();
    for (const note of tree ? descendantsOf(tree, `w:${kind}`) : [])
      found.set(note.attributes.id ?? '', note);
    this.notes.set(kind, found);
    return found;
  }

  readMargin(element: XmlElement, kind: 'header' | 'footer', around: Surroundings, flow: Flow): void {
    const target = this.pkg.relationshipsOf(around.part).get(element.attributes['r:id'] ?? '');
    if (!target || target.external || this.margins.has(target.target)) return;
    this.margins.add(target.target);
    const tree = this.pkg.xml(target.target);
    const words = tree ? this.reader.words(tree, target.target) : '';
    /* Page numbers are Word's own. */
    if (/[^\s\d第页共/／、，,.·—–|-]/u.test(words)) this.reader.remark(flow, kind, '', words);
  }
}
