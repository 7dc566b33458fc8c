import { useTranslation } from 'react-i18next';
import type { Landing } from '../api/team.js';
import { Icon, type IconName } from '../shared/icon.js';

const ICONS = {
  met: 'check',
  onTrack: 'arrow',
  atRisk: 'clock',
  willMiss: 'warning',
} as const satisfies Record<NonNullable<Landing['state']>, IconName>;

/** How somebody stands against their quota, told by word and sign, not by colour alone. */
export const StateMark = ({ state }: Readonly<{ state: Landing['state'] }>) => {
  const { t } = useTranslation('team');
  if (state === null) return <span className="state-mark">{t('noQuota')}</span>;
  return (
    <span className="state-mark" data-state={state}>
      <Icon name={ICONS[state]} size={14} />
      {t(`state.${state}`)}
    </span>
  );
};
