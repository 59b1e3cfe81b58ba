/**
 * A text of the issue in a field: every input is an edit, what an input method composes is shown provisionally, and a
 * text that cannot be taken is answered with a sentence under the field.
 */
import { useId, useState } from 'react';
import type { EditedIssue } from '../../core/issue/edit.ts';
import type { Issue } from '../../core/issue/issue.ts';
import type { FieldFault } from '../../core/issue/page-field-edits.ts';
import { attempt, attemptProvisionally } from './attempt.ts';
import { TextField } from './TextField.tsx';

export const IssueText = ({
  label,
  value,
  make,
  multiline = false,
  field,
}: {
  readonly label: string;
  readonly value: string;
  readonly make: (issue: Issue, text: string) => EditedIssue | FieldFault | null;
  readonly multiline?: boolean;
  /** The field of the printed head that it edits, for whoever gives it the focus. */
  readonly field?: string;
}) => {
  const own = useId();
  const [fault, setFault] = useState<string | null>(null);
  return (
    <div className="issue-text" data-head-field={field}>
      <TextField
        label={label}
        value={value}
        multiline={multiline}
        {...(fault === null ? {} : { describedBy: own })}
        onEdit={(text, group) => setFault(attempt((issue) => make(issue, text), group))}
        onCompose={(text) => attemptProvisionally((issue) => make(issue, text))}
      />
      {fault !== null && (
        <p id={own} className="field-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
};
