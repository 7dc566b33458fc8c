import { Button, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client.js';
import { FieldsForm, ReasonForm } from '../pipeline/move-form.js';
import { isForward, mayEnter } from '../pipeline/moves.js';
import { type Given, useSendMove } from '../pipeline/use-send-move.js';
import { ChangedNote } from './change-form.js';
import type { DealFormProps } from './fact-forms.js';
import { useProcessOf } from './use-process-of.js';

/** To another stage: forward with what that stage requires, back with the reason. */
export const MoveDealForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['deal', 'shared']);
  const process = useProcessOf(deal);
  const send = useSendMove(deal.processId);
  const [seen, setSeen] = useState(deal.revision);
  const [isStale, setStale] = useState(false);
  const [chosen, choose] = useState<string | null>(null);
  const stages = process?.stages ?? [];
  const offered = process ? stages.filter(({ id }) => id !== deal.stage && mayEnter(process, deal.stage, id)) : [];
  const next = offered.find(({ id }) => isForward(stages, deal.stage, id));
  const target = offered.find(({ id }) => id === chosen) ?? next;
  const nameOf = (stageId: string) => stages.find(({ id }) => id === stageId)?.name ?? stageId;

  const move = { card: { ...deal, since: deal.stageSince }, from: deal.stage };
  const supply = async (given: Given, revision = seen): Promise<void> => {
    if (target === undefined) return;
    try {
      await send({ ...move, to: target.id }, given, revision);
      onDone();
    } catch (error) {
      setStale(error instanceof ProblemError && error.status === 412);
      throw error;
    }
  };
  const goOn = () => {
    setSeen(deal.revision);
    setStale(false);
  };
  return (
    <Stack>
      <Select
        label={t('moveTo')}
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
        value={target?.id ?? null}
        onChange={choose}
        allowDeselect={false}
      />
      {isStale && <ChangedNote now={nameOf(deal.stage)} goOn={goOn} />}
      {target &&
        (isForward(stages, deal.stage, target.id) ? (
          <FieldsForm
            key={target.id}
            move={{ ...move, to: target.id }}
            supply={supply}
            stage={target.name}
            processId={deal.processId}
          />
        ) : (
          <ReasonForm key={target.id} supply={supply} />
        ))}
      <Button variant="default" onClick={onDone}>
        {t('shared:cancel')}
      </Button>
    </Stack>
  );
};
