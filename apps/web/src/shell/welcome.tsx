import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Note } from '../shared/states.js';

/** What a newcomer sees before there is anything: the demo, or data of their own. */
export const Welcome = () => {
  const { t } = useTranslation('shell');
  return (
    <Note icon="board" title={t('welcome.title')}>
      <p>{t('welcome.text')}</p>
      <p>{t('welcome.demo')}</p>
      <Code block>{t('welcome.demoHint')}</Code>
      <p>{t('welcome.import')}</p>
      <Code block>{t('welcome.importHint', { url: window.location.origin })}</Code>
      <p>{t('welcome.guide')}</p>
    </Note>
  );
};
