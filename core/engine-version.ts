/**
 * The typesetting engine's version, written into every issue file. It rises when the same issue would be laid out
 * otherwise than before, so that an archived issue can say with which rules it was printed.
 */
export const ENGINE_VERSION = '2';
