/** The words of what stands in a document as a graphic of its own part: charts with their figures, diagrams. */
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from './xml-tree.ts';

const GAP = '\u3000';
/** Figures that a note can hold; a chart of more is a table of its own. */
const MOST_ROWS = 200;
const MOST_SERIES = 20;

export interface GraphicWords {
  readonly title: string;
  /** A line feed between rows or paragraphs. */
  readonly words: string;
}

const joined = (element: XmlElement | undefined, name: string): string =>
  element ? descendantsOf(element, name).map(textOf).join('') : '';

/** The values of a series by their places. */
const points = (holder: XmlElement | undefined): string[] => {
  const values: string[] = [];
  if (!holder) return values;
  for (const point of descendantsOf(holder, 'c:pt')) {
    const at = Number(point.attributes.idx);
    const value = childOf(point, 'c:v');
    if (at >= 0 && at < MOST_ROWS && value) values[at] ??= textOf(value);
  }
  return values;
};

/** A row of names, then one for each category. */
export const chartWords = (chart: XmlElement): GraphicWords => {
  const title = joined(descendantsOf(chart, 'c:title')[0], 'a:t');
  const series = descendantsOf(chart, 'c:ser').slice(0, MOST_SERIES);
  const columns = series.map((one) => ({
    name: joined(childOf(one, 'c:tx'), 'c:v'),
    categories: points(childOf(one, 'c:cat') ?? childOf(one, 'c:xVal')),
    values: points(childOf(one, 'c:val') ?? childOf(one, 'c:yVal')),
  }));
  const categories = columns.find((column) => column.categories.length > 0)?.categories ?? [];
  const rows = Math.max(0, categories.length, ...columns.map(({ values }) => values.length));
  const line = (cells: readonly (string | undefined)[]): string =>
    cells
      .map((cell) => cell ?? '')
      .filter((cell) => cell !== '')
      .join(GAP);
  const lines = [title, line(columns.map(({ name }) => name))];
  for (let at = 0; at < rows; at++)
    lines.push(line([categories[at], ...columns.map(({ values }) => values[at])]));
  return { title, words: lines.filter((text) => text !== '').join('\n') };
};

/** The paragraphs of a diagram's (SmartArt's) data. */
export const diagramWords = (diagram: XmlElement): GraphicWords => {
  const words = descendantsOf(diagram, 'a:p')
    .map((paragraph) => joined(paragraph, 'a:t'))
    .filter((text) => text.trim() !== '')
    .join('\n');
  return { title: '', words };
};

/** The newer kind of chart (treemap, funnel): its title and what stands in its data. */
export const newChartWords = (chart: XmlElement): GraphicWords => {
  const title = joined(descendantsOf(chart, 'cx:title')[0], 'a:t');
  const points = descendantsOf(chart, 'cx:lvl').map((level) =>
    childrenOf(level, 'cx:pt').slice(0, MOST_ROWS).map(textOf).join(GAP),
  );
  return { title, words: [title, ...points].filter((text) => text !== '').join('\n') };
};
