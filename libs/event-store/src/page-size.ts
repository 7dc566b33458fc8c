/** Of data and metadata as JSON text, after which a page ends, however few its events: bounds what it takes of memory. */
export const PAGE_CHARACTERS = 8_000_000;
