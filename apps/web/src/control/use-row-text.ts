import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalTexts } from '../shared/refusal.texts.js';
import { rowTexts } from './row.texts.js';

type Told = Readonly<{ code?: string; values?: Readonly<Record<string, string>> }>;
type RowCode = keyof (typeof rowTexts)['en'];
type RefusalCode = keyof (typeof refusalTexts)['en'];

const isOfRows = (code: string): code is RowCode => Object.hasOwn(rowTexts.en, code);
const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(refusalTexts.en, code);

/** Says what is told of a row, in the language chosen as far as there are words for it; else `otherwise`. */
export const useRowText = (): ((told: Told, otherwise: string) => string) => {
  const { t } = useTranslation(['row', 'refusal']);
  return useCallback(
    // What was imported by an older version has no code.
    ({ code = '', values = {} }, otherwise) => {
      if (isOfRows(code)) return t(`row:${code}` as 'row:Missing', { replace: values });
      return isRefusal(code) ? t(`refusal:${code}`) : otherwise;
    },
    [t],
  );
};
