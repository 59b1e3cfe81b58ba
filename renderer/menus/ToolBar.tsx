/**
 * The usual commands as buttons; each says its key. One stop for Tab, arrows move within, after the ARIA pattern for
 * toolbars; a button that cannot be used keeps its place and the focus. Redrawn with the desk and the view, since
 * their states follow.
 */
import { type KeyboardEvent, useState } from 'react';
import { isEnabled } from '../commands/command.ts';
import { TOOLBAR } from '../commands/command-table.ts';
import { isMac, shownKeys } from '../keys/keys.ts';
import { useDesk } from '../state/desk-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { strings } from '../strings/window.ts';

const isSign = (name: string): boolean => !/\p{L}/u.test(name);

/** Arrows, Home and End. */
const moveWithin = (event: KeyboardEvent<HTMLElement>): void => {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const goals: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % buttons.length,
    ArrowLeft: (at - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  buttons[goal]?.focus();
};

export const ToolBar = () => {
  // What the buttons' states follow from; not the history itself, which every keystroke makes anew.
  useDesk(({ desk }) =>
    desk.phase === 'open' ? `${desk.open.history.done !== null} ${desk.open.history.undone !== null}` : '',
  );
  useSelection((s) => s.selection);
  const zoom = useView((s) => s.zoom);
  useView((s) => s.fit);
  useView((s) => s.grid);
  const [stop, setStop] = useState<string | undefined>(TOOLBAR[0]?.[0]?.id);
  return (
    <div className="tool-bar" role="toolbar" aria-label={strings.toolBar} onKeyDown={moveWithin}>
      {TOOLBAR.map((group, index) => (
        <span className="tool-group" key={index}>
          {group.map((command) => {
            const keys = command.keys?.[0];
            const label = command.label();
            const short = strings.toolNames[command.id];
            return (
              <button
                key={command.id}
                type="button"
                className={command.id === 'export-pdf' ? 'primary' : undefined}
                aria-disabled={!isEnabled(command)}
                aria-label={short !== undefined && isSign(short) ? label : undefined}
                tabIndex={command.id === stop ? 0 : -1}
                onFocus={() => setStop(command.id)}
                aria-pressed={command.checked?.()}
                title={keys === undefined ? label : `${label}（${shownKeys(keys, isMac())}）`}
                onClick={() => isEnabled(command) && void command.run()}
              >
                {short ?? label}
              </button>
            );
          })}
        </span>
      ))}
      <span className="tool-zoom" aria-live="off">
        {Math.round(zoom * 100)}%
      </span>
    </div>
  );
};
