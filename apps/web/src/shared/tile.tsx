import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

type TileProps = Readonly<{ label: string; value: ReactNode; note?: ReactNode }>;

/** One figure, large, with what it is above and what qualifies it below. */
export const Tile = ({ label, value, note }: TileProps) => (
  <div className="sheet tile">
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text fw={650} size="lg" className="figure" component="div">
      {value}
    </Text>
    <Text size="sm" c="dimmed" component="div">
      {note}
    </Text>
  </div>
);
