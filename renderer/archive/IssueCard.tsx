/** An issue as its front page in small, with its date and number; a box to choose it for an export. */
import { memo, useState } from 'react';
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { IndexedIssue } from '../../core/contract/archive-channels.ts';
import { archiveStrings as said } from '../strings/archive.ts';
import { toggleIssue } from './batch-export.ts';
import { dayName, issueName, numberName } from './issue-names.ts';

const FrontPage = ({ file }: { readonly file: string }) => {
  const [missing, setMissing] = useState(false);
  return missing ? (
    <span className="no-front-page">{said.noFrontPage}</span>
  ) : (
    <img src={ADDRESSES.thumbnail(file)} alt="" decoding="async" onError={() => setMissing(true)} />
  );
};

export const IssueCard = memo(
  ({
    issue,
    chosen,
  }: {
    readonly issue: IndexedIssue /** Null: nothing is chosen now. */;
    readonly chosen: boolean | null;
  }) => (
    <>
      <span className="front-page">
        {/* Another content, another picture. */}
        <FrontPage key={issue.digest} file={issue.file} />
      </span>
      <span className="card-day">
        {chosen !== null && (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={said.choose(issueName(issue))}
            checked={chosen}
            onClick={(event) => event.stopPropagation()}
            onChange={() => toggleIssue(issue.file)}
          />
        )}
        {dayName(issue)}
      </span>
      <span className="card-number">{numberName(issue)}</span>
    </>
  ),
);
