/**
 * Writes paragraphs and their text into a flow of blocks: a paragraph with its style and number, a run in its look, a
 * line broken by hand.
 */
import { openInstruction } from './fields.ts';
import type { ListNumbers } from './list-numbers.ts';
import { type Flow, type RunLook, type Surroundings, standingOf } from './reading-state.ts';
import { isShaded, over, readRunProperties, settle } from './run-properties.ts';
import { textInFont } from './symbols.ts';
import type { WordStyles } from './word-styles.ts';
import { childOf, propertyOf, type XmlElement } from './xml-tree.ts';

export class FlowWriting {
  private readonly styles: WordStyles;
  private readonly numbers: ListNumbers;

  constructor(styles: WordStyles, numbers: ListNumbers) {
    this.styles = styles;
    this.numbers = numbers;
  }

  openParagraph(properties: XmlElement | null, around: Surroundings, flow: Flow): void {
    const id = propertyOf(properties ?? undefined, 'w:pStyle');
    flow.style = this.styles.find('paragraph', id);
    flow.shaded = around.backdrop || isShaded(properties ?? undefined);
    const list = childOf(properties ?? undefined, 'w:numPr');
    const level = propertyOf(list, 'w:ilvl');
    const markGone = childOf(childOf(properties ?? undefined, 'w:rPr'), 'w:del') !== undefined;
    const counts = around.standing === 'printed' && !around.aside && !markGone;
    const number = counts
      ? this.numbers.next(
          propertyOf(list, 'w:numId') ?? flow.style.list,
          level === undefined ? flow.style.level : Number(level),
          id ?? '',
        )
      : null;
    const label = number && { text: textInFont(number.text, number.font).trim(), bullet: number.bullet };
    const runs = flow.carried;
    flow.carried = [];
    flow.paragraph = { kind: 'paragraph', runs, style: flow.style.name, label, continues: false };
  }

  endParagraph(flow: Flow): void {
    if (flow.paragraph) flow.blocks.push(flow.paragraph);
    flow.paragraph = null;
    for (const block of flow.held) flow.blocks.push(block);
    flow.held = [];
  }

  breakLine(flow: Flow): void {
    const { paragraph } = flow;
    if (!paragraph || openInstruction(flow.fields)) return;
    const { label, continues } = paragraph;
    const isEmpty = paragraph.runs.every(({ text }) => text.trim() === '');
    flow.blocks.push(paragraph);
    flow.paragraph = isEmpty
      ? { ...paragraph, runs: [], label, continues }
      : { ...paragraph, runs: [], label: null, continues: true };
  }

  lookOf(element: XmlElement, around: Surroundings, flow: Flow): RunLook {
    const own = childOf(element, 'w:rPr');
    const style = propertyOf(own, 'w:rStyle');
    const character = style === undefined ? {} : this.styles.find('character', style).run;
    const defaults = over(around.table, this.styles.defaults);
    const properties = settle(readRunProperties(own), character, flow.style.run, defaults);
    return { properties, standing: standingOf(properties, around, flow.shaded) };
  }

  addText(flow: Flow, look: RunLook | null, around: Surroundings, text: string): void {
    const field = openInstruction(flow.fields);
    if (field) {
      /* The result of a field within an instruction is part of that. */
      if (flow.fields.at(-1) === field) field.swallowed += text;
      else field.instruction += text;
      return;
    }
    if (text === '') return;
    const open = flow.fields.at(-1);
    if (open && text.trim() !== '') open.shown = true;
    const { properties, standing } = look ?? { properties: {}, standing: around.standing };
    const stray = flow.paragraph === null;
    if (stray) this.openParagraph(null, around, flow);
    const { bold = false, size = null, raised = 0, script } = properties;
    // Line ends within a text are those of its XML.
    const plain = textInFont(text.replace(/[\r\n]+/g, ' '), properties.font);
    flow.paragraph!.runs.push({
      text: plain,
      bold,
      size,
      script: script === 'superscript' || script === 'subscript' ? script : null,
      raised,
      standing,
      inserted: around.inserted,
    });
    if (stray) this.endParagraph(flow);
  }

  /** Text with <sup> and <sub>, in the look of the run that it stands for. */
  addMarked(flow: Flow, look: RunLook | null, around: Surroundings, text: string): void {
    const { properties, standing } = look ?? { properties: {}, standing: around.standing };
    for (const piece of text.split(/(<su[pb]>.*?<\/su[pb]>)/)) {
      const marked = /^<(sup|sub)>(.*)<\/su[pb]>$/.exec(piece);
      const script = marked ? (marked[1] === 'sup' ? 'superscript' : 'subscript') : undefined;
      const { font: _, ...plain } = properties;
      this.addText(
        flow,
        { properties: script ? { ...plain, script } : plain, standing },
        around,
        marked ? marked[2]! : piece,
      );
    }
  }
}
