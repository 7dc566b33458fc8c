import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTime } from '../api/time.js';

/** The way out of a day of which nothing had been recorded by then: the same day by all that is known now. */
export const AsItWas = () => {
  const { t } = useTranslation();
  const { day, travel } = useTime();
  return (
    <Button variant="default" size="xs" onClick={() => travel(day === null ? {} : { day })}>
      {t('time.showAsItWas')}
    </Button>
  );
};
