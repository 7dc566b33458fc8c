import { Table } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Pages } from './pages.js';

export type TableColumn<Row> = Readonly<{
  head: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the right, under each other. */
  figure?: boolean;
}>;

type DataTableProps<Row> = Readonly<{
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** So many rows stand in the page at once. */
  pageSize?: number;
  minWidth?: number;
}>;

const PAGE_SIZE = 20;
const MIN_WIDTH_PX = 560;

/** Rows that are there already, some at a time. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { label, columns, rows, keyOf, pageSize = PAGE_SIZE, minWidth = MIN_WIDTH_PX } = props;
  const [asked, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(asked, pages);
  const shown = rows.slice((page - 1) * pageSize, page * pageSize);
  return (
    <>
      <Table.ScrollContainer
        minWidth={minWidth}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': label } }}
      >
        <Table verticalSpacing={7} aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ head, figure }) => (
                <Table.Th key={head} ta={figure ? 'right' : 'left'}>
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={keyOf(row)}>
                {columns.map(({ head, cell, figure }) => (
                  <Table.Td key={head} {...(figure && { ta: 'right', className: 'figure' })}>
                    {cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Pages label={label} count={pages} page={page} show={setPage} />
    </>
  );
};
