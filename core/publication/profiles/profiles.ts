/** The publications that come with the program. */
import type { Publication } from '../publication.ts';
import { SHANGJIE_SHIBAO } from './shangjie-shibao.ts';

export const PUBLICATIONS: readonly Publication[] = [SHANGJIE_SHIBAO];
