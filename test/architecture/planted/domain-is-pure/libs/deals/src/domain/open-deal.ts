import { currency } from '#config/settings.js';

export const openDeal = () => currency;
