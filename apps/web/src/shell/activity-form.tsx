import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerChoice } from '../shared/customer-choice.js';
import { RepChoice, useLikelyRep } from '../shared/rep-choice.js';
import { WriteForm } from '../shared/write-form.js';
import type { AboutProps } from './about.js';

/** Whom an activity is about and who did it. */
type Who = Readonly<{
  /** The page says already whom it is about. */
  isAbout: boolean;
  customerId: string | null;
  setCustomer: (id: string | null) => void;
  repId: string | null;
  setRep: (id: string | null) => void;
  /** For the body of the write. */
  fields: Readonly<{ repId: string; customerId?: string; dealId?: string }>;
}>;

export const useWho = (about: Pick<AboutProps, 'customerId' | 'dealId'>): Who => {
  const { dealId } = about;
  const [customerId, setCustomer] = useState(about.customerId ?? null);
  const [rep, setRep] = useState<string | null>(null);
  const likely = useLikelyRep(customerId);
  const repId = rep ?? likely;
  const fields = {
    repId: repId ?? '',
    ...(customerId !== null && { customerId }),
    ...(dealId !== undefined && { dealId }),
  };
  return { isAbout: about.customerId !== undefined, customerId, setCustomer, repId, setRep, fields };
};

type ActivityFormProps = ComponentProps<typeof WriteForm> & Readonly<{ who: Who }>;

/** What a form of any activity has: the customer, unless the page says it, and what is entered of it. */
export const ActivityForm = ({ who, ready = true, children, ...form }: ActivityFormProps) => {
  const { t } = useTranslation('shell');
  const { isAbout, customerId, setCustomer, repId } = who;
  return (
    <WriteForm {...form} ready={ready && repId !== null && customerId !== null}>
      {!isAbout && <CustomerChoice label={t('entry.customer')} value={customerId} onChange={setCustomer} />}
      {children}
    </WriteForm>
  );
};

/** Who did it; `label`: what it says of them, where they have still to do it. */
export const ActivityRep = ({ who: { repId, setRep }, label }: Readonly<{ who: Who; label?: string }>) => {
  const { t } = useTranslation('shell');
  return <RepChoice label={label ?? t('entry.rep')} value={repId} onChange={setRep} required />;
};
