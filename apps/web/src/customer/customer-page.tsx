import './customer.texts.js';
import { useTranslation } from 'react-i18next';

export const CustomerPage = () => {
  const { t } = useTranslation('customer');
  return <h1>{t('title')}</h1>;
};
