const TYPES = 'input, textarea, select, [contenteditable="true"]';

type Offered = Readonly<{ id: string; accept: () => void }>;

/** What was offered last and still stands. */
let offered: Offered | null = null;

const press = (event: KeyboardEvent): void => {
  const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  if (!(ctrlKey || metaKey) || shiftKey || altKey || key.toLowerCase() !== 'z' || offered === null) return;
  // There it takes back what was typed.
  if (target instanceof Element && target.matches(TYPES)) return;
  event.preventDefault();
  offered.accept();
};

/** Ctrl-Z accepts this from now on, until it is withdrawn or another one is offered. */
export const offerByKey = (offer: Offered): void => {
  if (offered === null) document.addEventListener('keydown', press);
  offered = offer;
};

export const withdrawKey = (id: string): void => {
  if (offered?.id !== id) return;
  offered = null;
  document.removeEventListener('keydown', press);
};
