/** Files that the editor gave, and what they hold: their pictures come to the desk, their stories go to the page. */
import type { ImportedFile } from '../../core/contract/ipc.ts';
import { Uploads } from '../import/uploads.ts';
import { takePictures } from './desk.ts';
import type { SessionDesk } from './session-desk.ts';

export class SessionImports {
  readonly uploads = new Uploads();

  constructor(private readonly desk: SessionDesk) {}

  async importFile(upload: string): Promise<ImportedFile> {
    const desk = await this.desk.get();
    const file = this.uploads.take(upload);
    const { importFile } = await import('../import/import-file.ts');
    const { imported, pictures } = await importFile(file);
    takePictures(desk, pictures, file.name);
    return imported;
  }
}
