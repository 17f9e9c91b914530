/** More than a thousand states: reading and laying out that takes so long that a page would be felt to stand still. */
const lengthy = 250_000;

/** Whether a text is opened in pieces. */
export const isLengthy = (text: string): boolean => text.length > lengthy;
