import { bilingual } from '../texts/bilingual.js';

export const notificationTexts = bilingual('notification', {
  en: {
    title: 'Notifications',
    bell: 'Notifications: {{unread}} unread',
    none: 'Nothing yet',
    noneHint: 'When a quota of yours, or of your team, is met or at risk, you are told here.',
    allRead: 'Everything is read',
    show: 'Show',
    all: 'All',
    unread: 'Unread',
    read: 'Mark as read: {{subject}}',
    readAll: 'Mark all as read',
    every: 'All notifications',
    topic: {
      quotaMet: '{{name}} has met the quota of {{period}}: well done!',
      quotaOnTrack: '{{name}} is on track for the quota of {{period}} again',
      quotaAtRisk: '{{name}} may miss the quota of {{period}}',
      quotaWillMiss: '{{name}} is likely to miss the quota of {{period}}',
    },
  },
  zh: {
    title: '通知',
    bell: '通知：{{unread}} 条未读',
    none: '暂无通知',
    noneHint: '当您或您团队的配额完成或有风险时，会在这里通知您。',
    allRead: '全部已读',
    show: '显示',
    all: '全部',
    unread: '未读',
    read: '标为已读：{{subject}}',
    readAll: '全部标为已读',
    every: '所有通知',
    topic: {
      quotaMet: '{{name}} 已完成 {{period}} 的配额，做得好！',
      quotaOnTrack: '{{name}} 的 {{period}} 配额恢复正常进展',
      quotaAtRisk: '{{name}} 可能完不成 {{period}} 的配额',
      quotaWillMiss: '{{name}} 很可能完不成 {{period}} 的配额',
    },
  },
});
