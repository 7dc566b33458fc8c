import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../shared/formats.js';
import type { Card, Stage } from './board.js';
import type { Targets } from './card-targets.js';
import type { Marks } from './changes-since.js';
import { CARD_PX, DealCard } from './deal-card.js';

const GAP_PX = 8;
const OVERSCAN = 4;
/** So close to the end of what is loaded, more is fetched. */
const AHEAD = 12;
const NO_CARDS: readonly Card[] = [];

type BoardColumnProps = Readonly<{
  stage: Stage;
  nameOf: (ownerId: string) => string;
  /** The day shown: what was expected to close before is overdue. */
  day: string;
  marks: Marks;
  targets: Targets | null;
  /** Asks for more cards than are there. */
  more: () => void;
}>;

/** A stage: its figures, and its deals, of which only those in sight are in the page. */
export const BoardColumn = memo(({ stage, nameOf, day, marks, targets, more }: BoardColumnProps) => {
  const { t } = useTranslation(['pipeline', 'shared']);
  const formats = useFormats();
  const { money, shortMoney, count } = formats;
  const list = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  const cards = stage.cards ?? NO_CARDS;
  const acceptsDrops = targets !== null;

  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => list.current,
    estimateSize: () => CARD_PX + GAP_PX,
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: OVERSCAN,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const wantsMore = cards.length < stage.deals && last >= cards.length - AHEAD;
  useEffect(() => {
    if (wantsMore) more();
  }, [wantsMore, more]);

  useEffect(() => {
    if (list.current === null || !acceptsDrops) return undefined;
    return dropTargetForElements({
      element: list.current,
      getData: () => ({ stageId: stage.id }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [stage.id, acceptsDrops]);

  return (
    <div className="board-column">
      <header className="board-column-head">
        <div className="board-column-title">
          <h2>{stage.name}</h2>
          <span className="board-count">{count(stage.deals)}</span>
        </div>
        <Text size="sm" title={money(stage.amount)}>
          {shortMoney(stage.amount)}
          <Text span size="sm" c="dimmed">
            {' · '}
            {t('weighted', { amount: shortMoney(stage.weighted) })}
          </Text>
        </Text>
      </header>
      <section
        ref={list}
        className="board-cards"
        data-over={over}
        aria-label={t('dealsIn', { stage: stage.name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
        tabIndex={0}
      >
        <ul className="board-list" style={{ height: rows.getTotalSize() }}>
          {shown.map(({ key, index, start }) => {
            const card = cards[index];
            const mark = card && marks.get(card.id);
            return (
              card && (
                <li key={key} className="board-slot" style={{ transform: `translateY(${start}px)` }}>
                  <DealCard
                    card={card}
                    stageId={stage.id}
                    owner={card.ownerId === null ? t('shared:noOwner') : nameOf(card.ownerId)}
                    mark={mark ?? null}
                    markText={mark ? t(`mark.${mark.kind}`) : null}
                    overdueText={card.expectedCloseOn !== null && card.expectedCloseOn < day ? t('overdue') : null}
                    formats={formats}
                    targets={targets}
                  />
                </li>
              )
            );
          })}
        </ul>
        {cards.length === 0 && <p className="board-nothing">{t('noDeals')}</p>}
      </section>
    </div>
  );
});
