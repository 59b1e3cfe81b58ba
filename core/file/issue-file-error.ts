/**
 * What keeps an issue file from being read or written. `message` is one Chinese sentence that names the file or the
 * place in it, the cause and what to do, fit to be shown as it is.
 */
export class IssueFileError extends Error {
  constructor(message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'IssueFileError';
  }
}
