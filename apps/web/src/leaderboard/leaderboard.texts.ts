import { bilingual } from '../texts/bilingual.js';

export const leaderboardTexts = bilingual('leaderboard', {
  en: {
    title: 'Leaderboard',
    heading: '{{measure}}, {{period}}',
    by: 'Ranked by',
    measure: {
      wonAmount: 'Amount won',
      wonDeals: 'Deals won',
      winRate: 'Win rate',
      activities: 'Activities',
    },
    team: 'Team',
    everybody: 'Everybody',
    full: 'Full screen',
    turn: 'Go through the measures',
    nobody: 'The race has not begun',
    nobodyHint: 'Reps appear here with their first success of the period.',
    asOf: 'As of {{instant}}; keeps itself up to date',
    everyone: 'All {{reps}}',
    fewer: 'Only the first',
  },
  zh: {
    title: '排行榜',
    heading: '{{period}} {{measure}}排行',
    by: '排名依据',
    measure: {
      wonAmount: '赢单金额',
      wonDeals: '赢单数',
      winRate: '赢单率',
      activities: '活动',
    },
    team: '团队',
    everybody: '所有人',
    full: '全屏',
    turn: '轮流显示各项指标',
    nobody: '竞赛尚未开始',
    nobodyHint: '销售代表在本周期首次有成果后出现在这里。',
    asOf: '截至 {{instant}}；自动更新',
    everyone: '全部 {{reps}} 人',
    fewer: '只看前列',
  },
});
