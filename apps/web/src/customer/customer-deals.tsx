import { Badge, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dealsOf } from '../api/customers.js';
import { processes } from '../api/people.js';
import { useTime } from '../api/time.js';
import { DealLink } from '../deal/deal-link.js';
import { useFormats } from '../shared/formats.js';
import { Failed, Loading } from '../shared/states.js';

const COLOURS = { Open: 'blue', Won: 'teal', Lost: 'gray' } as const;

type Placed = Readonly<{ status: 'Open' | 'Won' | 'Lost'; openedAt: string; closedAt: string | null }>;

/** What is still open, then what closed last. */
const openFirst = (a: Placed, b: Placed): number =>
  Number(b.status === 'Open') - Number(a.status === 'Open') ||
  (b.closedAt ?? b.openedAt).localeCompare(a.closedAt ?? a.openedAt);

/** The deals of a customer. */
export const CustomerDeals = ({ customerId }: Readonly<{ customerId: string }>) => {
  const { t } = useTranslation('customer');
  const { at } = useTime();
  const { money, day } = useFormats();
  const { data, error, refetch } = useQuery({ ...dealsOf(customerId, at), placeholderData: keepPreviousData });
  const { data: known = [] } = useQuery(processes);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={3} />;
  const stageName = (processId: string, stageId: string) =>
    known.find(({ id }) => id === processId)?.stages.find(({ id }) => id === stageId)?.name ?? stageId;
  const shown = data.toSorted(openFirst);
  return (
    <section className="sheet panel">
      <Title order={2} size="h5">
        {t('deals')}
      </Title>
      {data.length === 0 && <Text c="dimmed">{t('noDeals')}</Text>}
      {data.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('deal')}</Table.Th>
                <Table.Th>{t('stage')}</Table.Th>
                <Table.Th ta="right">{t('amount')}</Table.Th>
                <Table.Th ta="right">{t('closeOn')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map(({ id, name, status, stage, processId, amount, expectedCloseOn }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <DealLink dealId={id}>{name}</DealLink>
                  </Table.Td>
                  <Table.Td>
                    <Badge color={COLOURS[status]} variant="light" tt="none" className={`status status-${status}`}>
                      {status === 'Open' ? stageName(processId, stage) : t(`status.${status}`)}
                    </Badge>
                  </Table.Td>
                  <Table.Td ta="right" className="figure">
                    {money(amount)}
                  </Table.Td>
                  <Table.Td ta="right" className="figure">
                    {expectedCloseOn === null ? t('unknownValue') : day(expectedCloseOn)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
};
