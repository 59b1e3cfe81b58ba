/**
 * Words by what they do at a headline's line end: which marks, function words, beginnings and endings hang on a
 * neighbour, and which words want one. Data for headline-breaks.ts; the vocabulary itself is newspaper-words.ts.
 */
const set = (characters: string): ReadonlySet<string> => new Set(characters);

export const OPENERS = set('“‘（〔【《〈「『［｛〖([');
export const CLOSERS = set('”’）〕】》〉」』］｝〗)]');
/** Never at the head of a line, and a thought ends after them. */
export const STOPS = set('，、；：。？！,;:?!');
export const MARKS = new Set([...OPENERS, ...CLOSERS, ...STOPS, '—', '…']);
/** Nothing parts them from either neighbour. */
export const JOINERS = set('·・/／～~–-&%％‰℃°+');
/** They count what follows: Ⅱ级. */
export const ROMAN = set('ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ');
/** Never at the head of a line. */
export const LEANS_BACK = set('的了着过们等地得之者');
/** What completes a verb that stands in quotation marks: “串”起. */
export const COMPLEMENTS = set('起出到上成来入进下走');
/** A line begins with one rather than ends with it. */
export const CONJUNCTIONS = set('和与及暨或并');
/** Before a number: 近百户, 超3000人. */
export const APPROXIMATE = set('近约超逾达至仅共每满上');
/** Function words that no name holds: they go with what follows. */
export const FUNCTION_WORDS = set(
  '是变获可来到在从把被向对赴让将也都又再不没未我各该此每以为于由给跟同比按据经往当用',
);
/** Beginnings of a longer word or phrase. */
export const PREFIXES = set('副第老新大小首总前后本某非超微全最更很无多未两一二三四五六七八九十百千');
/** Endings of a longer word. */
export const SUFFIXES = set(
  '区市县省镇乡村街路桥河湖山港门局委办会部处科室厅院所馆站园城厂店场社队组团者员家长化性感度率力型式级类人师生民军界库网线段机车器具费款金税法权制点带版册剧赛奖节展班校堂里内外旁边中上下',
);
/** Head nouns that a headline does not part from what they head, unless a meeting follows: 开展情况, 防控/工作会议. */
export const HEAD_NOUNS = new Set([
  '工作',
  '情况',
  '活动',
  '仪式',
  '事宜',
  '问题',
  '成果',
  '资金',
  '行动',
  '规划',
  '计划',
  '模式',
  '理念',
  '精神',
]);
export const ENDS_IN_HEAD_NOUN = /(?:工作|情况|活动|仪式)$/;
/** 第十届委员会 is one name. */
export const SESSION = /^(?:中央|全国)?(?:委员会|代表大会|[一二三四五六七]中全会|全会|常委会)/;
export const MEETING = /(?:会|会议)$/;
/** What a place's name ends with, as a word of its own. */
export const PLACE_HEADS = new Set(
  '街道 社区 小区 广场 公园 景区 园区 水库 大街 大道 大桥 大学 学院 中学 小学 学校 医院 公司 企业 中心 高速 高速公路 公路 铁路 高铁 隧道 大厦 机场 车站 支行 分行 支队 大队 人民政府 人民医院 人民法院 人民检察院 人武部 收费站 调查队 分局 收费站 调查队'.split(
    ' ',
  ),
);
export const OWN_PLACE = /^[我本全各](?:区|市|县|省|镇|乡|村|地|国)$/;
/** An authority by its rank, before which the place stands: 青河|县委. */
export const ADMINISTRATION =
  /^[省市县区镇乡村州旗](?:委|长|政府|政协|人大|人民|纪委|监委|法院|检察院|党委|财政|公安|公司|妇联|残联)/;
/** What a place's name ends with, at the head of a word that is none: 青|河段. */
export const PLACE_ENDS = set('省市县区镇乡村街路桥河湖江山沟庄寨店屯岭');
/** What is numbered, or added up, by what follows. */
export const NUMBERED = new Set(
  '国道 省道 县道 乡道 编号 总第 总投资 总面积 总长 总产值 总量 总额 累计 合计 共计 总计 约为 不足 将近 接近 零下 热线 电话 超额'.split(
    ' ',
  ),
);
/** Verbs that want their object on the line: 好于, 迈向, 突破. */
export const WANTS_OBJECT =
  /(?:[于向至]|突破|增长|下降|超过|达到|成为|提前|成立|进行|变成|来自|位居|涉及|惠及|波及)$/;
/** Words that say nothing without what stands behind them. */
export const LEADING_WORDS = new Set(
  '广大 各级 各类 各项 各界 首台 首批 首个 首家 首例 首届 最新 最大 最高 最低 最美 最具 有关 相关 关于 就是 还是 都是 也是 中共 政协 共青团 特大 重大 重要 大型 新型 优秀 所有 全部 全面 正式 隆重 扎实 稳步 持续 深入 大力 积极 严厉 严格 认真 切实 圆满 顺利 进一步 集中 专项 综合 主题 常务 执行 名誉'.split(
    ' ',
  ),
);
/** A title goes with its office: 文明办主任. */
export const OFFICE = /(?:[部办局委会院所校社队科室厅处站心组司厂协联府台团馆园行镇乡村区]|人大|街道)$/;
export const TITLE =
  /(?:主任|书记|主席|经理|代表|委员|负责人|董事长|理事长|检察长|秘书长|队员|会员|成员|干部|^副?[省市县区镇乡村]长|^副.{1,3}|[部局处科院校社队组站厂厅所会馆园行台团]长)$/;
/** A title that has its office in itself: 管委会主任. */
export const WITH_OFFICE = /^(?!常务|第一).{5,}$/;
/** Words that say nothing without what stands before them. */
export const TRAILING_WORDS = new Set(
  '大关 地区 公告 通告 通知 以上 以下 以来 以内 以外 左右 之后 之前 之间 之一 之际 期间 起来 下去 下来 出来 开来 同志 先生 女士 教授'.split(
    ' ',
  ),
);
/** The common surnames: what stands behind one may be the rest of a name. */
export const SURNAMES = set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤方俞任袁柳唐罗薛雷贺倪汤殷毕郝邬安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪解应宗丁宣邓郁单洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄家封芮储靳段焦谷侯宁仇甘武符刘景詹龙叶黎白蒲卓池乔闻党翟谭申冉桑尚温庄晏柴瞿阎慕连习艾易廖耿满文聂冷辛简饶曾沙关岳',
);
