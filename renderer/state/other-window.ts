/** Whether another window of the same host has taken the issue over: then nothing more is edited here. */
import { create } from 'zustand';

export const useOtherWindow = create<{ readonly hasIt: boolean }>(() => ({ hasIt: false }));

export const otherWindowHasIt = (): boolean => useOtherWindow.getState().hasIt;
