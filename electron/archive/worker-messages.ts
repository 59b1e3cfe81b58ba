/** What the archive's worker is asked for and what it answers. */

import type { SearchRequest } from '../../core/contract/archive-channels.ts';
import type { Thrown } from '../base/thrown.ts';
import type { IndexStatus } from './archive-index.ts';

export type ArchiveTask =
  | { readonly kind: 'refresh' | 'cancel' | 'list' | 'close' }
  | { readonly kind: 'search'; readonly request: SearchRequest }
  | { readonly kind: 'kept-thumbnail'; readonly digest: string }
  | { readonly kind: 'keep-thumbnail'; readonly digest: string; readonly png: Uint8Array }
  | { readonly kind: 'draw-thumbnail'; readonly path: string }
  | {
      readonly kind: 'export';
      readonly path: string;
      readonly file: string;
      readonly folder: string;
      readonly overwrite: boolean;
    };

export type WorkerMessage =
  | { readonly status: IndexStatus }
  | { readonly id: number; readonly value: unknown }
  | ({ readonly id: number } & Thrown);
