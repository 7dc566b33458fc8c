import { bilingual } from '../texts/bilingual.js';

export const pipelineTexts = bilingual({
  en: {
    title: 'pipeline',
  },
  zh: {
    title: 'pipeline',
  },
});
