import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rep } from '../api/control.js';

type Role = Rep['role'];

const ROLES = ['rep', 'manager', 'analyst', 'admin', 'reader'] as const satisfies readonly Role[];

type RoleSelectProps = Readonly<{ role: Role; onChange: (role: Role) => void; description?: string }>;

/** What somebody may do. */
export const RoleSelect = ({ role, onChange, description }: RoleSelectProps) => {
  const { t } = useTranslation(['control', 'shell']);
  return (
    <Select
      label={t('reps.role')}
      {...(description !== undefined && { description })}
      data={ROLES.map((value) => ({ value, label: t(`shell:role.${value}`) }))}
      value={role}
      onChange={(value) => onChange(ROLES.find((each) => each === value) ?? role)}
      allowDeselect={false}
    />
  );
};
