import type { ReactNode } from 'react';

type FactProps = Readonly<{ label: string; children: ReactNode; note?: ReactNode }>;

/** One fact of a deal: what it is called, what it is, what qualifies it. */
export const Fact = ({ label, children, note }: FactProps) => (
  <div className="deal-fact">
    <dt>{label}</dt>
    <dd>
      <div className="deal-value">{children}</div>
      {note && <div className="deal-note">{note}</div>}
    </dd>
  </div>
);
