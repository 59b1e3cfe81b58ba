interface ReadIssue {
  readonly manifest: { readonly version: number };
  readonly issue: {
    readonly stories: readonly { headline: string; paragraphs: readonly { text: string }[] }[];
  };
  readonly versions: readonly { readonly name: string }[];
  readonly prints: readonly { readonly at: string; readonly pages: readonly object[] }[];
}

export const readIssueFile: (bytes: Uint8Array) => ReadIssue;
export const placesOf: (run: {
  readonly text: string;
  readonly xs: readonly number[];
  readonly y: number;
}) => readonly { readonly character: string; readonly x: number; readonly y: number }[];
