/** 串接: the frames that the story runs through, and its jumps 转版. */
import { useRef, useState } from 'react';
import { frameAt, threadOf } from '../../core/issue/edits.ts';
import { isEnabled } from '../commands/command.ts';
import { goToFrame, jumpCommands } from '../commands/jump-commands.ts';
import type { OpenDesk } from '../state/desk-store.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { frameStrings } from '../strings/pages.ts';
import { type FramePlace, reportOf } from './places.ts';
import { Section } from './Section.tsx';

/** 转版到: the pages, opened in place. */
const JumpButton = () => {
  const [shown, setShown] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!isEnabled(jumpCommands.jump)) return null;
  const close = (): void => {
    setShown(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form
    <div
      role="group"
      aria-label={frameStrings.jumpTo}
      className="jump-choice"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !shown) return;
        event.preventDefault();
        close();
      }}
    >
      <button ref={button} type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {frameStrings.jumpTo}…
      </button>
      {shown && (
        <ul className="choose-list">
          {jumpCommands.jump.submenu().map((command) => (
            <li key={command.id}>
              <button
                type="button"
                onClick={() => {
                  close();
                  void command.run();
                }}
              >
                {command.label()}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

export const ThreadSection = ({ open, place }: { readonly open: OpenDesk; readonly place: FramePlace }) => {
  const { issue, layout } = open;
  const { frame, story } = place;
  return (
    <Section title={say.frame.threadTitle}>
      <ol className="choose-list">
        {threadOf(issue, story.id).map((id) => {
          const { page, frame: own } = frameAt(issue, id);
          const report = reportOf(layout.pages, id);
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={id === frame.id ? 'true' : undefined}
                onClick={() => goToFrame(id)}
              >
                <span>{say.frame.threadFrame(page + 1, own.box.span, own.box.lines)}</span>
                {report && (
                  <small data-over={report.overset > 0}>
                    {frameStrings.fit(report.overset, report.free)}
                  </small>
                )}
              </button>
            </li>
          );
        })}
      </ol>
      <div className="buttons">
        <JumpButton />
        {isEnabled(jumpCommands.cutJump) && (
          <button type="button" onClick={jumpCommands.cutJump.run}>
            {frameStrings.cutJump}
          </button>
        )}
      </div>
    </Section>
  );
};
