export type Deal = string;
