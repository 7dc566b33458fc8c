import { bilingual } from '../texts/bilingual.js';

export const customerTexts = bilingual({
  en: {
    title: 'customer',
  },
  zh: {
    title: 'customer',
  },
});
