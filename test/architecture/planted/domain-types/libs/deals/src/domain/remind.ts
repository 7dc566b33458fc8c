import { cents } from '#kernel/money.js';

export const user = () => process.pid;
export const later = (act: () => void) => setTimeout(act, cents);
export const say = () => console.log('due');
