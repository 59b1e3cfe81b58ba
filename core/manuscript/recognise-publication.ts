/**
 * Which publication a manuscript belongs to: by its nameplate where a profile has it, else by what its copy looks
 * like. Contents lines with leaders make a booklet, △ items and 本期送 a bulletin, the rest is a newspaper's.
 */
import type { Publication, PublicationId } from '../publication/publication.ts';
import type { FileReading } from './file-reading.ts';
import type { ImportReport, PublicationKind, ReadFact } from './import-report.ts';
import { readLeaderLine } from './leader-lines.ts';
import { ManuscriptError } from './manuscript-error.ts';

const KIND_NAMES: Readonly<Record<PublicationKind, string>> = {
  newspaper: '报纸',
  booklet: '月刊',
  bulletin: '信息简报',
};
/** Leader lines that make a contents list: fewer may be a sloppy ellipsis. */
const CONTENTS_LINES = 4;

const bare = (text: string): string => text.replace(/\s/g, '');

const looksLike = (files: readonly FileReading[]): { kind: PublicationKind; confidence: number } => {
  let leaders = 0;
  let triangles = 0;
  let recipients = 0;
  let runIns = 0;
  let headings = 0;
  for (const { lines } of files)
    for (const { text } of lines) {
      if (readLeaderLine(text)) leaders++;
      if (/^\s*△/.test(text)) triangles++;
      if (/^\s*(?:本期送|发送)[：:]/.test(text)) recipients++;
      if (/^\s*\*\*[^*]{6,}\*\*\s*\S/.test(text)) runIns++;
      if (/^\s*##?\s/.test(text)) headings++;
    }
  if (leaders >= CONTENTS_LINES) return { kind: 'booklet', confidence: leaders >= 10 ? 0.95 : 0.8 };
  const bulletin = Number(triangles > 0) + Number(recipients > 0) + Number(runIns > 0);
  if (bulletin >= 2) return { kind: 'bulletin', confidence: bulletin === 3 ? 0.95 : 0.8 };
  if (bulletin === 1 && headings <= 1 && files.length === 1) return { kind: 'bulletin', confidence: 0.6 };
  return { kind: 'newspaper', confidence: headings > 1 ? 0.8 : 0.6 };
};

export interface ChosenPublication {
  readonly profile: Publication;
  readonly recognised: Omit<ImportReport['publication'], 'other'>;
}

/** Throws ManuscriptError where `wanted` names no publication. */
export const choosePublication = (
  files: readonly FileReading[],
  facts: readonly ReadFact[],
  publications: readonly Publication[],
  wanted: PublicationId | undefined,
): ChosenPublication => {
  const seen = looksLike(files);
  if (wanted !== undefined) {
    const profile = publications.find((p) => p.id === wanted);
    if (!profile) throw new ManuscriptError(files[0]!.name, `没有代号为“${wanted}”的刊物。`);
    const reason = `按指定的刊物“${profile.name}”读入。`;
    return { profile, recognised: { id: profile.id, kind: profile.kind, confidence: 1, reason } };
  }
  const nameplate = facts.find((fact) => fact.field === 'nameplate');
  const named =
    nameplate &&
    publications.find((p) =>
      [p.name, p.masthead.nameplate].some((n) => bare(n) === bare(nameplate.text.replace(/^#+/, ''))),
    );
  if (named) {
    const reason = `报头写着“${named.name}”。`;
    return { profile: named, recognised: { id: named.id, kind: named.kind, confidence: 0.98, reason } };
  }
  const same = publications.find((p) => p.kind === seen.kind);
  const profile = same ?? publications.find((p) => p.kind === 'newspaper') ?? publications[0];
  if (!profile) throw new Error('no publication profile');
  const reason = same
    ? `从内容看像${KIND_NAMES[seen.kind]}，用“${profile.name}”的版式。`
    : `从内容看像${KIND_NAMES[seen.kind]}，还没有它的版式，暂用“${profile.name}”的版式，稿件按普通稿件排。`;
  return { profile, recognised: { id: profile.id, ...seen, reason } };
};
