import type { Deal } from '#deals/deals.contract.js';
import type { Client } from '../../../libs/api-client/src/client.js';

export const Board = (deal: Deal, client: Client) => <p>{client(deal)}</p>;
