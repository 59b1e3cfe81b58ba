/**
 * Invented manuscripts as offices send them, by how they end. `whole` ones are written to their end, however that
 * looks; `cut` ones stop in mid-sentence.
 */
const HEAD = '# 河堤街换上新路灯\n\n11月20日傍晚，河堤街的新路灯亮了，沿街的店主说，走夜路踏实多了。\n\n';

const ended = (...lines: string[]): string => `${HEAD}${lines.join('\n\n')}\n`;
const listed = (...lines: string[]): string => `${HEAD}${lines.join('\n')}\n`;

export const WHOLE: Readonly<Record<string, string>> = {
  'a range of per cent': ended('冬季干燥，多喝水，少熬夜，室温保持在18℃～22℃，湿度50%～60%'),
  'a sum with its unit': ended('猪肉每斤15元，鸡蛋每斤5元，白菜每斤1元，合计21元'),
  'a wish of two halves': ended('祝全县父老乡亲新春快乐，阖家幸福'),
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
  'items that end in semicolons': ended(
    '专家给出以下几条冬季用电用火的提醒：',
    '一、睡前一定要关闭炭炉并且开窗；',
    '二、电热毯连续使用不超过8小时；',
    '三、先断电后灭火。',
  ),
  'items in running words': ended(
    '一是抓好工程进度，每周公布一次；',
    '二是抓好工程质量，每段请居民来看；',
    '三是抓好安全。',
  ),
  'items in a bracket with a comma': listed(
    '冬天做好这几点：',
    '1)勤洗手，勤通风，少聚集；',
    '2)多喝水，早睡觉，常锻炼。',
  ),
  'an English line that a colon leads to': ended(
    '她在黑板上一笔一画地写下一句话：',
    'Where there is a will, there is a way',
    '孩子们跟着念了三遍。',
  ),
  'English lines without a colon': ended(
    '孩子们先念了中文，又念了英文。',
    'Light the way home',
    '念完，大家都笑了。',
  ),
  'an interview with long answers': ended(
    '问：后河街什么时候动工，工期有多长',
    '答：计划12月5日动工，春节以前完工。',
    '问：施工期间车辆怎么走',
    '答：请走河堤路。',
  ),
  'a weather report': listed(
    '今天夜里到明天白天，多云转晴，偏北风3到4级',
    '最低气温-2℃，最高气温9℃',
    '后天晴，最高气温11℃',
  ),
  'a timetable': listed(
    '首末班车时间调整如下：',
    '1路（火车站—河堤街）6:00—20:30',
    '2路（东门—后河街）6:20—21:00',
  ),
  'steps of a recipe': listed(
    '做法：',
    '1．萝卜洗净切块，开水焯两分钟，捞出控干',
    '2．锅里放油，下姜片爆香，放入萝卜翻炒',
    '3．加水没过萝卜，小火炖二十分钟，加盐出锅',
  ),
  'a notice with prices': listed(
    '收费标准如下，自12月1日起执行：',
    '普通门票：每人20元，老人和学生半价',
    '年票：每人120元',
  ),
  'a letter': listed(
    '编辑同志：',
    '我家门前的路灯修好了，谢谢你们。',
    '此致',
    '敬礼',
    '读者　林小满',
    '11月21日',
  ),
  'a speech with dashes': ended(
    '有三件事，我想在这里对大家说一说——',
    '第一件，路灯要亮；第二件，路面要平；第三件，人心要齐。',
    '这就是我们的心里话——',
  ),
  'notes at its foot': listed(
    '河堤街始建于明代①，民国时改称中正街②。',
    '①见《青岚县志》卷三，1987年版，第42页',
    '②同上，第57页',
  ),
  'a web address on a line of its own': ended(
    '全部路段和开灯时间请在县政府网站查询，网址如下：',
    'https://www.example.cn/lamps?page=2',
  ),
  'an English quotation': ended('他引了一句老话：“Many hands make light work”'),
  'a table of figures': listed(
    '各乡镇新装路灯情况（单位：盏）',
    '乡镇\t计划\t完成',
    '甲镇\t120\t118',
    '乙镇\t96\t96',
  ),
  'a cue and a verse of seven characters': listed(
    '散步的老人即兴吟了四句诗送给工人：',
    '河堤夜夜灯如昼，',
    '照得行人步步明；',
    '莫道更深归路远，',
    '一灯一盏一街情',
  ),
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
  'after a semicolon before a paragraph of its own': ended(
    '会议要求各单位提高认识、压实责任；',
    '11月21日，施工队进场。',
  ),
  'after a comma before a paragraph of its own': ended(
    '改造工程由县里和街道共同出资，',
    '11月21日，施工队进场。',
  ),
  'at a figure': ended('全县新装路灯，共计投入资金1200'),
};
