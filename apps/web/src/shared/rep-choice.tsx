import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { customerById } from '../api/customers.js';
import { useRepChoices } from '../api/people.js';
import { useSession } from '../api/session.js';

type RepChoiceProps = Readonly<{
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  required?: boolean;
  placeholder?: string;
  /** Who is not offered. */
  except?: string;
  /** What choosing nobody is called, where that says something else than choosing nothing. */
  nobody?: string;
}>;

/** What `onChange` gives when nobody is chosen: no id has this form. */
export const NOBODY = '*';

/** One of those who can act now. */
export const RepChoice = (props: RepChoiceProps) => {
  const { label, value, onChange, required = false, placeholder, except, nobody } = props;
  const reps = useRepChoices().filter(({ value: id }) => id !== except);
  return (
    <Select
      label={label}
      data={nobody === undefined ? reps : [{ value: NOBODY, label: nobody }, ...reps]}
      value={value}
      onChange={onChange}
      placeholder={placeholder}
      required={required}
      clearable={!required}
      searchable
    />
  );
};

/** Who is taken to have done something with a customer: whoever is signed in, or else their rep. */
export const useLikelyRep = (customerId: string | null): string | null => {
  const actor = useSession().data;
  const choices = useRepChoices();
  const { data: customer } = useQuery({ ...customerById(customerId ?? ''), enabled: customerId !== null });
  const likely = [actor?.id, customer?.ownerId].find((id) => choices.some(({ value }) => value === id));
  return likely ?? null;
};
