/** 配图 of a story: which of them the frame shows, put in or taken out here. */

import { ADDRESSES } from '../../core/contract/addresses.ts';
import { placePicture, takePicture } from '../../core/issue/edits.ts';
import type { Frame, Story } from '../../core/issue/issue.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { freePictureBox } from '../commands/frame-choices.ts';
import type { OpenDesk } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { select } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { onFrame } from './places.ts';
import { Section } from './Section.tsx';

const text = say.frame;

export const StoryPicturesSection = ({
  open,
  story,
  frame,
}: {
  readonly open: OpenDesk;
  readonly story: Story;
  /** Null for a story that is not placed. */
  readonly frame: Frame | null;
}) => {
  const place = (index: number): void => {
    if (!frame) return;
    const made = edit(
      onFrame(frame.id, (issue, now) => {
        const box = freePictureBox(issue, now.frame, now.story, index, open.engine);
        return box && placePicture(issue, frame.id, { index, box });
      }),
    );
    if (made) select({ kind: 'picture', frame: frame.id, index });
    else useView.getState().say(text.noRoom(headlineOf(story)), 'fault');
  };
  const take = (index: number) =>
    frame &&
    edit(
      onFrame(frame.id, (issue, now) =>
        now.frame.pictures.some((own) => own.index === index) ? takePicture(issue, frame.id, index) : null,
      ),
    );
  return (
    <Section title={text.picturesTitle}>
      {story.pictures.length === 0 && <p className="quiet">{text.noPictures}</p>}
      <ul className="picture-list">
        {story.pictures.map(({ picture, caption }, index) => {
          const info = open.issue.pictures.find(({ id }) => id === picture);
          const shown = frame?.pictures.some((own) => own.index === index) ?? false;
          const name = text.pictureOf(index + 1, caption || info?.name || '');
          return (
            <li key={index}>
              <img src={ADDRESSES.picture(picture)} alt="" />
              {frame && shown ? (
                <button
                  type="button"
                  className="name"
                  onClick={() => select({ kind: 'picture', frame: frame.id, index })}
                >
                  {name}
                </button>
              ) : (
                <span className="name">{name}</span>
              )}
              {frame && (
                <button
                  type="button"
                  aria-label={`${shown ? text.hidePicture : text.showPicture} ${name}`}
                  onClick={() => (shown ? take(index) : place(index))}
                >
                  {shown ? text.hidePicture : text.showPicture}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
