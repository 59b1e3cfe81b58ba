/** Samples of a function in this process, by tinybench: warmed up first, as many rounds as the time allows. */
import { Bench } from 'tinybench';
import { type Spread, spreadOf } from './spread.ts';

export interface Sampling {
  /** Milliseconds to spend on one figure, about. */
  readonly time: number;
  readonly fewest: number;
}

/** Rounds before the first that counts: V8 compiles what is hot within about so much time. */
const WARM_UP = { share: 0.5, fewest: 2 };

/**
 * Times `work`; `prepare` runs before each round, untimed. `work` must give something that depends on all that it
 * did: it is kept, so that nothing can be left out as unused.
 */
export const sample = async (
  { time, fewest }: Sampling,
  work: () => unknown,
  prepare: () => void = () => {},
): Promise<Spread> => {
  let kept: unknown;
  const bench = new Bench({
    time,
    iterations: fewest,
    warmupTime: time * WARM_UP.share,
    warmupIterations: WARM_UP.fewest,
    throws: true,
  });
  bench.add(
    'figure',
    () => {
      kept = work();
    },
    { beforeEach: prepare },
  );
  await bench.run();
  if (kept === undefined) throw new Error('the measured function gave nothing');
  const samples = bench.tasks[0]?.result?.samples;
  if (!samples) throw new Error('tinybench took no samples');
  return spreadOf(samples);
};
