import { useTranslation } from 'react-i18next';

export const PipelinePage = () => {
  const { t } = useTranslation('pipeline');
  return <h1>{t('title')}</h1>;
};
