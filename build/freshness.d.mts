export const isFresh: (root: string) => Promise<boolean>;
export const markFresh: (root: string) => Promise<void>;
