/**
 * What makes a manuscript unreadable as a whole. Anything less is a Problem in the report: an import that can give
 * an issue gives one. `message` is one Chinese sentence with file, line and cause, fit to be shown as it is.
 */
export class ManuscriptError extends Error {
  readonly file: string;
  /** From 1; null where the fault is the file's as a whole. */
  readonly line: number | null;
  /** Why, one Chinese sentence. */
  readonly reason: string;

  constructor(file: string, reason: string, line: number | null = null) {
    super(line === null ? `${file}：${reason}` : `${file} 第${line}行：${reason}`);
    this.name = 'ManuscriptError';
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
