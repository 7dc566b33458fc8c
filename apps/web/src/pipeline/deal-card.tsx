import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef, useState } from 'react';
import type { Formats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import type { Card } from './board.js';
import { CardLink } from './card-link.js';
import { CardMenu } from './card-menu.js';
import type { Targets } from './card-targets.js';
import type { Mark } from './changes-since.js';

export const CARD_PX = 112;

type DealCardProps = Readonly<{
  card: Card;
  stageId: string;
  owner: string;
  mark: Mark | null;
  /** What the mark reads. */
  markText: string | null;
  /** What is said of an expected close date that has passed; null: it has not. */
  overdueText: string | null;
  /** The column's own: hooks of each card would take longer than all the rest of it. */
  formats: Formats;
  /** Null: nothing may be moved, as the day is past or the reader may not write. */
  targets: Targets | null;
}>;

/** A deal on the board. Memoised: a board has thousands, and a move changes two columns. */
export const DealCard = memo((props: DealCardProps) => {
  const { card, stageId, owner, mark, markText, overdueText, formats, targets } = props;
  const { shortMoney, shortDay } = formats;
  const element = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState(false);
  const movable = targets?.mayWrite(card.ownerId) ?? false;

  useEffect(() => {
    if (element.current === null || !movable) return undefined;
    return draggable({
      element: element.current,
      getInitialData: () => ({ card, stageId }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [card, stageId, movable]);

  return (
    <div ref={element} className="deal-card" data-movable={movable} data-dragged={dragged} data-mark={mark?.kind}>
      <div className="deal-card-top">
        <CardLink dealId={card.id}>{card.name}</CardLink>
        {targets !== null && movable && <CardMenu card={card} stageId={stageId} targets={targets} />}
      </div>
      <div className="deal-card-line">
        <span className="deal-card-amount">{shortMoney(card.amount)}</span>
        {card.expectedCloseOn !== null && (
          <span className="deal-card-date" data-overdue={overdueText !== null}>
            <Icon name={overdueText === null ? 'clock' : 'warning'} size={13} /> {shortDay(card.expectedCloseOn)}
          </span>
        )}
      </div>
      <div className="deal-card-line">
        <span className="deal-card-owner">{owner}</span>
        <span className="deal-card-marks">
          {overdueText !== null && (
            <span className="deal-card-mark" data-overdue>
              {overdueText}
            </span>
          )}
          {markText !== null && <span className="deal-card-mark">{markText}</span>}
        </span>
      </div>
    </div>
  );
});
