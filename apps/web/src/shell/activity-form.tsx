import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerChoice } from '../shared/customer-choice.js';
import { RepChoice, useLikelyRep } from '../shared/rep-choice.js';
import { WriteForm } from '../shared/write-form.js';

/** Whom an activity is about and who did it. */
type Who = Readonly<{
  /** The page says already whom it is about. */
  isAbout: boolean;
  customerId: string | null;
  setCustomer: (id: string | null) => void;
  repId: string | null;
  setRep: (id: string | null) => void;
  /** For the body of the write. */
  fields: Readonly<{ repId: string; customerId?: string }>;
}>;

export const useWho = (about: string | undefined): Who => {
  const [customerId, setCustomer] = useState(about ?? null);
  const [rep, setRep] = useState<string | null>(null);
  const likely = useLikelyRep(customerId);
  const repId = rep ?? likely;
  const fields = { repId: repId ?? '', ...(customerId !== null && { customerId }) };
  return { isAbout: about !== undefined, customerId, setCustomer, repId, setRep, fields };
};

type ActivityFormProps = Omit<ComponentProps<typeof WriteForm>, 'ready'> & Readonly<{ who: Who }>;

/** What a form of any activity has: the customer, unless the page says it, and what is entered of it. */
export const ActivityForm = ({ who, children, ...form }: ActivityFormProps) => {
  const { t } = useTranslation('shell');
  const { isAbout, customerId, setCustomer, repId } = who;
  return (
    <WriteForm {...form} ready={repId !== null && customerId !== null}>
      {!isAbout && <CustomerChoice label={t('entry.customer')} value={customerId} onChange={setCustomer} />}
      {children}
    </WriteForm>
  );
};

export const ActivityRep = ({ who: { repId, setRep } }: Readonly<{ who: Who }>) => {
  const { t } = useTranslation('shell');
  return <RepChoice label={t('entry.rep')} value={repId} onChange={setRep} required />;
};
