export const currency = process.env.ANNALS_CURRENCY;
