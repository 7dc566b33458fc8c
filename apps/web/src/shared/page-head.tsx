import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** The name of a page, and beside it what it is narrowed by and what can be done with all of it. */
export const PageHead = ({ title, children }: Readonly<{ title: string; children: ReactNode }>) => (
  <div className="page-head">
    <Title order={1} size="h3">
      {title}
    </Title>
    <Group gap="sm">{children}</Group>
  </div>
);
