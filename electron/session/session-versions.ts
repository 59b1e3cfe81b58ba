/**
 * Named versions 版本 of the desk's issue. One that is made is in the file at once: the journal has edits only, and a
 * milestone that a crash could take away would be none.
 */
import { basename } from 'node:path';
import type {
  ComparedFile,
  ComparedIssues,
  KeptVersions,
  MadeVersion,
  MakeVersionRequest,
  RemovedVersion,
  RemoveVersionRequest,
  VersionName,
} from '../../core/contract/version-channels.ts';
import { ENGINE_VERSION } from '../../core/engine-version.ts';
import { alignedStories } from '../../core/file/align-stories.ts';
import { canonicalJson } from '../../core/file/canonical-json.ts';
import { compareIssues } from '../../core/file/compare-issues.ts';
import { printOfVersion, type Version, withoutVersion, withVersion } from '../../core/file/issue-file.ts';
import { FILE_LIMITS } from '../../core/file/issue-file-schema.ts';
import { areCopies } from '../../core/file/same-issue.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { InputError } from '../base/input-error.ts';
import { checkStated, type Desk, fileOf, takePictures } from './desk.ts';
import { localTimestamp } from './local-timestamp.ts';
import { printFacts, versionFacts } from './printed-facts.ts';
import type { SessionDesk } from './session-desk.ts';
import type { SessionFiles } from './session-files.ts';

export class SessionVersions {
  constructor(
    private readonly desk: SessionDesk,
    private readonly files: SessionFiles,
  ) {}

  async list(): Promise<KeptVersions> {
    const { versions, prints } = (await this.desk.get()).besides;
    return { versions: versions.map(versionFacts), prints: prints.map(printFacts) };
  }

  /** Who makes it, when and with which engine. */
  async mark(): Promise<Pick<Version, 'at' | 'by' | 'engine'>> {
    const { editor } = await this.desk.settings();
    const now = this.desk.services.now?.() ?? new Date();
    return { at: localTimestamp(now), by: editor.who.slice(0, 40) || '本机用户', engine: ENGINE_VERSION };
  }

  make({ name, note, editor, ...stated }: MakeVersionRequest): Promise<MadeVersion> {
    return this.desk.inTurn(async () => {
      const desk = await this.desk.get();
      const mark = await this.mark();
      this.desk.checkEditor(editor);
      checkStated(desk, stated);
      if (desk.besides.versions.length >= FILE_LIMITS.versions)
        throw new InputError(`一期最多存${FILE_LIMITS.versions}个版本，没有再存，请改用另存为。`);
      const file = withVersion(fileOf(desk), { name, note, ...mark });
      const saved = await this.files.write(desk, null, file);
      return { version: versionFacts(file.versions.at(-1)!), saved };
    });
  }

  /** Its pictures go with it where nothing else shows them. */
  remove({ number, editor, ...stated }: RemoveVersionRequest): Promise<RemovedVersion> {
    return this.desk.inTurn(async () => {
      const desk = await this.desk.get();
      this.desk.checkEditor(editor);
      checkStated(desk, stated);
      const version = versionOf(desk, number);
      const print = printOfVersion(desk.besides.prints, version);
      if (print !== null)
        throw new InputError(`“${version.name}”是第${print}次付印的版本，重开印样要用它，没有删除。`);
      return { saved: await this.files.write(desk, null, withoutVersion(fileOf(desk), number)) };
    });
  }

  async issueOf(name: VersionName): Promise<Issue> {
    return issueOf(await this.desk.get(), name);
  }

  async compare(before: VersionName, after: VersionName): Promise<ComparedIssues> {
    const desk = await this.desk.get();
    return compared(issueOf(desk, before), issueOf(desk, after));
  }

  /** The pictures of the other file come to the desk: a story of it may be taken over. */
  async compareFile(file: string): Promise<ComparedFile> {
    const theirs = await this.files.read(file);
    const desk = await this.desk.get();
    takePictures(desk, theirs.pictures, basename(file));
    const base = sharedVersion(desk.besides.versions, theirs.versions);
    const copies = areCopies(desk.issue, theirs.issue, base !== null);
    return {
      ...compared(desk.issue, copies ? theirs.issue : alignedStories(desk.issue, theirs.issue)),
      areCopies: copies,
      base: copies ? base : null,
      fileName: basename(file),
    };
  }
}

const compared = (before: Issue, after: Issue): ComparedIssues => ({
  before,
  after,
  comparison: compareIssues(before, after),
});

const issueOf = (desk: Desk, name: VersionName): Issue =>
  name === 'current' ? desk.issue : versionOf(desk, name).issue;

const versionOf = (desk: Desk, number: number): Version => {
  const version = desk.besides.versions.find((one) => one.number === number);
  if (!version) throw new InputError(`文件里没有第${number}个版本，可能已被删除，请重新查看版本列表。`);
  return version;
};

/** Both were this once. */
const sharedVersion = (mine: readonly Version[], theirs: readonly Version[]): Issue | null => {
  const known = new Set(theirs.map(canonicalJson));
  return mine.findLast((version) => known.has(canonicalJson(version)))?.issue ?? null;
};
