export const currency = 'USD';
