export const catalogue = ['deals'];
