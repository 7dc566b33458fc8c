import { Box, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useSessionEnded } from '../api/session-end.js';
import { returnFocus } from './focus-origin.js';
import { ThrowAway, useTyped } from './throw-away.js';

type FormDialogProps = Readonly<{
  title: string;
  onClose: () => void;
  /** Where the form is a table. */
  wide?: boolean;
  children: ReactNode;
}>;

let open = 0;
const listeners = new Set<() => void>();
const count = (change: number): void => {
  open += change;
  for (const listener of listeners) listener();
};

/** Whether a form lies over all else: Escape is for that alone. */
export const useFormOpen = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open > 0,
  );

/** A form over the page. It asks before what was typed is thrown away, and gives the focus back when it closes. */
export const FormDialog = ({ title, onClose, wide = false, children }: FormDialogProps) => {
  const { isTyped, goOn, listeners } = useTyped();
  const [asking, setAsking] = useState(false);
  // Whoever signs in again does it over this dialog.
  const isCovered = useSessionEnded();
  useEffect(() => {
    count(1);
    return () => {
      count(-1);
      window.setTimeout(returnFocus);
    };
  }, []);
  const keep = () => {
    setAsking(false);
    goOn();
  };
  return (
    <Modal
      opened
      onClose={() => (isTyped ? setAsking(true) : onClose())}
      title={title}
      size={wide ? 'min(1200px, 96vw)' : 'md'}
      returnFocus={false}
      trapFocus={!isCovered}
      closeOnEscape={!isCovered}
    >
      <div {...listeners}>
        {asking && (
          <Box mb="md">
            <ThrowAway keep={keep} throwAway={onClose} />
          </Box>
        )}
        {children}
      </div>
    </Modal>
  );
};
