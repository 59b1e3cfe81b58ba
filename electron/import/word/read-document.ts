/**
 * A Word document's parts as blocks with facts (blocks.ts), in the order of the copy. Text is taken wherever it stands,
 * also in elements that are not known here; properties hold none. What the page shows and a line of text cannot hold
 * becomes a remark. Linear in the document; its depth is limited where its XML is read (xml-tree.ts).
 */
import { chosenOf } from './alternatives.ts';
import { AsideParts } from './aside-parts.ts';
import {
  type Block,
  type ParagraphBlock,
  type Remark,
  type RemarkKind,
  type TextRun,
  wordsOf,
} from './blocks.ts';
import { DocumentPictures } from './document-pictures.ts';
import { type OpenField, openField, textOfField } from './fields.ts';
import { FlowWriting } from './flow-writing.ts';
import { formulaText } from './formula-text.ts';
import { chartWords, diagramWords, newChartWords } from './graphic-words.ts';
import type { ListNumbers } from './list-numbers.ts';
import {
  allText,
  backdropOf,
  type Flow,
  plainSurroundings,
  type RunLook,
  type Surroundings,
} from './reading-state.ts';
import { isShaded, isWhite, over, readRunProperties, settle, visibilityOf } from './run-properties.ts';
import { symbolOf } from './symbols.ts';
import { rowsOf } from './table-rows.ts';
import type { WordPackage } from './word-package.ts';
import type { WordStyles } from './word-styles.ts';
import { childOf, descendantsOf, isElement, propertyOf, textOf, type XmlElement } from './xml-tree.ts';

/** The end of a paragraph that Word does not show: hidden words on either side stay apart. */
const HIDDEN_END: TextRun = {
  text: '\n',
  bold: false,
  size: null,
  script: null,
  raised: 0,
  standing: 'hidden',
  inserted: false,
};

export class DocumentReading {
  readonly remarks: Remark[] = [];
  readonly pictures: DocumentPictures;
  movedTo = 0;
  private readonly pkg: WordPackage;
  private readonly styles: WordStyles;
  private readonly main: string;
  private readonly writing: FlowWriting;
  private readonly asides: AsideParts;

  constructor(pkg: WordPackage, main: string, styles: WordStyles, numbers: ListNumbers) {
    this.pkg = pkg;
    this.main = main;
    this.styles = styles;
    this.writing = new FlowWriting(styles, numbers);
    this.asides = new AsideParts(pkg, main, {
      words: (element, part) => this.asideWords(element, part),
      remark: (flow, kind, about, words) => this.remark(flow, kind, about, words),
    });
    this.pictures = new DocumentPictures(pkg);
  }

  body(document: XmlElement): readonly Block[] {
    const background = childOf(document, 'w:background')?.attributes.color?.toUpperCase();
    const backdrop = background !== undefined && background !== 'AUTO' && !isWhite(background);
    return this.flow(document, { ...plainSurroundings(this.main), backdrop });
  }

  private flow(element: XmlElement, around: Surroundings): Block[] {
    const flow: Flow = {
      blocks: [],
      fields: [],
      held: [],
      carried: [],
      paragraph: null,
      style: this.styles.find('paragraph', undefined),
      shaded: false,
    };
    this.walkAll(element, around, flow, null);
    if (flow.carried.length > 0) {
      this.writing.openParagraph(null, around, flow);
      this.writing.endParagraph(flow);
    }
    for (const block of flow.held) flow.blocks.push(block);
    for (const { swallowed } of flow.fields)
      if (swallowed.trim() !== '') this.remark(flow, 'field', '', swallowed);
    return flow.blocks;
  }

  private walkAll(element: XmlElement, around: Surroundings, flow: Flow, look: RunLook | null): void {
    for (const child of element.children) if (isElement(child)) this.walk(child, around, flow, look);
  }

  private walk(element: XmlElement, around: Surroundings, flow: Flow, look: RunLook | null): void {
    switch (element.name) {
      case 'w:p':
        this.readParagraph(element, around, flow);
        return;
      case 'w:r':
      case 'm:r':
        this.walkAll(element, around, flow, this.writing.lookOf(element, around, flow));
        return;
      case 'w:t':
      case 'w:delText':
        this.writing.addText(
          flow,
          look ?? this.writing.lookOf(element, around, flow),
          around,
          textOf(element),
        );
        return;
      case 'w:tab':
      case 'w:ptab':
        this.writing.addText(flow, look, around, '\t');
        return;
      case 'w:noBreakHyphen':
        this.writing.addText(flow, look, around, '-');
        return;
      case 'w:br':
      case 'w:cr':
        this.writing.breakLine(flow);
        return;
      case 'w:sym':
        this.readSymbol(element, around, flow, look);
        return;
      case 'w:ins':
        this.walkAll(element, { ...around, inserted: true }, flow, look);
        return;
      case 'w:del':
        this.walkAll(element, { ...around, standing: 'deleted' }, flow, look);
        return;
      case 'w:moveFrom':
        this.walkAll(element, { ...around, standing: 'moved' }, flow, look);
        return;
      case 'w:moveTo':
        this.movedTo += allText(element).length;
        this.walkAll(element, around, flow, look);
        return;
      case 'w:sdt':
        this.readControl(element, around, flow, look);
        return;
      case 'w:fldChar':
        this.readFieldMark(element, around, flow, look);
        return;
      case 'w:instrText':
      case 'w:delInstrText':
        this.addInstruction(flow, textOf(element));
        return;
      case 'w:fldSimple':
        this.readSimpleField(element, around, flow, look);
        return;
      case 'w:ruby':
        this.readRuby(element, around, flow, look);
        return;
      case 'm:oMath':
        this.readFormula(element, around, flow);
        return;
      case 'w:tbl':
        this.readTable(element, around, flow);
        return;
      case 'mc:AlternateContent':
        this.walkAll(chosenOf(element), around, flow, look);
        return;
      case 'wps:wsp':
      case 'v:shape':
      case 'v:rect':
      case 'v:roundrect':
      case 'v:oval':
        this.walkAll(element, { ...around, backdrop: backdropOf(element, around) }, flow, look);
        return;
      case 'w:txbxContent':
        this.readBox(element, around, flow);
        return;
      case 'a:blipFill':
      case 'pic:pic':
      case 'v:imagedata':
      case 'a:blip':
        this.readPicture(element, around, flow, look);
        return;
      case 'c:chart':
      case 'cx:chart':
      case 'dgm:relIds':
        this.readGraphic(element, around, flow);
        return;
      case 'o:OLEObject':
        this.remark(flow, 'object', element.attributes.ProgID ?? '', '');
        return;
      case 'v:textpath':
        this.remark(flow, 'word-art', '', element.attributes.string ?? '');
        return;
      case 'w:contentPart':
        this.remark(flow, 'ink', '', '');
        return;
      case 'w:altChunk':
      case 'w:subDoc':
        this.remark(flow, 'embedded-document', '', '');
        return;
      case 'w:footnoteReference':
        this.asides.readNote(element, 'footnote', around, flow);
        return;
      case 'w:endnoteReference':
        this.asides.readNote(element, 'endnote', around, flow);
        return;
      case 'w:commentReference':
        this.asides.readNote(element, 'comment', around, flow);
        return;
      case 'w:headerReference':
        this.asides.readMargin(element, 'header', around, flow);
        return;
      case 'w:footerReference':
        this.asides.readMargin(element, 'footer', around, flow);
        return;
      case 'w:pPr':
        /* A section that ends with the paragraph names its own headers. */
        for (const section of descendantsOf(element, 'w:sectPr')) this.walkAll(section, around, flow, null);
        return;
      case 'w:rPr':
      case 'w:tblPr':
      case 'w:tblGrid':
      case 'w:background':
        return;
      default:
        this.walkAll(element, around, flow, look);
    }
  }

  private remark(flow: Flow, kind: RemarkKind, about: string, words: string): void {
    this.remarks.push({ kind, at: flow.paragraph ?? flow.blocks.at(-1) ?? null, about, words: words.trim() });
  }

  private readParagraph(element: XmlElement, around: Surroundings, flow: Flow): void {
    /* A paragraph within one, in a shape, say: a box of its own. */
    if (flow.paragraph) {
      this.readBox({ ...element, children: [element] }, around, flow);
      return;
    }
    const properties = childOf(element, 'w:pPr');
    this.writing.openParagraph(properties ?? null, around, flow);
    this.walkAll(element, around, flow, null);
    const mark = childOf(properties, 'w:rPr');
    const hidden = settle(readRunProperties(mark), {}, flow.style.run, this.styles.defaults).hidden === true;
    const runsOn =
      hidden || childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
    if (runsOn && around.standing === 'printed' && flow.paragraph) {
      flow.carried = (flow.paragraph as ParagraphBlock).runs;
      if (hidden) flow.carried.push(HIDDEN_END);
      flow.paragraph = null;
    } else this.writing.endParagraph(flow);
  }

  private readSymbol(element: XmlElement, around: Surroundings, flow: Flow, look: RunLook | null): void {
    const { font = '', char = '' } = element.attributes;
    const symbol = symbolOf(font, Number.parseInt(char, 16));
    if (symbol === null) this.remark(flow, 'symbol', `${font} ${char}`.trim(), '');
    const plain = look && { ...look, properties: { ...look.properties, font: '' } };
    this.writing.addText(flow, plain, around, symbol ?? '〓');
  }

  private readControl(element: XmlElement, around: Surroundings, flow: Flow, look: RunLook | null): void {
    const hint = childOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr');
    const isHint = hint !== undefined && !['0', 'false'].includes(hint.attributes.val ?? '1');
    const inside: Surroundings =
      isHint && around.standing === 'printed' ? { ...around, standing: 'placeholder' } : around;
    for (const child of element.children)
      if (isElement(child) && child.name === 'w:sdtContent') this.walkAll(child, inside, flow, look);
  }

  private addInstruction(flow: Flow, text: string): void {
    const field = flow.fields.at(-1);
    if (field?.part === 'instruction') field.instruction += text;
  }

  private readFieldMark(element: XmlElement, around: Surroundings, flow: Flow, look: RunLook | null): void {
    const { fldCharType } = element.attributes;
    const field = flow.fields.at(-1);
    if (fldCharType === 'begin') flow.fields.push(openField(element, flow.fields));
    else if (fldCharType === 'separate' && field) field.part = 'result';
    else if (fldCharType === 'end' && field) {
      flow.fields.pop();
      this.endField(field, around, flow, look);
    }
  }

  private readSimpleField(element: XmlElement, around: Surroundings, flow: Flow, look: RunLook | null): void {
    const field = openField(null, flow.fields);
    field.part = 'result';
    field.instruction = element.attributes.instr ?? '';
    flow.fields.push(field);
    this.walkAll(element, around, flow, look);
    if (flow.fields.at(-1) === field) flow.fields.pop();
    this.endField(field, around, flow, look);
  }

  private endField(field: OpenField, around: Surroundings, flow: Flow, look: RunLook | null): void {
    const outer = flow.fields.at(-1);
    if (field.shown) {
      if (outer) outer.shown = true;
      return;
    }
    const { text, readings, doubt } = textOfField(field);
    const instruction = field.instruction.trim();
    const seen = look ? look.standing === 'printed' : around.standing === 'printed';
    if (text !== '') this.writing.addMarked(flow, look, around, text);
    // What stands within another field's instruction is that field's affair: it shows nothing itself.
    if (!seen || around.aside || field.within !== null) return;
    for (const { base, reading } of readings) this.remark(flow, 'reading', base, reading);
    if (doubt === 'equation') this.remark(flow, 'equation', '', text);
    else if (doubt === 'lost') this.remark(flow, 'field', instruction, field.swallowed);
  }

  private readRuby(element: XmlElement, around: Surroundings, flow: Flow, look: RunLook | null): void {
    const base = childOf(element, 'w:rubyBase');
    const reading = childOf(element, 'w:rt');
    if (base) this.walkAll(base, around, flow, look);
    const words = reading ? allText(reading) : '';
    if (words.trim() === '') return;
    if (look === null || look.standing === 'printed')
      this.remark(flow, 'reading', base ? allText(base) : '', words);
  }

  private readFormula(element: XmlElement, around: Surroundings, flow: Flow): void {
    const look = this.writing.lookOf(element, around, flow);
    const text = formulaText(element);
    this.writing.addMarked(flow, look, around, text);
    if (look.standing === 'printed' && text.trim() !== '') this.remark(flow, 'formula', '', text);
  }

  private readTable(element: XmlElement, around: Surroundings, flow: Flow): void {
    const properties = childOf(element, 'w:tblPr');
    const style = this.styles.find('table', propertyOf(properties, 'w:tblStyle'));
    const inside: Surroundings = {
      ...around,
      backdrop: around.backdrop || style.shades || isShaded(properties),
      table: over(visibilityOf(style.run), around.table),
    };
    const open = flow.paragraph;
    if (open) this.writing.endParagraph(flow);
    flow.blocks.push({ kind: 'table', rows: rowsOf(element, inside, (cell, at) => this.flow(cell, at)) });
  }

  private readBox(element: XmlElement, around: Surroundings, flow: Flow): void {
    const blocks = this.flow(element, around);
    if (blocks.length > 0) flow.held.push({ kind: 'box', blocks });
  }

  private readPicture(element: XmlElement, around: Surroundings, flow: Flow, look: RunLook | null): void {
    const found = this.pictures.find(element, around.part);
    if (!found) {
      if (element.name === 'pic:pic' || element.name === 'a:blipFill')
        this.walkAll(element, around, flow, look);
      return;
    }
    const standing = look?.standing ?? around.standing;
    if (around.aside) return;
    if (standing !== 'printed') {
      this.remark(flow, 'picture-left-out', found.name, '');
      return;
    }
    if (found.isTooMany) {
      this.remark(flow, 'too-many-pictures', found.name, '');
      return;
    }
    if (found.changes !== '') this.remark(flow, 'picture-changed', found.name, found.changes);
    const block = { kind: 'picture', name: found.name } as const;
    if (flow.paragraph) flow.held.push(block);
    else flow.blocks.push(block);
  }

  private readGraphic(element: XmlElement, around: Surroundings, flow: Flow): void {
    const isDiagram = element.name === 'dgm:relIds';
    const id = element.attributes[isDiagram ? 'r:dm' : 'r:id'];
    const target = id === undefined ? undefined : this.pkg.relationshipsOf(around.part).get(id);
    const tree = target && !target.external ? this.pkg.xml(target.target) : null;
    const read = isDiagram ? diagramWords : element.name === 'cx:chart' ? newChartWords : chartWords;
    const { title, words } = tree ? read(tree) : { title: '', words: '' };
    if (!around.aside) this.remark(flow, isDiagram ? 'diagram' : 'chart', title, words);
  }

  private asideWords(element: XmlElement, part: string): string {
    const before = this.remarks.length;
    const blocks = this.flow(element, { ...plainSurroundings(part), aside: true });
    /* What a note of a note has to tell (a watermark's words) is told with its words. */
    const inside = this.remarks.splice(before).map(({ words }) => words);
    return [wordsOf(blocks), ...inside].filter((text) => text !== '').join('\n');
  }
}
