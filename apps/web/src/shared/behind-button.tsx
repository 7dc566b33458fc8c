import type { ReactNode } from 'react';

type BehindButtonProps = Readonly<{
  show: () => void;
  /** What is said instead of the text, where that is a bare figure. */
  label?: string | undefined;
  children: ReactNode;
}>;

/** A group or figure of a table that leads to the deals behind it. */
export const BehindButton = ({ show, label, children }: BehindButtonProps) => (
  <button type="button" className="behind-button" aria-label={label} onClick={show}>
    {children}
  </button>
);
