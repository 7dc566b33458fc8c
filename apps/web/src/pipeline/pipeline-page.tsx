import './pipeline.css';
import './pipeline.texts.js';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMayWriteWhose } from '../api/access.js';
import { type Process, processes, useRepName } from '../api/people.js';
import { useMayWrite } from '../api/session.js';
import { useTime } from '../api/time.js';
import { Failed, Loading } from '../shared/states.js';
import { TimeBar } from '../shared/time-bar.js';
import { useDemo } from '../shell/use-demo.js';
import { board, type Card } from './board.js';
import { BoardColumn } from './board-column.js';
import { BoardTools } from './board-tools.js';
import type { Targets } from './card-targets.js';
import { ChangesBar } from './changes-bar.js';
import { useChangesSince } from './changes-since.js';
import type { Closing } from './close-form.js';
import { isForward, mayEnter, withMoves } from './moves.js';
import { useMoves } from './use-moves.js';

// Forms come when one is needed.
const CloseForm = lazy(async () => ({ default: (await import('./close-form.js')).CloseForm }));
const Welcome = lazy(async () => ({ default: (await import('../shell/welcome.js')).Welcome }));
const DemoProgress = lazy(async () => ({ default: (await import('../shell/demo-progress.js')).DemoProgress }));
const MoveForm = lazy(async () => ({ default: (await import('./move-form.js')).MoveForm }));

/** Cards of a stage at first, and how many times more each time that the end of a column comes near. */
const FIRST_CARDS = 60;
/** Of a past day just what is in sight at first: while the slider moves, each day is looked at for a moment. */
const FIRST_PAST_CARDS = 32;
const GROWTH = 4;
const MOST_CARDS = 5000;

const NO_STAGES: readonly never[] = [];

export const PipelinePage = () => {
  const { data: known, error, refetch } = useQuery(processes);
  const { process } = useSearch({ from: '/pipeline' });
  const demo = useDemo();
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (known === undefined) return <Loading />;
  const shown = known.find(({ id }) => id === process) ?? known[0];
  if (shown === undefined) return <Welcome />;
  return (
    <>
      {demo?.state === 'making' && <DemoProgress progress={demo.progress} />}
      <Pipeline key={shown.id} process={shown} />
    </>
  );
};

const Pipeline = ({ process }: Readonly<{ process: Process }>) => {
  const processId = process.id;
  const search = useSearch({ from: '/pipeline' });
  const navigate = useNavigate({ from: '/pipeline' });
  const { day, at, today } = useTime();
  const mayWrite = useMayWrite();
  const mayWriteWhose = useMayWriteWhose();
  const nameOf = useRepName();
  const first = day === null ? FIRST_CARDS : FIRST_PAST_CARDS;
  const [grown, setGrown] = useState({ day, cards: first });
  // Another day begins with few cards again: the slider must be quick.
  const cards = grown.day === day ? grown.cards : first;
  const [closing, setClosing] = useState<Closing | null>(null);
  const { owner, team } = search;
  const filter = useMemo(() => ({ ...(owner && { owner }), ...(team && { team }) }), [owner, team]);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(board({ processId, filter, at, cards }));
  const { since, marks } = useChangesSince(processId, filter, search.since);
  const firstDay = useLast(data?.firstDay) ?? today;
  const moves = useMoves(processId);
  const { move } = moves;

  const stages = useMemo(() => withMoves(data?.stages ?? NO_STAGES, moves.underWay), [data, moves.underWay]);
  const order = useStableOrder(data?.stages ?? NO_STAGES);
  const moveTo = useCallback(
    (card: Card, from: string, to: string) => {
      if (from !== to) move({ card, from, to }, isForward(order, from, to));
    },
    [move, order],
  );
  const targets = useMemo<Targets | null>(
    () =>
      mayWrite && day === null
        ? {
            stages: order,
            mayWrite: mayWriteWhose,
            mayEnter: (from, to) => mayEnter(process, from, to),
            moveTo,
            close: (card, how) => setClosing({ card, how }),
          }
        : null,
    [mayWrite, mayWriteWhose, day, order, moveTo, process],
  );
  // Several columns may ask at once: it grows once for all of them.
  const shown = useRef({ day, cards });
  shown.current = { day, cards };
  const more = useCallback(
    () => setGrown({ day: shown.current.day, cards: Math.min(MOST_CARDS, shown.current.cards * GROWTH) }),
    [],
  );
  useDrops(moveTo);

  return (
    <div className="pipeline">
      <BoardTools
        total={data?.total ?? null}
        search={{ ...search, process: processId }}
        change={(to) => void navigate({ search: (old) => ({ ...old, ...to }), replace: true })}
      />
      <TimeBar firstDay={firstDay} />
      {since !== null && <ChangesBar since={since} />}
      {isPending && <Loading />}
      {data === undefined && error && <Failed error={error} retry={() => void refetch()} />}
      {data !== undefined && (
        <div className="board" data-stale={isPlaceholderData}>
          {stages.map((stage) => (
            <BoardColumn
              key={stage.id}
              stage={stage}
              nameOf={nameOf}
              day={day ?? today}
              marks={marks}
              targets={targets}
              more={more}
            />
          ))}
        </div>
      )}
      <Suspense fallback={null}>
        {moves.needed !== null && <MoveForm moves={moves} needed={moves.needed} stages={order} processId={processId} />}
        {closing !== null && <CloseForm closing={closing} onDone={() => setClosing(null)} />}
      </Suspense>
    </div>
  );
};

/** The last value that there was: a day of which nothing can be shown does not move the ends of the slider. */
const useLast = <T,>(value: T | null | undefined): T | null => {
  const last = useRef<T | null>(null);
  if (value !== undefined && value !== null) last.current = value;
  return last.current;
};

type Named = Readonly<{ id: string; name: string }>;

/** The stages by name, the same object for as long as they are the same: every card holds it. */
const useStableOrder = (stages: readonly Named[]): readonly Named[] => {
  const key = JSON.stringify(stages.map(({ id, name }) => [id, name]));
  return useMemo(() => (JSON.parse(key) as [string, string][]).map(([id, name]) => ({ id, name })), [key]);
};

/** What happens when a card is let go over a column. */
const useDrops = (moveTo: (card: Card, from: string, to: string) => void): void => {
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0];
          if (target === undefined) return;
          const { card, stageId } = source.data as Readonly<{ card: Card; stageId: string }>;
          moveTo(card, stageId, String(target.data.stageId));
        },
      }),
    [moveTo],
  );
};
