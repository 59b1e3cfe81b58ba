/**
 * Captions 图注 by their form: 图为…, 上图…, or a short line that ends with its photographer. The photographer is
 * split off as the picture's credit, brackets as typed. Beside a picture the form decides; where none stands, a line is
 * a caption only if nothing else looks so: copy speaks of pictures too, and what is taken for a caption leaves the body.
 */

/** Longer than this is body text that happens to speak of a picture. */
const LONGEST_CAPTION = 160;
/** Of a caption without picture and photographer. */
const LONGEST_LONE = 80;
const OPENING = /^(?:图为|图片为|上图|下图|左图|右图|题图|组图|图[一二三四五六七八九十①②③④⑤]|图\d+[：、\s])/u;
/** 上图是十年前的老街 is body; 上图为… and 上图：… are captions. */
const LONE_OPENING =
  /^(?:(?:图片?|[上下左右]图|题图|组图)(?:为|：)|图(?:[一二三四五六七八九十①②③④⑤]|\d+)：)/u;
const CREDIT =
  /(?:（[^（）。]{0,30}(?:摄|供图|[／/]图)）|[\s。](?:(?:本报)?(?:记者|通讯员)\s*)?[\p{Script=Han}]{2,4}(?<![拍航])[\s／/]?摄(?:影)?)$/u;

/** `beside`: a picture stands just before or after it. */
export const isCaption = (text: string, beside: boolean): boolean => {
  if (text.length > LONGEST_CAPTION) return false;
  if (CREDIT.test(text)) return true;
  if (beside) return OPENING.test(text);
  return LONE_OPENING.test(text) && text.length <= LONGEST_LONE && !/[。！？](?=.)/u.test(text);
};

/** Captions are mostly shorter. */
const LONGEST_USUAL = 40;
/** 图为11月17日…, 图为…现场: a scene, however long. */
const SCENE =
  /^(?:图|图片|[上下左右]图|题图|组图)(?:为|：)(?:\d|[^，。]{0,24}(?:现场|正在|活动|仪式|场景|一角|外景|全景|合影|资料))/u;

/** Longer than a caption, and no scene: 图为他二十岁时拍的照片，如今… may well be text that speaks of one. */
export const mayBeRunningText = (text: string): boolean => text.length > LONGEST_USUAL && !SCENE.test(text);

/** A sentence with its photographer, which is a little story where it stands alone. */
export const isPictureStory = (text: string): boolean => !OPENING.test(text);

/** `creditAt` is where the credit begins; the text's length where there is none. */
export const captionCreditAt = (text: string): number => {
  const match = CREDIT.exec(text);
  if (!match) return text.length;
  return match.index + (/^[\s。]/u.test(match[0]) ? 1 : 0);
};
