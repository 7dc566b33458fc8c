import { bilingual } from '../texts/bilingual.js';

export const customerTexts = bilingual('customer', {
  en: {
    title: 'Customer',
  },
  zh: {
    title: '客户',
  },
});
