import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

type CardLinkProps = Readonly<{ customerId: string; children: ReactNode }>;

/**
 * A link to the customer of a card. It asks the router for the whole address, day included, only when it is pressed: a
 * `Link` on each card follows every change of the address, and the slider changes it many times a second.
 */
export const CardLink = ({ customerId, children }: CardLinkProps) => {
  const router = useRouter();
  const to = { to: '/customers/$customerId', params: { customerId } } as const;
  const address = ({ currentTarget }: MouseEvent<HTMLAnchorElement>) => {
    currentTarget.href = router.buildLocation(to).href;
  };
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    // With another key or button the browser opens a tab or a window by itself.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void router.navigate(to);
  };
  return (
    <a
      href={`/customers/${encodeURIComponent(customerId)}`}
      onMouseDown={address}
      onClick={follow}
      draggable={false}
      className="deal-card-name"
    >
      {children}
    </a>
  );
};
