/**
 * The end matter of a publication (发放范围, 责任编辑, 共印…份): labelled lines at the very end of the copy. They
 * become a story of kind notice, and what the imprint 版记 asks for (《内部资料性出版物管理办法》 art. 14) is read
 * from them.
 */
import type { Imprint } from '../issue/issue.ts';
import type { Element } from './elements.ts';

const LABEL =
  /^(?:本期送|发送|发|报|送|抄送|抄报|主送|责任编辑|编辑|校对|美编|审核|签发|主管|主办|承办|编辑出版|编印|编印单位|电话|联系电话|邮箱|投稿邮箱|地址|印刷|承印|印刷单位|印刷日期|印数|发放范围|发送对象|发送范围)\s*：/u;
const BRACKETED = /^（\s*(?:共印|内部资料|内部刊物|印数)[^（）]{0,24}）$/u;

const isEndMatter = (e: Element): boolean =>
  e.kind === 'text' && (LABEL.test(e.text.text) || BRACKETED.test(e.text.text));

/** Index of the first element of the end matter; the number of elements where there is none. */
export const endMatterAt = (elements: readonly Element[]): number => {
  let from = elements.length;
  for (let i = elements.length - 1; i >= 0; i--) {
    const e = elements[i]!;
    if (isEndMatter(e)) from = i;
    else if (e.kind !== 'rule') break;
  }
  return from;
};

/** The imprint's fields that the lines name, over those known already. */
export const readImprint = (lines: readonly string[], known: Imprint): Imprint => {
  const value = (pattern: RegExp): string => {
    for (const line of lines) {
      const match = pattern.exec(line);
      if (match?.[1]) return match[1].trim();
    }
    return '';
  };
  const recipients = [
    value(/^本期送\s*：(.+)$/u),
    value(/^(?:发放范围|发送对象|发送范围|发送|发)\s*：(.+)$/u),
  ];
  return {
    compiler: value(/^(?:编印单位|编印|编辑出版|主办)\s*：(.+)$/u) || known.compiler,
    recipients:
      recipients
        .filter((r) => r !== '')
        .join('；')
        .replace(/。；/u, '；') || known.recipients,
    printer: value(/^(?:印刷单位|承印|印刷)\s*：(.+)$/u) || known.printer,
    printDate: value(/^印刷日期\s*：(.+)$/u) || known.printDate,
    printRun: value(/共印\s*([0-9]+\s*份)/u) || value(/^印数\s*：(.+)$/u) || known.printRun,
  };
};
