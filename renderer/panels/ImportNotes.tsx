/** 导入提示: what the imports had to tell and nobody has dealt with, with the words that can be put back. */
import { useRef } from 'react';
import { canPutBack } from '../../core/issue/edits.ts';
import type { ImportNote } from '../../core/issue/issue.ts';
import { panelStrings } from '../strings/panels.ts';
import { strings } from '../strings/window.ts';
import { dismissNotes, goToNote, putBack } from './import-note-actions.ts';

const said = panelStrings.importNotes;

/** A list that is longer is read from its report; what is put aside lets the next ones up. */
const MOST_SHOWN = 200;

export const ImportNotes = ({ notes }: { readonly notes: readonly ImportNote[] }) => {
  const list = useRef<HTMLElement>(null);
  if (notes.length === 0) return null;
  /** The keys go on to the note that comes up in the place of the one that went. */
  const dismissAt = (index: number) => {
    dismissNotes([notes[index]!]);
    requestAnimationFrame(() => {
      const left = list.current?.querySelectorAll<HTMLElement>('.note-done') ?? [];
      left[Math.min(index, left.length - 1)]?.focus();
    });
  };
  return (
    <section ref={list} className="import-notes" aria-label={said.title}>
      <h3>
        {said.count(notes.length)}
        <button type="button" className="notes-done" onClick={() => dismissNotes(notes)}>
          {said.dismissAll}
        </button>
      </h3>
      <ul>
        {notes.slice(0, MOST_SHOWN).map((note, index) => (
          <li key={note.id}>
            <button type="button" onClick={() => goToNote(note)}>
              <span className={`severity ${note.severity}`}>{strings.severity[note.severity]}</span>
              {note.message}
            </button>
            {note.words !== '' && <blockquote>{note.words}</blockquote>}
            <div className="note-buttons">
              {canPutBack(note) && (
                <button
                  type="button"
                  aria-label={said.putBackLong(note.words.slice(0, 40))}
                  onClick={() => putBack(note)}
                >
                  {said.putBack}
                </button>
              )}
              <button
                type="button"
                className="note-done"
                aria-label={said.dismissLong(note.message)}
                onClick={() => dismissAt(index)}
              >
                {note.words === '' ? said.dismiss : said.leaveOut}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {notes.length > MOST_SHOWN && <p className="panel-empty">{said.more(notes.length - MOST_SHOWN)}</p>}
    </section>
  );
};
