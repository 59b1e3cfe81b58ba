/** The printed head as this issue has it: nameplate, legal lines, ears, imprint; and how it becomes the publication's. */

import { ADDRESSES } from '../../core/contract/addresses.ts';
import { inTurn } from '../../core/issue/edit.ts';
import {
  addPicture,
  earsOf,
  MOST_HEAD_LINES,
  setEar,
  setImprint,
  setNameplatePicture,
  setPageField,
  setPublicationMasthead,
} from '../../core/issue/edits.ts';
import type { Imprint, Issue } from '../../core/issue/issue.ts';
import { makeUpOf } from '../../core/makeup/kinds.ts';
import { FaceField } from '../fields/FaceField.tsx';
import { IssueText } from '../fields/IssueText.tsx';
import { edit } from '../state/edit-issue.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { PictureButton } from './PictureButton.tsx';
import { Section } from './Section.tsx';
import { savePublication } from './save-publication.ts';

const NameplateSection = ({ issue }: { readonly issue: Issue }) => {
  const { masthead } = issue.publication;
  const text = say.nameplate;
  const id = masthead.nameplatePicture;
  const picture = issue.pictures.find((known) => known.id === id);
  return (
    <Section title={text.title}>
      <IssueText
        label={text.text}
        value={masthead.nameplate}
        field="nameplate"
        make={(from, typed) => setPageField(from, 0, 'nameplate', typed)}
      />
      <FaceField
        label={text.face}
        face={masthead.nameplateFace}
        onChoose={(face) => edit((from) => setPublicationMasthead(from, 'nameplateFace', face))}
      />
      {id !== undefined && (
        <p className="nameplate-picture">
          {picture && <img src={ADDRESSES.picture(picture.id)} alt={picture.name} />}
          <span>{picture ? text.usesPicture(picture.name) : text.lost}</span>
        </p>
      )}
      <div className="buttons">
        <PictureButton
          label={id === undefined ? text.choosePicture : text.changePicture}
          onPicture={(chosen) =>
            edit((from) =>
              inTurn(from, text.setPicture, [
                (at) => addPicture(at, chosen),
                (at) => setNameplatePicture(at, chosen.id),
              ]),
            )
          }
        />
        {id !== undefined && (
          <button type="button" onClick={() => edit((from) => setNameplatePicture(from, null))}>
            {text.useText}
          </button>
        )}
      </div>
      <IssueText
        label={text.englishLine}
        value={masthead.englishLine}
        field="english-line"
        make={(from, typed) => setPageField(from, 0, 'english-line', typed)}
      />
    </Section>
  );
};

const LegalSection = ({ issue }: { readonly issue: Issue }) => {
  const { publisher, permit, notice, hotline } = issue.publication.masthead;
  const text = say.legal;
  return (
    <Section title={text.title}>
      <IssueText
        label={text.publisher}
        value={publisher}
        field="publisher"
        make={(from, typed) => setPageField(from, 0, 'publisher', typed)}
      />
      <IssueText
        label={text.permit}
        value={permit.join('\n')}
        multiline
        field="permit"
        make={(from, typed) => setPageField(from, 0, 'permit', typed)}
      />
      <IssueText
        label={text.notice}
        value={notice}
        field="notice"
        make={(from, typed) => setPageField(from, 0, 'notice', typed)}
      />
      <IssueText
        label={text.hotline}
        value={hotline}
        field="hotline"
        make={(from, typed) => setPageField(from, 0, 'hotline', typed)}
      />
    </Section>
  );
};

const EarsSection = ({ issue }: { readonly issue: Issue }) => {
  const ears = earsOf(issue.publication.masthead);
  return (
    <Section title={say.ears.title}>
      {(['left', 'right'] as const).map((side) => (
        <IssueText
          key={side}
          label={say.ears[side]}
          value={ears[side].join('\n')}
          multiline
          field={`ear-${side}`}
          make={(from, typed) => {
            const lines = typed.split('\n');
            return lines.length > MOST_HEAD_LINES
              ? { fault: say.ears.tooMany(MOST_HEAD_LINES) }
              : setEar(from, side, lines);
          }}
        />
      ))}
    </Section>
  );
};

const IMPRINT: readonly (keyof Imprint)[] = ['compiler', 'recipients', 'printer', 'printDate', 'printRun'];

export const ImprintSection = ({ issue }: { readonly issue: Issue }) => (
  <Section title={say.imprint.title}>
    {IMPRINT.map((field) => (
      <IssueText
        key={field}
        label={say.imprint[field]}
        value={issue.imprint[field]}
        field={field === 'compiler' ? 'imprint' : `imprint-${field}`}
        make={(from, typed) => setImprint(from, { [field]: typed })}
      />
    ))}
  </Section>
);

export const MastheadSections = ({ issue }: { readonly issue: Issue }) => (
  <>
    <NameplateSection issue={issue} />
    <LegalSection issue={issue} />
    <EarsSection issue={issue} />
    {makeUpOf(issue.publication).fields.includes('imprint') && <ImprintSection issue={issue} />}
    <Section title={say.publication.title}>
      <p className="quiet">{say.publication.note}</p>
      <button type="button" onClick={() => void savePublication()}>
        {say.publication.saveHead}
      </button>
    </Section>
  </>
);
