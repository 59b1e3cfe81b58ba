/**
 * Han under a second code: Kangxi radicals (⼈ for 人), radicals of the supplement (⻓ for 长) and compatibility
 * ideographs, as text has them that was copied out of a PDF. They look like the Han they stand for and no search finds
 * them. Unicode maps the most (UAX #15, NFKC); of the supplement it maps two, and the others stand here. Pure.
 */
const SUPPLEMENT: readonly (readonly [string, string])[] = [
  [
    '⺁⺅⺆⺇⺉⺊⺋⺌⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰',
    '厂亻冂几刂卜㔾小兀尣尢巳幺彑彐忄㣺扌攵旡日月歺民氵氺灬爫爫丬牛犭王疋罒示礻竹糹纟',
  ],
  [
    '⺱⺲⺵⺶⺷⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝',
    '罓罒网羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝车辶辶辶阝钅長镸长门阝雨青韦页风飞食',
  ],
  ['⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲', '飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀'],
];

const supplement = new Map(
  SUPPLEMENT.flatMap(([radicals, han]) =>
    [...radicals].map((radical, i) => [radical, [...han][i]!] as const),
  ),
);

/** Some of these are Han of their own: Unicode maps them to themselves. */
const SECOND_CODES = /[\u2e80-\u2fdf\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/gu;

/** What a character stands for; itself where it has no second code. */
export const hanOf = (character: string): string => supplement.get(character) ?? character.normalize('NFKC');

export const hasSecondCodes = (text: string): boolean => SECOND_UNITS.test(text);
const SECOND_UNITS = /[\u2e80-\u2fdf\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/;

/** For searching. Keeps every offset: what is longer or shorter than its Han stays. */
export const foldHanForms = (text: string): string =>
  hasSecondCodes(text)
    ? text.replace(SECOND_CODES, (character) => {
        const han = hanOf(character);
        return han.length === character.length ? han : character;
      })
    : text;
