import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client.js';
import { refusalTexts } from './refusal.texts.js';

type Code = keyof (typeof refusalTexts)['en'];

const isSaid = (code: string): code is Code => code in refusalTexts.en;

/** Says why something was refused, in the language chosen as far as the page has words for it. */
export const useRefusal = (): ((error: Error) => string) => {
  const { t } = useTranslation(['refusal', 'shared']);
  return useCallback(
    (error) => {
      if (!(error instanceof ProblemError)) return error.message;
      if (error.status === 'offline') return t('shared:failed.offline');
      return isSaid(error.code) ? t(error.code) : error.detail;
    },
    [t],
  );
};
