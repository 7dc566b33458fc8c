import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Note } from './states.js';

/** At an address that leads nowhere. */
export const NoPage = () => {
  const { t } = useTranslation();
  return (
    <Note
      icon="warning"
      title={t('failed.noPage')}
      action={
        <Button variant="light" renderRoot={(props) => <Link to="/pipeline" {...props} />}>
          {t('failed.toStart')}
        </Button>
      }
    >
      {t('failed.noPageHint')}
    </Note>
  );
};
