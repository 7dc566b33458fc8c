import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, onceOnly } from '../api/client.js';
import { useDone, type Written } from '../shared/use-done.js';
import { useRefusal } from '../shared/use-refusal.js';
import type { Change } from './quota-cells.js';

type Refused = Readonly<{ change: Change; why: string }>;

type SetQuotas = Readonly<{ onSet: (change: Change) => void; onAllSet: () => void }>;

/** Sets quotas, one after the other. One that is refused does not stop the rest, and is told with the reason. */
export const useSetQuotas = ({ onSet, onAllSet }: SetQuotas) => {
  const { t } = useTranslation('quotaGrid');
  const say = useRefusal();
  const sayDone = useDone('quota');
  const [refusals, setRefusals] = useState<readonly Refused[]>([]);
  const { mutate, isPending } = useMutation<void, Error, readonly Change[]>({
    mutationFn: async (changes) => {
      const refused: Refused[] = [];
      let last: Written | null = null;
      for (const change of changes) {
        const request = { params: { header: onceOnly() }, body: change };
        try {
          last = await answered(api.POST('/api/quotas', request));
          onSet(change);
        } catch (error) {
          refused.push({ change, why: say(error as Error) });
        }
      }
      setRefusals(refused);
      if (last !== null) sayDone(last, t('isSet', { count: changes.length - refused.length }));
      if (refused.length === 0) onAllSet();
    },
  });
  return { mutate, isPending, refusals };
};
