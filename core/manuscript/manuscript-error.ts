/**
 * What makes a manuscript unreadable as a whole. Anything less is a Problem in the report: an import that can give
 * an issue gives one. `message` is one Chinese sentence with file, line and cause, fit to be shown as it is.
 */
import { Fault } from '../fault.ts';

export class ManuscriptError extends Fault {
  /** @param line from 1; null where the fault is the file's as a whole */
  constructor(file: string, reason: string, line: number | null = null) {
    super('manuscript', line === null ? `${file}：${reason}` : `${file} 第${line}行：${reason}`, {
      place: line === null ? { file } : { file, line },
    });
    this.name = 'ManuscriptError';
  }
}
