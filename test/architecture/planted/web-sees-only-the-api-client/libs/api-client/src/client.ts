export type Client = (id: string) => string;
