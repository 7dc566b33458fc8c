export const openedAt = () => Date.now();
export const openedOn = () => new Date();
export const id = () => Math.random();
export const text = () => Date();
export const parsed = (at: string) => [new Date(at), Date.parse(at), Math.max(1, 2)];
