/**
 * What was found, in context, grouped by issue as it comes: one stop for Tab, arrows go from hit to hit, Enter shows it
 * on its page. The next hits are fetched when the end of the list comes into view.
 */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { SearchHit } from '../../core/contract/archive-channels.ts';
import { archiveStrings as said } from '../strings/archive.ts';
import { issueName } from './issue-names.ts';
import { Marked } from './Marked.tsx';
import { fetchMore, useArchiveSearch } from './search.ts';
import { useViewer, viewHit } from './viewer.ts';

interface HitGroup {
  readonly first: number;
  readonly hits: readonly SearchHit[];
}

/** Hits of one issue that follow one another. */
const groupsOf = (hits: readonly SearchHit[]): readonly HitGroup[] => {
  const groups: { first: number; hits: SearchHit[] }[] = [];
  hits.forEach((hit, index) => {
    const last = groups.at(-1);
    if (last?.hits[0]?.file === hit.file) last.hits.push(hit);
    else groups.push({ first: index, hits: [hit] });
  });
  return groups;
};

const moveAmong = (event: KeyboardEvent<HTMLElement>): void => {
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')];
  const at = hits.indexOf(document.activeElement as HTMLElement);
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: hits.length - 1,
  };
  const goal = goals[event.key];
  if (at < 0 || goal === undefined) return;
  event.preventDefault();
  hits[goal]?.focus();
};

export const HitList = () => {
  const { hits, total, more, phase, failure, pages } = useArchiveSearch();
  const at = useViewer((s) => s.at) ?? 0;
  const end = useRef<HTMLDivElement>(null);
  const isWhole = phase === 'ended';
  useEffect(() => {
    // With every page of hits the end is looked at anew.
    if (!end.current || isWhole || pages === 0) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) fetchMore();
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [pages, isWhole]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go among the buttons within
    <div className="archive-hits" onKeyDown={moveAmong}>
      <p className="archive-count" role="status">
        {failure !== null ? (
          <span className="fault">{said.searchFailed(failure)}</span>
        ) : pages === 0 ? (
          said.searching
        ) : hits.length === 0 ? (
          said.noHits
        ) : (
          said.hitCount(total, more)
        )}
      </p>
      {groupsOf(hits).map(({ first, hits: own }) => (
        <section key={first} aria-label={own[0] && issueName(own[0])}>
          <h3>
            {own[0] && issueName(own[0])} <small>{own[0]?.publicationName}</small>
          </h3>
          <ul>
            {own.map((hit, index) => (
              <li key={hit.story}>
                <button
                  type="button"
                  data-hit
                  data-current={first + index === at}
                  tabIndex={first + index === at ? 0 : -1}
                  onClick={() => viewHit(first + index)}
                >
                  <strong>
                    {hit.headline === '' ? (
                      said.untitled
                    ) : (
                      <Marked text={hit.headline} matches={hit.headlineMatches} />
                    )}
                  </strong>
                  <small>
                    {said.hitPage(hit.page)}
                    {hit.isSigned && <span className="hit-signed">{said.signed}</span>}
                  </small>
                  <span className="hit-text">
                    <Marked {...hit.excerpt} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div ref={end} className="hits-end" />
    </div>
  );
};
