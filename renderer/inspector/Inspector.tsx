/** 属性: what is selected, to be read and changed. */
import { useDeferredValue } from 'react';
import { makeUpOf } from '../../core/makeup/kinds.ts';
import { type OpenDesk, useOpen } from '../state/desk-store.ts';
import { type Selection, selectedFrame, useSelection } from '../state/selection-store.ts';
import { strings } from '../strings/window.ts';
import { FactsSection } from './FactsSection.tsx';
import { FrameSections } from './FrameSections.tsx';
import { ImprintSection, MastheadSections } from './MastheadSections.tsx';
import { PageSection } from './PageSection.tsx';
import { PictureSections } from './PictureSections.tsx';
import { framePlace, storyIn } from './places.ts';
import { StorySections } from './StorySection.tsx';
import { TextSection } from './TextSection.tsx';

type TextSelection = Extract<Selection, { kind: 'text' }>;

/**
 * While text is typed on the page the inspector follows behind it: a keystroke must not wait for it. Only here: a
 * text field's own value may not come late.
 */
const OfText = ({
  open: latest,
  selection,
}: {
  readonly open: OpenDesk;
  readonly selection: TextSelection;
}) => {
  const open = useDeferredValue(latest);
  const { anchor, focus } = selection;
  const story = storyIn(open.issue, focus.story);
  const place = framePlace(open.issue, selectedFrame(open.issue, selection));
  if (!story) return null;
  return (
    <>
      <TextSection story={story} anchor={anchor} focus={focus} />
      {place ? (
        <FrameSections key={place.frame.id} open={open} place={place} />
      ) : (
        <StorySections key={story.id} open={open} story={story} />
      )}
    </>
  );
};

const OfSelection = ({ open, selection }: { readonly open: OpenDesk; readonly selection: Selection }) => {
  const { issue } = open;
  const { fields } = makeUpOf(issue.publication);
  switch (selection.kind) {
    case 'none':
      return (
        <>
          <FactsSection open={open} />
          <MastheadSections issue={issue} />
        </>
      );
    case 'head':
      return selection.page === 0 ? (
        <>
          <FactsSection open={open} />
          <MastheadSections issue={issue} />
          <PageSection key={0} open={open} page={0} />
        </>
      ) : (
        <>
          <PageSection key={selection.page} open={open} page={selection.page} />
          {fields.includes('imprint') && selection.page === issue.pages.length - 1 && (
            <ImprintSection issue={issue} />
          )}
          <FactsSection open={open} />
        </>
      );
    case 'page':
      return (
        <>
          <PageSection key={selection.page} open={open} page={selection.page} />
          {selection.page === 0 && <FactsSection open={open} />}
        </>
      );
    case 'story': {
      const story = storyIn(issue, selection.story);
      return story && <StorySections key={story.id} open={open} story={story} />;
    }
    case 'frame': {
      const place = framePlace(issue, selection.frame);
      return place && <FrameSections key={place.frame.id} open={open} place={place} />;
    }
    case 'picture': {
      const place = framePlace(issue, selection.frame);
      return (
        place && (
          <PictureSections
            key={`${place.frame.id} ${selection.index}`}
            open={open}
            place={place}
            index={selection.index}
          />
        )
      );
    }
    case 'text':
      return <OfText open={open} selection={selection} />;
  }
};

export const Inspector = () => {
  const open = useOpen<OpenDesk | null>((desk) => desk, null);
  const selection = useSelection((s) => s.selection);
  return (
    <div className="inspector">
      <h2 className="visually-hidden">{strings.rightTabs.inspector}</h2>
      {open && <OfSelection open={open} selection={selection} />}
    </div>
  );
};
