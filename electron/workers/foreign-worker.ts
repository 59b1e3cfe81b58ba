/**
 * A process for what others made: judges and converts pictures, decodes large ones, reads old PDFs. Bundled as a file of
 * its own (build/bundle.mjs); what a task needs is loaded with the first of its kind.
 */

import type { ForeignTask } from '../foreign/foreign-tasks.ts';
import { answerRequests, watchMemory } from '../process/answer-requests.ts';

const answer = async (task: ForeignTask): Promise<unknown> => {
  switch (task.kind) {
    case 'judge-picture':
      return (await import('../pictures/judge-picture.ts')).pictureFault(task.bytes);
    case 'convert-picture': {
      watchMemory();
      const { convertPicture } = await import('../pictures/convert-picture.ts');
      return convertPicture(task.bytes, task.format, task.name);
    }
    case 'png-samples':
      watchMemory();
      return (await import('../pictures/png-samples.ts')).readPng(task.bytes);
    case 'pdf-text': {
      watchMemory();
      const { readPdfText } = await import('../archive/read-pdf-text.ts');
      return readPdfText(task.path);
    }
  }
};

answerRequests((task) => answer(task as ForeignTask));
