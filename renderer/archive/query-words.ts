/** The words of a question to the archive, as they are looked for again on the page: parted by spaces, quoted ones whole. Pure. */
export const queryWords = (query: string): readonly string[] =>
  [...query.replace(/[“”„‟「」『』]/g, '"').matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map((match) => (match[1] ?? match[0]).trim())
    .filter((word) => word !== '');
