/**
 * Invented manuscripts as offices send them, by how they end. `whole` ones are written to their end, however that
 * looks; `cut` ones stop in mid-sentence.
 */
const HEAD = '# 河堤街换上新路灯\n\n11月20日傍晚，河堤街的新路灯亮了，沿街的店主说，走夜路踏实多了。\n\n';

const ended = (...lines: string[]): string => `${HEAD}${lines.join('\n\n')}\n`;
const listed = (...lines: string[]): string => `${HEAD}${lines.join('\n')}\n`;

export const WHOLE: Readonly<Record<string, string>> = {
  'a stop': ended('施工队预计本月底完工。'),
  'a quotation with its stop': ended('“亮了，心里也亮了。”她说，“这才像过日子。”'),
  'a quotation without a stop': ended('她笑着说：“明年还要把栏杆刷一遍”'),
  'a list of items': listed('本次改造包括：', '1.更换灯杆42根', '2.更换灯头84个', '3.增设控制箱3台'),
  'a list of names': listed('获奖名单如下：', '一等奖：甲乙丙、丁戊己', '二等奖：庚辛壬、子丑寅、卯辰巳'),
  'a telephone number': ended('市民发现路灯不亮，可随时拨打电话0000-6812345'),
  'a contact block': listed(
    '报名从即日起开始。',
    '联系人：林老师',
    '咨询电话：0000-6812345',
    '地址：河堤路8号二楼',
  ),
  'an address': ended('新址开放时间不变，前来办事的居民请到河堤路8号院3号楼一层大厅'),
  'a web address': ended('全部路段和开灯时间可在网上查询：www.example.cn/lamps'),
  'a mail address': ended('有意见和建议的居民可以写信，来信请寄 lamps@example.cn'),
  'a signature with office and date': ended('特此公告。', '青岚县住房和城乡建设局', '2020年11月20日'),
  'a signature on one line': ended('施工期间请绕行，不便之处请谅解。青岚县市政工程管理处'),
  'a date in Chinese numerals': ended(
    '以上安排自公布之日起执行。',
    '青岚县人民政府办公室',
    '二〇二〇年十一月二十日',
  ),
  'a verse': listed(
    '老街坊写了几句：',
    '一盏灯照一段路',
    '一段路通一个家',
    '灯亮人归晚来迟',
    '门前不怕有泥沙',
  ),
  'a verse with commas': listed('老街坊写了几句：', '河堤灯火明，照我夜归程，', '不问归人远，一路到门庭'),
  'an ellipsis': ended('灯一盏一盏亮起来，孩子们数着：一、二、三……'),
  'a dash': ended('他想了想，只说了一个字——', '“好。”——'),
  'a bracketed credit': ended('改造工程共用了42天。（据县融媒体中心）'),
  'a bracketed remark': ended('改造工程共用了42天（文中人物均为化名）'),
  'an editor in brackets': ended('改造工程共用了42天。', '（责任编辑：林间）'),
  'questions and answers': listed(
    '问：几点开灯？',
    '答：天黑就开，一般在傍晚六点',
    '问：几点关灯？',
    '答：早上六点',
  ),
  'a table row': listed(
    '路段\u3000灯数\u3000完工',
    '河堤街\u300042\u300011月',
    '后河街\u300036\u300012月',
    '合计\u300078\u3000',
  ),
  'a table with bars': listed('| 路段 | 灯数 |', '| --- | --- |', '| 河堤街 | 42 |'),
  'a price list': listed('今日菜价（元/斤）', '白菜 1.20', '萝卜 0.80', '土豆 2.50'),
  'an English sentence': ended('黑板上写着一句话：', 'Where there is a will, there is a way'),
  'a notice with its formula': ended('11月25日22时至次日6时停水，请提前储水，特此通知'),
  'an invitation': ended('讲座免费，不用报名，欢迎广大居民前来参加'),
  'a title in angle marks': ended('更多内容请收看今晚八点的《河堤夜话》'),
  'a slogan': ended('节约用电，人人有责'),
  'a time': ended('开放时间：每周二至周日9:00—17:00'),
  'a sub-editor’s note': ended('编后：路灯虽小，照见的是民心。'),
  'a picture of a code': ended('扫描二维码，查看全部路段：', '![](code.png)'),
  'a name alone': ended('我会一直住在这条街上。', '林小满'),
  'a place and time of writing': ended('我会一直住在这条街上。', '2020年11月写于河堤街'),
  'bold words': ended('**工程热线：0000-6812345**'),
  'a figure with its unit': listed('数据', '更换灯杆：42根', '节约用电：30%'),
};

export const CUT: Readonly<Record<string, string>> = {
  'after a comma': ended('区里要求各单位提高认识，压实责任，'),
  'after a semicolon': ended('一是抓好进度；二是抓好质量；'),
  'after a colon': ended('他对记者说：'),
  'in the middle of a clause': ended('会议强调，要进一步提高政治站位，切实做好今冬明春的各项'),
  'in the middle of a paragraph': ended('改造工程共用了42天。施工队的负责人说，下一步还要把后河街的'),
  'soon after a stop': ended('改造工程共用了42天。下一步，将继续推进后河'),
  'in a short paragraph': ended('随后，他们来到河边，看见'),
  'in a long clause without commas': ended(
    '会议要求各单位进一步提高思想认识压实工作责任确保全年各项目标任务',
  ),
  'within a quotation': ended('她说：“早上五点就起来，'),
  'after an opening mark': ended('他把这件事写进了《'),
  'at a figure': ended('全县新装路灯，共计投入资金1200'),
};
