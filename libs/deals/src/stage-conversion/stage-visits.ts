import { creditsOf, type DealPath } from '../deal-paths/deal-path.js';

/** A deal's stay in a stage while it was open; `to` is null while it is there still. */
export type Visit = Readonly<{
  stage: string;
  from: number;
  to: number | null;
  /** Place in the path of the stretch that it began with. */
  begins: number;
  /** Who owned the deal, or had a share of it, when it came into the stage. */
  holders: readonly (string | null)[];
}>;

/** The stays of a deal in stages, oldest first. One that is opened again comes into its stage anew. */
export const stageVisits = ({ stretches }: DealPath): readonly Visit[] => {
  const visits: Visit[] = [];
  for (const [begins, stretch] of stretches.entries()) {
    const { status, stage, from, to } = stretch;
    if (status !== 'Open') continue;
    const last = visits.at(-1);
    const stays = last?.stage === stage && stretches[begins - 1]?.status === 'Open';
    if (stays) visits[visits.length - 1] = { ...last, to };
    else visits.push({ stage, from, to, begins, holders: creditsOf(stretch).map(({ ownerId }) => ownerId) });
  }
  return visits;
};
