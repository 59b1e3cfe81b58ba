/** Where files that hang over the window would go: tray, story of the tray, page, frame; and what of a drop are files. */
import type { Rect } from '../../core/geometry.ts';
import { storyOf } from '../../core/issue/issue.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import type { ImportTarget } from '../state/add-imported.ts';
import { type OpenDesk, openDesk } from '../state/desk-store.ts';
import { importStrings as said } from '../strings/panels.ts';

export interface DropTarget {
  readonly target: ImportTarget;
  /** CSS pixels of the window: what is highlighted; null for nothing in sight. */
  readonly rect: Rect | null;
  readonly label: string;
}

const rectOf = (element: Element): Rect => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};

const onSheet = (open: OpenDesk, sheet: Element, clientX: number, clientY: number): DropTarget | null => {
  const page = Number(sheet.getAttribute('data-page')) - 1;
  const display = open.layout.displayList.pages[page];
  const report = open.layout.pages[page];
  if (!display || !report) return null;
  const box = rectOf(sheet);
  const scale = box.width / display.width;
  const at = { x: (clientX - box.x) / scale, y: (clientY - box.y) / scale };
  const frame = report.frames.findLast(
    ({ rect }) =>
      at.x >= rect.x && at.x < rect.x + rect.width && at.y >= rect.y && at.y < rect.y + rect.height,
  );
  if (!frame) return { target: { kind: 'page', page, at }, rect: box, label: said.dropPage(page + 1) };
  const { rect } = frame;
  return {
    target: { kind: 'frame', frame: frame.frame },
    rect: {
      x: box.x + rect.x * scale,
      y: box.y + rect.y * scale,
      width: rect.width * scale,
      height: rect.height * scale,
    },
    label: said.dropFrame(headlineOf(storyOf(open.issue, frame.story))),
  };
};

/** Anywhere that is no page they go to the tray. */
export const dropTargetAt = (
  element: Element | null,
  clientX: number,
  clientY: number,
): DropTarget | null => {
  const open = openDesk();
  if (!open) return null;
  const sheet = element?.closest('.sheet[data-page]');
  if (sheet) return onSheet(open, sheet, clientX, clientY);
  const tray = element?.closest('[data-drop="tray"]') ?? null;
  const card = tray && element?.closest('[data-story]');
  const id = card?.getAttribute('data-story');
  const story = open.issue.stories.find((s) => s.id === id);
  if (card && story)
    return {
      target: { kind: 'story', story: story.id },
      rect: rectOf(card),
      label: said.dropStory(headlineOf(story)),
    };
  const shown = tray ?? document.querySelector('[data-drop="tray"]');
  return { target: { kind: 'tray' }, rect: shown && rectOf(shown), label: said.dropTray };
};

/** Files of one drop at most: more is a folder that was dropped by mistake. */
const MOST_FILES = 200;

const filesOfEntry = async (entry: FileSystemEntry, found: File[]): Promise<void> => {
  if (found.length >= MOST_FILES || entry.name.startsWith('.')) return;
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    );
    if (file) found.push(file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a folder in parts; an empty part is its end.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (part.length === 0) return;
    for (const inner of part) await filesOfEntry(inner, found);
  }
};

/** The dropped files, those within dropped folders too. To be called in the drop's own turn: later the list is empty. */
export const droppedFiles = (transfer: DataTransfer): Promise<readonly File[]> => {
  const plain = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return Promise.resolve(plain);
  const found: File[] = [];
  return (async () => {
    for (const entry of entries) await filesOfEntry(entry, found);
    return found;
  })();
};
