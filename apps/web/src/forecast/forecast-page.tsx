import './forecast.texts.js';
import { useTranslation } from 'react-i18next';

export const ForecastPage = () => {
  const { t } = useTranslation('forecast');
  return <h1>{t('title')}</h1>;
};
