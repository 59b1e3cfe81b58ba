/**
 * What is missing or wrong in a newspaper's printed head and imprint, seen by itself: facts that are not there, a
 * nameplate picture that is not there or too coarse. Pure; nothing here stops a print.
 */
import type { Issue } from '../../issue/issue.ts';
import type { PageField } from '../../issue/page-field.ts';
import type { Problem } from '../../issue/problem.ts';
import { keysOf } from '../../keys-of.ts';
import { IMPRINT_NAMES } from '../../publication/part-names.ts';
import { formatOf } from '../../publication/publication.ts';
import { LEAST_DPI } from '../page-report.ts';
import { printedNameplate } from './masthead-block.ts';

export const newspaperChecks = (issue: Issue): readonly Problem[] => [
  ...missingFacts(issue),
  ...nameplateProblems(issue),
  ...emptyImprint(issue),
];

const problem = (kind: Problem['kind'], severity: Problem['severity'], message: string): Problem => ({
  kind,
  severity,
  message,
  page: 1,
});

const missingFacts = ({ masthead: facts, publication }: Issue): Problem[] => {
  const { masthead: head } = publication;
  const missing: Problem[] = [];
  const miss = (field: PageField, severity: Problem['severity'], message: string): void => {
    missing.push({ ...problem('missing-masthead-fact', severity, message), field });
  };
  if (facts.date === null)
    miss('date', 'error', '报头没有日期，版面上空着：请填出版日期，星期和农历由它算出。');
  if (facts.number === null) miss('number', 'error', '报头没有期号，版面上空着：请填本年第几期。');
  if (facts.totalNumber === null) miss('total-number', 'error', '报头没有总期号，版面上空着：请填总第几期。');
  if (head.nameplate.trim() === '' && head.nameplatePicture === undefined)
    miss('nameplate', 'error', '报头没有报名：请填报名，或放报头图片。');
  if (head.permit.every((line) => line.trim() === ''))
    miss('permit', 'warning', '报头没有准印证号：请照准印证填全。');
  if (head.notice.trim() === '') miss('notice', 'warning', '报头没有“内部资料 免费交流”字样：请补上。');
  if (head.publisher.trim() === '') miss('publisher', 'warning', '报头没有编印单位：请填编印单位。');
  return missing;
};

const nameplateProblems = (issue: Issue): Problem[] => {
  const { publication, format } = issue;
  if (publication.masthead.nameplatePicture === undefined) return [];
  const printed = printedNameplate(issue, formatOf(publication, format));
  if (!printed)
    return [
      problem(
        'missing-picture',
        'error',
        '报头图片不在本期里，报名暂用文字排：请重新放报头图片，或改用文字。',
      ),
    ];
  const dpi = (printed.picture.width * 72) / printed.size.width;
  return dpi >= LEAST_DPI
    ? []
    : [
        problem(
          'low-resolution',
          'warning',
          `报头图片有效分辨率只有 ${Math.floor(dpi)} dpi，印出来会模糊：请换大图，或改用文字。`,
        ),
      ];
};

/**
 * 《内部资料性出版物管理办法》 art. 14 asks for all of them, on the cover, the back or in the imprint: who compiles the
 * paper may stand in its head.
 */
const emptyImprint = ({ imprint, pages, publication }: Issue): Problem[] => {
  const inHead = publication.masthead.publisher.trim() !== '';
  const empty = keysOf(IMPRINT_NAMES).filter(
    (field) => imprint[field].trim() === '' && !(field === 'compiler' && inHead),
  );
  if (empty.length === 0) return [];
  const names = empty.map((field) => IMPRINT_NAMES[field]).join('、');
  return [
    {
      kind: 'missing-imprint-fact',
      severity: 'warning',
      message: `版记没有${names}：请在“属性”的“版记”里填写，印在末版版心下面。`,
      ...(pages.length > 0 ? { page: pages.length } : {}),
      field: 'imprint',
    },
  ];
};
