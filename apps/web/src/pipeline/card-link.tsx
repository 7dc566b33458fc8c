import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { toDeal } from '../deal/deal-search.js';

type CardLinkProps = Readonly<{ dealId: string; children: ReactNode }>;

/**
 * A link to the panel of a deal. It asks the router for the whole address, day included, only when it is pressed: a
 * `Link` on each card follows every change of the address, and the slider changes it many times a second.
 */
export const CardLink = ({ dealId, children }: CardLinkProps) => {
  const router = useRouter();
  const to = toDeal(dealId);
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
      href={`/deals/${encodeURIComponent(dealId)}`}
      onMouseDown={address}
      onClick={follow}
      draggable={false}
      className="deal-card-name"
    >
      {children}
    </a>
  );
};
