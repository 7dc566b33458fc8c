/** JSON as stored: no `undefined`, no bigint. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
