/**
 * Captions 图注 by their form: 图为…, 上图…, or a short line that ends with its photographer. The photographer is
 * split off as the picture's credit, brackets as typed.
 */

/** Longer than this is body text that happens to speak of a picture. */
const LONGEST_CAPTION = 160;
const OPENING = /^(?:图为|图片为|上图|下图|左图|右图|题图|组图|图[一二三四五六七八九十①②③④⑤]|图\d+[：、\s])/u;
const CREDIT =
  /(?:（[^（）。]{0,30}(?:摄|供图|[／/]图)）|[\s。](?:(?:本报)?(?:记者|通讯员)\s*)?[\p{Script=Han}]{2,4}[\s／/]?摄(?:影)?)$/u;

export const isCaption = (text: string): boolean =>
  text.length <= LONGEST_CAPTION && (OPENING.test(text) || CREDIT.test(text));

/** `creditAt` is where the credit begins; the text's length where there is none. */
export const captionCreditAt = (text: string): number => {
  const match = CREDIT.exec(text);
  if (!match) return text.length;
  return match.index + (/^[\s。]/u.test(match[0]) ? 1 : 0);
};
