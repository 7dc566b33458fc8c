import { Button, Group, Kbd } from '@mantine/core';
import { leaveNotice } from './focus-origin.js';
import { offerByKey, withdrawKey } from './undo-key.js';

/** What a notice offers to do: what its button says, and what it does. */
type Offer = Readonly<{ label: string; run: () => void }>;

/** What a notification says; `refusal`: it tells of something that did not happen. */
export type Notice = Readonly<{ message: string; title?: string; refusal?: boolean; offer?: Offer }>;

/** One that offers something stays long enough to be reached by keyboard. */
const OFFERED_MS = 15_000;

/** Says in passing what happened. The component that shows it comes with the first one. */
export const notify = async ({ message, title, refusal = false, offer }: Notice): Promise<void> => {
  const { notifications } = await import('@mantine/notifications');
  const id = crypto.randomUUID();
  const accept = () => {
    notifications.hide(id);
    offer?.run();
  };
  if (offer) offerByKey({ id, accept });
  notifications.show({
    id,
    ...(title !== undefined && { title }),
    color: refusal ? 'red' : 'teal',
    onClose: () => {
      withdrawKey(id);
      leaveNotice();
    },
    ...(offer === undefined
      ? { message }
      : {
          autoClose: OFFERED_MS,
          message: (
            <Group justify="space-between" gap="xs">
              {message}
              <Button
                size="compact-sm"
                variant="default"
                onClick={accept}
                aria-keyshortcuts="Control+Z Meta+Z"
                rightSection={
                  <Kbd size="xs" aria-hidden>
                    Ctrl Z
                  </Kbd>
                }
              >
                {offer.label}
              </Button>
            </Group>
          ),
        }),
  });
};
