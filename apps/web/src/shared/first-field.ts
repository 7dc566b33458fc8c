import { type RefObject, useLayoutEffect, useRef } from 'react';

const FIELD = 'input, textarea, select';

/** A form in a dialog begins on its first field, also when it comes later than the dialog. */
export const useFirstField = (): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const dialog = form.current?.closest('[role="dialog"]');
    const field =
      dialog?.querySelector<HTMLElement>('[data-autofocus]') ?? form.current?.querySelector<HTMLElement>(FIELD);
    if (!dialog || !field) return;
    field.setAttribute('data-autofocus', 'true');
    if (dialog.contains(document.activeElement)) field.focus();
  }, []);
  return form;
};
