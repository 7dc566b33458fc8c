import { bilingual } from '../texts/bilingual.js';

export const forecastTexts = bilingual({
  en: {
    title: 'forecast',
  },
  zh: {
    title: 'forecast',
  },
});
