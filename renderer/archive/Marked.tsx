/** A text with the matches in it marked. */
import { Fragment } from 'react';
import type { MatchRange } from '../../core/contract/archive-channels.ts';

export const Marked = ({
  text,
  matches,
}: {
  readonly text: string;
  readonly matches: readonly MatchRange[];
}) => {
  let end = 0;
  return (
    <>
      {matches.map(({ from, to }) => {
        const before = text.slice(end, from);
        end = to;
        return (
          <Fragment key={from}>
            {before}
            <mark>{text.slice(from, to)}</mark>
          </Fragment>
        );
      })}
      {text.slice(end)}
    </>
  );
};
