import { Alert, Button, Group } from '@mantine/core';
import { type SyntheticEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.js';

const CHOICE = '[role="option"]';

type Typed = Readonly<{
  /** Whether anything was typed or chosen since the beginning, or since it was forgotten. */
  isTyped: boolean;
  forget: () => void;
  /** Puts the focus where something was typed last. */
  goOn: () => void;
  /** For the element around the fields; lists to choose from tell it too, wherever they are drawn. */
  listeners: Readonly<{ onInput: (event: SyntheticEvent) => void; onClick: (event: SyntheticEvent) => void }>;
}>;

/** Whether something would be lost if a form closed now. */
export const useTyped = (): Typed => {
  const [isTyped, setTyped] = useState(false);
  const field = useRef<Element | null>(null);
  const listeners = useMemo(() => {
    const noteAt = (element: Element | null) => {
      field.current = element;
      setTyped(true);
    };
    return {
      onInput: ({ target }: SyntheticEvent) => noteAt(target as Element),
      onClick: ({ target }: SyntheticEvent) => {
        if ((target as Element).closest(CHOICE) !== null) noteAt(document.activeElement);
      },
    };
  }, []);
  const forget = useCallback(() => setTyped(false), []);
  const goOn = useCallback(() => {
    if (field.current instanceof HTMLElement) field.current.focus();
  }, []);
  return { isTyped, forget, goOn, listeners };
};

type ThrowAwayProps = Readonly<{ keep: () => void; throwAway: () => void }>;

/** Asks before what was typed is thrown away. */
export const ThrowAway = ({ keep, throwAway }: ThrowAwayProps) => {
  const { t } = useTranslation();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <Alert role="alert" color="yellow" title={t('throwAway.title')} icon={<Icon name="warning" />}>
      <Group>
        <Button variant="default" size="xs" ref={no} onClick={keep}>
          {t('throwAway.no')}
        </Button>
        <Button color="red.9" size="xs" onClick={throwAway}>
          {t('throwAway.yes')}
        </Button>
      </Group>
    </Alert>
  );
};
