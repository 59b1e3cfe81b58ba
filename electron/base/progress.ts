/** Progress of a command on standard error: silent for what is done within a second, and with `--quiet`. */

export type Progress = (phase: string) => void;

const PATIENCE_MS = 1000;

/** `now` in milliseconds from any origin. */
export const progressTo = (say: (line: string) => void, now: () => number): Progress => {
  const start = now();
  return (phase) => {
    if (now() - start >= PATIENCE_MS) say(`${phase}……`);
  };
};

export const noProgress: Progress = () => {};

/** Milliseconds of each phase, in the order in which they ran. */
export class PhaseClock {
  private readonly entries: { phase: string; milliseconds: number }[] = [];
  constructor(private readonly now: () => number) {}

  async time<T>(phase: string, work: () => T | Promise<T>): Promise<T> {
    const start = this.now();
    const result = await work();
    this.entries.push({ phase, milliseconds: Math.round((this.now() - start) * 100) / 100 });
    return result;
  }

  get phases(): readonly { readonly phase: string; readonly milliseconds: number }[] {
    return this.entries;
  }
}
