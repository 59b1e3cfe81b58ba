/** Samples of one figure as median and quartiles: machines that do other work too have outliers, not normal errors. */

export interface Spread {
  readonly median: number;
  readonly p25: number;
  readonly p75: number;
  readonly samples: number;
}

/** Value below which the share `q` of the ascending samples lies, between neighbours in proportion. */
const quantile = (ascending: readonly number[], q: number): number => {
  const at = (ascending.length - 1) * q;
  const low = ascending[Math.floor(at)]!;
  const high = ascending[Math.ceil(at)]!;
  return low + (high - low) * (at - Math.floor(at));
};

export const spreadOf = (samples: readonly number[]): Spread => {
  if (samples.length === 0) throw new Error('no samples');
  const ascending = [...samples].sort((a, b) => a - b);
  return {
    median: quantile(ascending, 0.5),
    p25: quantile(ascending, 0.25),
    p75: quantile(ascending, 0.75),
    samples: samples.length,
  };
};

/** A figure that is the same every time, such as the size of a file. */
export const exactly = (value: number): Spread => ({ median: value, p25: value, p75: value, samples: 1 });
