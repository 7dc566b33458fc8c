import { readFileSync } from 'node:fs';

export const claimCustomer = () => readFileSync('customer.json');
