import { parse } from 'yaml';

export const settings = parse('');
