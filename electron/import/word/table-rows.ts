/** The rows and cells of a table, wherever they stand in it, with what a tracked change says of them. */
import type { Block } from './blocks.ts';
import { type Surroundings, withinChange } from './reading-state.ts';
import { isShaded } from './run-properties.ts';
import { childOf, isElement, type XmlElement } from './xml-tree.ts';

/** Reads what a cell holds. */
type CellReading = (cell: XmlElement, around: Surroundings) => Block[];

/** Rows and cells may stand in controls and tracked changes. */
export const rowsOf = (element: XmlElement, around: Surroundings, read: CellReading): Block[][][] => {
  const rows: Block[][][] = [];
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.name === 'w:tr') {
      const properties = childOf(child, 'w:trPr');
      const deleted = childOf(properties, 'w:del') !== undefined;
      const inserted = around.inserted || childOf(properties, 'w:ins') !== undefined;
      rows.push(cellsOf(child, { ...around, inserted, ...(deleted ? { standing: 'deleted' } : {}) }, read));
    } else for (const row of rowsOf(child, withinChange(child, around), read)) rows.push(row);
  }
  return rows;
};

const cellsOf = (element: XmlElement, around: Surroundings, read: CellReading): Block[][] => {
  const cells: Block[][] = [];
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.name === 'w:tc') {
      const properties = childOf(child, 'w:tcPr');
      const backdrop = around.backdrop || isShaded(properties);
      const deleted = childOf(properties, 'w:cellDel') !== undefined;
      cells.push(read(child, { ...around, backdrop, ...(deleted ? { standing: 'deleted' } : {}) }));
    } else for (const cell of cellsOf(child, withinChange(child, around), read)) cells.push(cell);
  }
  return cells;
};
