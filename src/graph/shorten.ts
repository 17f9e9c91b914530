/** Blanks that would be taken out. */
const needsTrim = /^\s|\s$|\s\s|[^\S ]/;

/** One line of at most `most` characters; never cuts a surrogate pair in two. */
export function shorten(text: string, most: number): string {
  if (text.length <= most && !needsTrim.test(text)) return text;
  if (text.length > most * 40) return shorten(text.slice(0, most * 20), most);
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
