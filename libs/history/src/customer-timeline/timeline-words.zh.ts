import type { Says, TimelineLanguage } from './timeline-words.js';

const titled = (thing: string, { title }: Says): string => (title === null ? thing : `${thing}“${title}”`);

const because = (reason: string | null): string => (reason === null ? '' : `：${reason}`);

const directed = (direction: 'inbound' | 'outbound' | null, received: string, made: string, done: string): string => {
  if (direction === null) return done;
  return direction === 'inbound' ? received : made;
};

const minutes = (seconds: number | null): string =>
  seconds === null ? '' : `，${Math.max(1, Math.round(seconds / 60))} 分钟`;

const minute = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

const correction = <T>(
  field: string,
  corrected: Readonly<{ from: T; to: T; until: string | null }> | null,
  say: (value: T) => string,
): string | null => {
  if (corrected === null) return null;
  const { from, to, until } = corrected;
  return `${field}${until === null ? '' : `（至 ${minute(until)}）`}为 ${say(to)}，而非 ${say(from)}`;
};

const FIELDS: Readonly<Record<string, string>> = { name: '名称', industry: '行业', region: '地区', source: '来源' };

const changed = (fields: object): string =>
  Object.keys(fields)
    .sort()
    .map((field) => FIELDS[field] ?? field)
    .join('、');

const CATEGORIES: Readonly<Record<string, string>> = {
  pipeline: '管道',
  bestCase: '最佳情况',
  commit: '承诺',
  omitted: '不计入',
};

const category = (name: string | null): string => (name === null ? '按阶段确定' : (CATEGORIES[name] ?? name));

export const chinese: TimelineLanguage = {
  locale: 'zh-CN',
  admin: '管理员',
  system: 'Annals',
  nobody: '无人',
  unreadable: (type) => `无法读取的事件（${type}）`,
  words: {
    CustomerAdded: ({ name, ownerId }, { rep }) =>
      ownerId === null ? `客户“${name}”加入公海` : `新增客户“${name}”，由 ${rep(ownerId)} 负责`,
    CustomerAssigned: ({ from, to }, { rep }) =>
      from === null ? `客户分配给 ${rep(to)}` : `客户由 ${rep(from)} 转给 ${rep(to)}`,
    CustomerReleased: ({ from, reason }, { rep }) => `${rep(from)} 将客户放回公海${because(reason)}`,
    CustomerClaimed: ({ ownerId }, { rep }) => `${rep(ownerId)} 从公海领取了客户`,
    CustomerProfileChanged: ({ to }) => `资料变更：${changed(to)}`,
    CustomerContactAdded: ({ contact }) => `新增联系人 ${contact.name}`,
    CustomerContactChanged: ({ to }) => `联系人 ${to.name} 已变更`,
    CustomerContactRemoved: ({ contact }) => `联系人 ${contact.name} 已移除`,

    CustomerMerged: ({ into }) => `客户已合并到 ${into}`,
    CustomerErased: ({ reason }) => `个人数据已删除${because(reason)}`,
    CustomerErasureCompleted: () => '删除完成：个人数据的密钥已销毁',

    LeadCaptured: ({ name, source }) => `新增线索“${name}”${source === null ? '' : `，来源：${source}`}`,
    LeadQualified: ({ note }) => `线索已确认合格${because(note)}`,
    LeadDisqualified: ({ reason }) => `线索不合格：${reason}`,
    LeadConverted: ({ deal }) => (deal === null ? '线索已转化' : `线索已转化，并建立商机“${deal.name}”`),
    LeadConversionCompleted: () => '转化完成：客户已建立',

    DealOpened: ({ name, stage, amount }, says) => `商机“${name}”在 ${says.stage(stage)} 建立，${says.money(amount)}`,
    DealAdvanced: ({ from, to }, says) => `${titled('商机', says)}由 ${says.stage(from)} 推进到 ${says.stage(to)}`,
    DealMovedBack: ({ from, to, reason }, says) =>
      `${titled('商机', says)}由 ${says.stage(from)} 退回 ${says.stage(to)}${because(reason)}`,
    DealAmountChanged: ({ from, to }, says) =>
      `${titled('商机', says)}金额由 ${says.money(from)} 改为 ${says.money(to)}`,
    DealLinesChanged: ({ from, to }, says) =>
      `${titled('商机', says)}的产品明细变更，由 ${says.money(from)} 变为 ${says.money(to)}`,
    DealRescheduled: ({ from, to }, says) => {
      const before = from === null ? '' : `，原为 ${from}`;
      return to === null
        ? `${titled('商机', says)}不再有预计成交日期${before}`
        : `${titled('商机', says)}预计于 ${to} 成交${before}`;
    },
    DealCategorized: ({ from, to }, says) =>
      `${titled('商机', says)}的预测类别为${category(to)}，原为${category(from)}`,
    DealReassigned: ({ from, to }, says) => `${titled('商机', says)}由 ${says.rep(from)} 转给 ${says.rep(to)}`,
    DealSplit: ({ to }, says) =>
      to === null
        ? `${titled('商机', says)}的业绩重新全部归负责人`
        : `${titled('商机', says)}的业绩归 ${to.map(({ repId, basisPoints }) => `${says.rep(repId)}（${basisPoints / 100}%）`).join('、')}`,
    DealWon: ({ amount, ownerId, signedOn }, says) =>
      `${titled('商机', says)}由 ${says.rep(ownerId)} 赢得，${says.money(amount)}，签约于 ${signedOn}`,
    DealLost: ({ amount, reason, competitor }, says) =>
      `${titled('商机', says)}丢失，${says.money(amount)}：${reason}${competitor === null ? '' : `（输给 ${competitor}）`}`,
    DealReopened: ({ was, stage, reason }, says) =>
      `${titled('商机', says)}（此前${was === 'Won' ? '赢单' : '输单'}）在 ${says.stage(stage)} 重新打开：${reason}`,
    DealCorrected: ({ effectiveAt, amount, stage, expectedCloseOn, ownerId, reason }, says) => {
      const corrections = [
        correction('金额', amount, says.money),
        correction('阶段', stage, says.stage),
        correction('预计成交日期', expectedCloseOn, (day) => day ?? '无'),
        correction('负责人', ownerId, says.rep),
      ].filter((text) => text !== null);
      return `${titled('商机', says)}自 ${minute(effectiveAt)} 起更正，${corrections.join('；')}：${reason}`;
    },

    CallLogged: ({ direction, durationSeconds, outcome }, says) => {
      const call = directed(direction, '接听电话', '拨打电话', '通话');
      return `${titled(call, says)}${minutes(durationSeconds)}${because(outcome)}`;
    },
    EmailLogged: ({ direction }, says) => titled(directed(direction, '收到邮件', '发送邮件', '邮件'), says),
    MeetingLogged: ({ outcome }, says) => `${titled('会议', says)}${because(outcome)}`,
    NoteTaken: ({ text }, says) => `${titled('备注', says)}${because(text)}`,
    TaskAdded: ({ repId, dueOn }, says) =>
      `${titled('任务', says)}，由 ${says.rep(repId)} 负责${dueOn === null ? '' : `，${dueOn} 到期`}`,
    TaskCompleted: ({ repId }, says) => `${titled('任务', says)}由 ${says.rep(repId)} 完成`,
    TaskReassigned: ({ from, to }, says) => `${titled('任务', says)}由 ${says.rep(from)} 转给 ${says.rep(to)}`,
  },
};
