/** Where the focus was last, outside what opens over a page: it goes back there when that closes. */
let origin: HTMLElement | null = null;

/** An attribute by which that is found again when it has been drawn anew meanwhile, elsewhere on the page too. */
const KEY = 'data-focus-key';

const NOTICE = '.mantine-Notifications-notification';

/** What opens over a page and is gone again; a drawer is a page of its own. */
const PASSING = `[role="menu"], [role="dialog"]:not(.mantine-Drawer-content), ${NOTICE}`;

/** Follows the focus; once, at the start. */
export const followFocus = (): void =>
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.closest(PASSING) === null) origin = target;
  });

/** Whether the focus was last at what has this key. */
export const wasFocusedAt = (key: string): boolean => origin?.getAttribute(KEY) === key;

/** Puts the focus back, unless it has gone somewhere else already. */
export const returnFocus = (): void => {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const key = origin?.getAttribute(KEY) ?? null;
  const drawnAnew = key === null ? null : document.querySelector<HTMLElement>(`[${KEY}="${CSS.escape(key)}"]`);
  const to = origin?.isConnected ? origin : drawnAnew;
  to?.focus({ preventScroll: true });
};

/** Puts the focus back from a notice that is going away. */
export const leaveNotice = (): void => {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement.closest(NOTICE) === null) return;
  activeElement.blur();
  returnFocus();
};
