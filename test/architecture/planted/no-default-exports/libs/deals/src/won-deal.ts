const won = (kind: number): boolean => { switch (kind) { default: return true; } };
export default won;
