import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { customerById } from '../api/customers.js';
import { dealById } from '../api/deals.js';
import { useRepName } from '../api/people.js';
import { DealLink } from '../deal/deal-link.js';

type RecordLinkProps = Readonly<{ kind: string; id: string }>;

/** A record by its name, with the way to it; by its id where it has no name or none that may be seen. */
export const RecordLink = ({ kind, id }: RecordLinkProps) => {
  const repName = useRepName();
  switch (kind) {
    case 'customer':
      return <CustomerName id={id} />;
    case 'deal':
      return <DealName id={id} />;
    case 'rep':
      return (
        <Link to="/control/people/$repId" params={{ repId: id }} className="quiet-link">
          {repName(id)}
        </Link>
      );
    default:
      return id;
  }
};

type NameProps = Readonly<{ id: string }>;

const CustomerName = ({ id }: NameProps) => {
  const { data } = useQuery(customerById(id));
  return (
    <Link to="/customers/$customerId" params={{ customerId: id }} className="quiet-link">
      {data?.name ?? id}
    </Link>
  );
};

const DealName = ({ id }: NameProps) => {
  const { data } = useQuery(dealById(id));
  return <DealLink dealId={id}>{data?.name ?? id}</DealLink>;
};
