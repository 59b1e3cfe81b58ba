/** Who signed: names of people out of bylines, credits and staff fields, by their form alone. Pure. */

/** What stands beside names in a byline. */
const NOT_NAMES =
  /^(?:(?:本报|本台|见习|实习|特约|首席|全媒体|融媒体)*(?:记者|通讯员|实习生|作者|供稿|撰稿|撰文|摄影|整理|编辑|责任编辑|责编|校对|美编|文|图|摄|文图|图文|等))+$/u;
const LEADING =
  /^(?:本报|本台|见习|实习|特约|首席|全媒体|融媒体)*(?:记者|通讯员|实习生|作者|摄影|责任编辑|责编|校对|美编)(?=[\p{Script=Han}·]{2})/u;
/** Straight after a name: 林小满摄. */
const TRAILING = /(?<=^[\p{Script=Han}]{2,4})(?:摄影|摄|供图)$/u;
/** 雷霄, 欧阳某某, 阿依古丽·买买提. */
const NAME = /^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}·[\p{Script=Han}·]{1,12})$/u;
/** An office signs too, but is no person. One character tells it only of a long word: 李科 is a name. */
const OFFICE =
  /(?:街道|街道办|社区|办事处|委员会|[省市区县镇乡村团]委|[市区县]局|中心|公司|集团|银行|学校|医院|法院|联合会)$|^.{3}[镇乡村办委局部院处室科所站队团校联会馆台报网社]$/u;

/** 张　伟: a name of two characters is spread to the width of three. */
const SPREAD =
  /(?<=^|[^\p{Script=Han}]|记者|通讯员|实习生|作者|摄影|编辑|责编|校对|美编)(\p{Script=Han})[ \u3000]{1,2}(\p{Script=Han})(?=$|[^\p{Script=Han}]|摄|文|图|供图)/gu;

/** Names of people in a byline or a staff field: （记者 雷霄 陈珂 文/图） → 雷霄, 陈珂. Uncertain ones are left out. */
export const namesIn = (byline: string): readonly string[] => {
  if (/摘自|来源|原载|转自|转载|选自|引自|据/u.test(byline)) return [];
  return byline
    .replace(SPREAD, '$1$2')
    .split(/[\s（）()：:、，,；;／/]+/u)
    .map((word) => word.replace(LEADING, '').replace(TRAILING, ''))
    .filter((word) => NAME.test(word) && !NOT_NAMES.test(word) && !OFFICE.test(word));
};
