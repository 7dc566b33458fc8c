import { useTranslation } from 'react-i18next';
import type { Replay } from '../api/analyst.js';
import { useFormats } from '../shared/formats.js';

const QUESTIONS = ['board', 'forecast', 'performance', 'leaderboard', 'landing', 'back-test'] as const;

/** Says what a replay asks. */
export const useSubject = (): ((replay: Pick<Replay, 'request'>) => string) => {
  const { t } = useTranslation('analyst');
  const { day } = useFormats();
  return ({ request }) => {
    if (request.kind === 'projection') return t('replays.ofProjection', { name: request.projection });
    const known = QUESTIONS.find((question) => question === request.question);
    const { from, to, every } = request.series;
    return t('replays.ofSeries', {
      question: known === undefined ? request.question : t(`replays.questions.${known}`),
      ...{ from: day(from.slice(0, 10)), to: day(to.slice(0, 10)), every: t(`replays.steps.${every}`) },
    });
  };
};
