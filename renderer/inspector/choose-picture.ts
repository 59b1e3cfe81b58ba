/** A picture file from the computer: uploaded, converted by the host where the paper cannot print it as it is. */
import { Fault } from '../../core/contract/fault.ts';
import type { PictureInfo } from '../../core/issue/issue.ts';
import { host, upload } from '../host/host.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';

/** What a file dialog offers; the host looks at the bytes. */
export const PICTURE_FILES = '.jpg,.jpeg,.png,.svg,.tif,.tiff,.webp,image/*';

/** Throws one sentence for the editor. */
export const importPicture = async (file: File): Promise<PictureInfo> => {
  const imported = await host()['import.file']({ upload: await upload(file) });
  if (imported.kind !== 'picture') throw new Fault('input', say.picture.notAPicture(file.name));
  return imported.picture;
};
