/** Text as an issue takes it (core/issue/edit.ts): line breaks as `\n`, no control characters, no half characters. */

const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const cleanText = (text: string, lines: 'one-line' | 'lines'): string => {
  const clean = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(FORBIDDEN, '');
  return lines === 'lines' ? clean : clean.replaceAll('\n', '');
};
