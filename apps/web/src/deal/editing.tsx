import { useWindowEvent } from '@mantine/hooks';
import { useBlocker } from '@tanstack/react-router';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { ThrowAway, useTyped } from '../shared/throw-away.js';

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

/** Whether an address no longer shows what is being typed. */
const leaves = (current: Address, next: Address): boolean =>
  next.pathname !== current.pathname || String(next.search.deal) !== String(current.search.deal);

type Address = Readonly<{ pathname: string; search: Readonly<{ deal?: unknown }> }>;

/**
 * Keeps what is in change. Escape gives it up; the focus goes back to the button that began it, or else to the name. What
 * was typed is thrown away only when that is said: by Escape, by closing the panel, on the way to another page.
 */
export const EditingProvider = ({ mayWrite, onEditing, children }: EditingProviderProps) => {
  const [part, setPart] = useState<Part | null>(null);
  const [asking, setAsking] = useState(false);
  const { isTyped, forget, goOn, listeners } = useTyped();
  const before = useRef<Part | null>(null);
  const shown = mayWrite ? part : null;
  const wouldLose = isTyped && shown !== null;
  const stop = useCallback(() => {
    setPart(null);
    setAsking(false);
    forget();
  }, [forget]);
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => leaves(current as Address, next as Address),
    disabled: !wouldLose,
    withResolver: true,
  });
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
      if (key !== 'Escape' || isComposing || isTaken) return;
      if (wouldLose) setAsking(true);
      else stop();
    },
    { capture: true },
  );
  const editing = useMemo(() => ({ part: shown, start: mayWrite ? setPart : null, stop }), [shown, mayWrite, stop]);
  const isLeaving = leaving.status === 'blocked';
  const keep = () => {
    setAsking(false);
    leaving.reset?.();
    goOn();
  };
  const throwAway = () => {
    stop();
    leaving.proceed?.();
  };
  return (
    <Context value={editing}>
      <div {...listeners}>{children}</div>
      {(asking || isLeaving) && (
        <div className="deal-throw-away">
          <ThrowAway keep={keep} throwAway={throwAway} />
        </div>
      )}
    </Context>
  );
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
