import { useWindowEvent } from '@mantine/hooks';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';

/** What of a deal can be in change: a fact, or what is done with all of it. */
export type Part =
  | 'amount'
  | 'expectedCloseOn'
  | 'ownerId'
  | 'forecastCategory'
  | 'split'
  | 'lines'
  | 'move'
  | 'win'
  | 'lose'
  | 'reopen'
  | 'correct';

type Editing = Readonly<{
  /** Which one is in change; one at a time. */
  part: Part | null;
  /** Null: the reader may not write this deal, or the day is past. */
  start: ((part: Part) => void) | null;
  stop: () => void;
}>;

const Context = createContext<Editing>({ part: null, start: null, stop: () => {} });

export const useEditing = (): Editing => useContext(Context);

type EditingProviderProps = Readonly<{
  mayWrite: boolean;
  onEditing: (isEditing: boolean) => void;
  children: ReactNode;
}>;

/** Keeps what is in change. Escape gives it up; the focus goes back to the button that began it, or else to the name. */
export const EditingProvider = ({ mayWrite, onEditing, children }: EditingProviderProps) => {
  const [part, setPart] = useState<Part | null>(null);
  const before = useRef<Part | null>(null);
  useEffect(() => {
    if (part === null && before.current !== null) {
      const button = document.querySelector<HTMLElement>(`[data-edits="${before.current}"]`);
      (button ?? document.querySelector<HTMLElement>('.deal-name'))?.focus();
    }
    before.current = part;
    onEditing(part !== null);
  }, [part, onEditing]);
  useEffect(() => () => onEditing(false), [onEditing]);
  useWindowEvent(
    'keydown',
    ({ key, isComposing, target }) => {
      // A list that is open closes first.
      const isTaken = target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true';
      if (key === 'Escape' && !isComposing && !isTaken) setPart(null);
    },
    { capture: true },
  );
  const editing = useMemo(
    () => ({ part: mayWrite ? part : null, start: mayWrite ? setPart : null, stop: () => setPart(null) }),
    [part, mayWrite],
  );
  return <Context value={editing}>{children}</Context>;
};

/** Where something is typed: the focus begins there. */
export const Editor = ({ children }: Readonly<{ children: ReactNode }>) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')?.focus();
  }, []);
  return (
    <div ref={place} className="deal-editor">
      {children}
    </div>
  );
};
