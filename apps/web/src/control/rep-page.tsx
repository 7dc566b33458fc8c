import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMayWriteOf } from '../api/access.js';
import { repById } from '../api/control.js';
import { useTeamName } from '../api/people.js';
import { useHasRole } from '../api/session.js';
import { Failed, Loading } from '../shared/states.js';
import { Tile } from '../shared/tile.js';
import { DepartureForm } from './departure-form.js';
import { DepartureProgress } from './departure-progress.js';
import { RepChanges } from './rep-changes.js';
import { Tokens } from './tokens.js';

/** One person: their team and profile, their tokens, and their departure. */
export const RepPage = () => {
  const { t } = useTranslation(['control', 'shell']);
  const { repId } = useParams({ from: '/control/people/$repId' });
  const teamName = useTeamName();
  const isManager = useHasRole('manager');
  const mayDecide = useMayWriteOf(repId) && isManager;
  const { data: rep, error, isPending, refetch } = useQuery(repById(repId));
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return (
    <>
      <Link to="/control/people" className="quiet-link">
        ← {t('section.people')}
      </Link>
      <div className="tiles">
        <Tile label={t('reps.name')} value={rep.name} note={rep.email} />
        <Tile label={t('reps.team')} value={teamName(rep.teamId)} note={rep.region} />
        <Tile label={t('reps.role')} value={t(`shell:role.${rep.role}`)} note={t(`presence.${rep.presence}`)} />
      </div>
      {rep.presence === 'here' ? (
        <>
          {mayDecide && <RepChanges rep={rep} />}
          <Tokens repId={repId} tokens={rep.tokens} />
          {mayDecide && <DepartureForm repId={repId} name={rep.name} />}
        </>
      ) : (
        <DepartureProgress repId={repId} name={rep.name} />
      )}
    </>
  );
};
