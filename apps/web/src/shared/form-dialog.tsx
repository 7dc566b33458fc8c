import { Alert, Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSessionEnded } from '../api/session-end.js';
import { returnFocus } from './focus-origin.js';
import { Icon } from './icon.js';

type FormDialogProps = Readonly<{ title: string; onClose: () => void; children: ReactNode }>;

/** A form over the page. It asks before what was typed is thrown away, and gives the focus back when it closes. */
export const FormDialog = ({ title, onClose, children }: FormDialogProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(false);
  const [asking, setAsking] = useState(false);
  // Whoever signs in again does it over this dialog.
  const isCovered = useSessionEnded();
  useEffect(() => () => void window.setTimeout(returnFocus), []);
  return (
    <Modal
      opened
      onClose={() => (typed ? setAsking(true) : onClose())}
      title={title}
      returnFocus={false}
      trapFocus={!isCovered}
      closeOnEscape={!isCovered}
    >
      <div onInput={() => setTyped(true)}>
        {asking && (
          <Alert role="alert" color="yellow" mb="md" title={t('throwAway.title')} icon={<Icon name="warning" />}>
            <Group>
              <Button variant="default" size="xs" ref={(button) => button?.focus()} onClick={() => setAsking(false)}>
                {t('throwAway.no')}
              </Button>
              <Button color="red.9" size="xs" onClick={onClose}>
                {t('throwAway.yes')}
              </Button>
            </Group>
          </Alert>
        )}
        {children}
      </div>
    </Modal>
  );
};
