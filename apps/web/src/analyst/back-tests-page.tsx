import { Group, Select, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { backTestById } from '../api/analyst.js';
import { answered, api, onceOnly } from '../api/client.js';
import type { Grain } from '../api/forecasts.js';
import { GRAINS } from '../api/periods.js';
import { useTime } from '../api/time.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { TextField, WriteForm } from '../shared/write-form.js';
import { type Known, KnownChoice, useLikelyKnown } from './known-choice.js';
import { ReplayState } from './replay-page.js';
import { Scores } from './scores.js';

/** Every forecast method made anew at past days, and scored by what came. */
export const BackTestsPage = () => {
  const { id } = useSearch({ from: '/analyst/back-tests' });
  return (
    <>
      <BackTestForm />
      {id !== undefined && <BackTest id={id} />}
    </>
  );
};

const BackTestForm = () => {
  const { t } = useTranslation(['analyst', 'shared']);
  const navigate = useNavigate({ from: '/analyst/back-tests' });
  const { today } = useTime();
  const [from, setFrom] = useState(`${Number(today.slice(0, 4)) - 1}${today.slice(4)}`);
  const [by, setBy] = useState<Grain>('quarter');
  const [chosenKnown, setKnown] = useState<Known | null>(null);
  const likely = useLikelyKnown(from);
  const knownAt = chosenKnown ?? likely;
  const write = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/back-tests', { params: { header: onceOnly() }, body: { from, by, knownAt } })),
    onSuccess: (started) => void navigate({ search: { id: started.id } }),
  });
  return (
    <Panel title={t('backTests.title')}>
      <Text c="dimmed" size="sm">
        {t('backTests.hint')}
      </Text>
      <WriteForm write={write} submit={t('backTests.run')} ready={from !== ''}>
        <Group align="end">
          <TextField label={t('from')} type="date" max={today} value={from} onChange={setFrom} required />
          <Select
            label={t('backTests.by')}
            data={GRAINS.map((value) => ({ value, label: t(`shared:grain.${value}`) }))}
            value={by}
            onChange={(grain) => setBy(grain as Grain)}
            allowDeselect={false}
          />
          <KnownChoice value={knownAt} from={from} onChange={setKnown} />
        </Group>
      </WriteForm>
    </Panel>
  );
};

const BackTest = ({ id }: Readonly<{ id: string }>) => {
  const { data, error, isPending, refetch } = useQuery(backTestById(id));
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return (
    <>
      <ReplayState replay={data} />
      {data.summary && <Scores scores={data.summary} />}
    </>
  );
};
