/** The one dialog that may be open, and what it was asked for. */
import { create } from 'zustand';
import type { Recovery } from '../../core/contract/ipc.ts';
import type { Issue } from '../../core/issue/issue.ts';

export type Dialog =
  | { readonly kind: 'new' | 'open' | 'import' | 'save-as' | 'keys' }
  /** 以此为底新建一期: after that file of the archive. */
  | { readonly kind: 'new-from'; readonly file: string; readonly issue: Issue }
  | { readonly kind: 'recovery'; readonly found: readonly Recovery[] }
  /** Something that must be read. */
  | { readonly kind: 'notice'; readonly title: string; readonly text: string }
  /** Unsaved work stands in the way of `then`. */
  | { readonly kind: 'unsaved'; readonly then: () => void };

export const useDialog = create<{ readonly dialog: Dialog | null }>(() => ({ dialog: null }));

export const ask = (dialog: Dialog): void => useDialog.setState({ dialog });
export const closeDialog = (): void => useDialog.setState({ dialog: null });
