import './what-if.texts.js';
import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TimeBar } from '../shared/time-bar.js';
import { WhatIfOwners } from './what-if-owners.js';
import { WhatIfProbabilities } from './what-if-probabilities.js';
import { WhatIfStages } from './what-if-stages.js';

const KINDS = { probabilities: WhatIfProbabilities, stages: WhatIfStages, owners: WhatIfOwners } as const;
type Kind = keyof typeof KINDS;

/** Any day under other assumptions, beside what was. Nothing is written. */
export const WhatIfPage = () => {
  const { t } = useTranslation('whatIf');
  const { kind = 'probabilities' } = useSearch({ from: '/analyst/what-if' });
  const navigate = useNavigate({ from: '/analyst/what-if' });
  const Shown = KINDS[kind];
  return (
    <>
      <TimeBar />
      <SegmentedControl
        aria-label={t('kind')}
        value={kind}
        onChange={(value) => void navigate({ search: (old) => ({ ...old, kind: value as Kind }), replace: true })}
        data={(Object.keys(KINDS) as Kind[]).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        style={{ justifySelf: 'start' }}
      />
      <Shown />
    </>
  );
};
