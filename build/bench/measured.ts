/** What one text was measured to take, by figure: what the processes of the benchmark hand one another as JSON. */
import type { FigureId } from './goals.ts';
import type { Spread } from './spread.ts';

export type Measured = { readonly [Figure in FigureId]?: Spread };
