import { bilingual } from '../texts/bilingual.js';

export const forecastTexts = bilingual('forecast', {
  en: {
    title: 'Forecast',
  },
  zh: {
    title: '预测',
  },
});
