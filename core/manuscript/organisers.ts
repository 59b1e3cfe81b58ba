/**
 * Lines that say who manages, runs or helps to run something (主管、主办、承办、协办): facts of the paper in its head, the
 * story's own text elsewhere, and no headline anywhere. Either label first (主办：某中心) or verb last (某中心主办).
 */
import { isOfficeName } from './sign-offs.ts';

const LABELLED =
  /^【?(?:主管|主办|承办|协办|联办|指导|支持|冠名|赞助)(?:单位|方)?(?:】|\s*[：:]|[\s\u3000]+(?=\p{Script=Han}))/u;
const VERB = /^(?<name>.+?)(?:联合)?(?:主管|主办|承办|协办|联办|编印)$/u;
const LONGEST = 120;

export const isOrganiserLine = (text: string): boolean => {
  if (text.length > LONGEST) return false;
  if (LABELLED.test(text)) return !/[。！？]/u.test(text);
  const names = text.split(/[\s\u3000、，｜|]+/u).map((part) => VERB.exec(part)?.groups?.name);
  return names.length <= 6 && names.every((name) => name !== undefined && isOfficeName(name));
};
