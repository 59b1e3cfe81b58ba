/** The name that an issue file is asked to be saved under, as core/file/archive-name.ts allows it. */
import { archiveNameFault, wholeName } from '../../core/file/archive-name.ts';
import { InputError } from '../base/input-error.ts';

/** The name with its extension. Throws InputError. */
export const checkedArchiveName = (asked: string): string => {
  const fault = archiveNameFault(asked);
  if (fault !== null) throw new InputError(`“${asked.slice(0, 80)}”不能用作文件名：${fault}，请换一个名字。`);
  return wholeName(asked);
};
