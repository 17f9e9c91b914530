const plainWord = /^[\p{L}_](?:[\p{L}\p{N}_ ./()-]*[\p{L}\p{N}_./()-])?$/u;
const looksElse = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

/** A text as it must be written inside the given quotes, or as a whole scalar where there are none. */
export function quoted(text: string, quote: string): string {
  if (quote === "'") return text.replaceAll("'", "''");
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  const isPlain = plainWord.test(text) && !looksElse.test(text) && !text.includes(' #');
  return isPlain ? text : JSON.stringify(text);
}
