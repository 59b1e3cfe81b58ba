/**
 * What a host holds for its one window: the opened issue with its pictures, and the last file that it made.
 * Opening happens once, on the first request, so a window is up before a large import is done.
 */
import type { Issue, PictureId } from '../core/issue/issue.ts';
import type { Problem } from '../core/issue/problem.ts';
import type { UserFace } from './fonts/user-face.ts';

export interface SessionIssue {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
  readonly problems: readonly Problem[];
}

/** What the desktop host and the browser host do differently, and what tests replace. */
export interface SessionServices {
  readonly open: () => Promise<SessionIssue>;
  readonly makePdf: (opened: SessionIssue, pages: readonly number[]) => Promise<Uint8Array>;
  /** A face of the editor's own fonts; null where there is none of that identifier. */
  readonly userFace?: (id: string) => UserFace | null;
}

export class Session {
  private opening: Promise<SessionIssue> | null = null;
  private made: { readonly fileName: string; readonly bytes: Uint8Array } | null = null;

  constructor(
    /** What the window calls the issue. */
    readonly fileName: string,
    private readonly services: SessionServices,
  ) {}

  opened(): Promise<SessionIssue> {
    this.opening ??= this.services.open();
    return this.opening;
  }

  async makePdf(pages: readonly number[]): Promise<{ fileName: string; bytes: Uint8Array }> {
    const bytes = await this.services.makePdf(await this.opened(), pages);
    const fileName = `${this.fileName.replace(/\.[^.]*$/, '')}.pdf`;
    this.made = { fileName, bytes };
    return this.made;
  }

  /** The bytes of a picture of this issue; null for anything else. */
  async picture(id: string): Promise<Uint8Array | null> {
    if (!this.opening) return null;
    return (await this.opening).pictures.get(id) ?? null;
  }

  userFace(id: string): UserFace | null {
    return this.services.userFace?.(id) ?? null;
  }

  exported(fileName: string): Uint8Array | null {
    return this.made?.fileName === fileName ? this.made.bytes : null;
  }
}
