import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

type PanelProps = Readonly<{ title: string; tools?: ReactNode; children?: ReactNode }>;

/** A part of a page with its title, and what can be done there at the right of it. */
export const Panel = ({ title, tools, children }: PanelProps) => (
  <section className="sheet panel" aria-label={title}>
    <div className="page-head">
      <Title order={2} size="h5">
        {title}
      </Title>
      {tools}
    </div>
    {children}
  </section>
);
