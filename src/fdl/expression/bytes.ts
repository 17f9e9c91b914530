const replacement = 0xfffd;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const sextets: ReadonlyMap<string, number> = new Map([...alphabet].map((letter, i) => [letter, i]));

/** Text as UTF-8; half a surrogate pair becomes the replacement character. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  const put = (byte: number): void => {
    bytes[length] = byte;
    length += 1;
  };
  for (const character of text) {
    const point = character.codePointAt(0) ?? replacement;
    const code = point >= 0xd800 && point <= 0xdfff ? replacement : point;
    if (code < 0x80) put(code);
    else {
      if (code < 0x800) put(0xc0 | (code >> 6));
      else {
        if (code < 0x10000) put(0xe0 | (code >> 12));
        else {
          put(0xf0 | (code >> 18));
          put(0x80 | ((code >> 12) & 0x3f));
        }
        put(0x80 | ((code >> 6) & 0x3f));
      }
      put(0x80 | (code & 0x3f));
    }
  }
  return bytes.subarray(0, length);
}

/** UTF-8 as text; what is no UTF-8 becomes the replacement character, a byte at a time. */
export function utf8Text(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const read = codePointAt(bytes, at);
    parts.push(String.fromCodePoint(read?.code ?? replacement));
    at += read?.length ?? 1;
  }
  return parts.join('');
}

function codePointAt(bytes: Uint8Array, at: number): { readonly code: number; readonly length: number } | undefined {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { code: first, length: 1 };
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return undefined;
  let code = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i += 1) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (next & 0x3f);
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
  return code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : { code, length };
}

/** Bytes as Base64, standard alphabet with padding. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const group = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 0x3f]).join('');
    const left = bytes.length - at;
    parts.push(left >= 3 ? group : group.slice(0, left + 1).padEnd(4, '='));
  }
  return parts.join('');
}

/** Base64 as bytes; `undefined` for anything else than the standard alphabet with padding (line ends are skipped). */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  const clean = text.replace(/[\r\n]/g, '');
  const body = clean.replace(/={1,2}$/, '');
  if (clean.length % 4 !== 0 || body.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(body)) return undefined;
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let bits = 0;
  for (let i = 0, length = 0; i < body.length; i += 1) {
    bits = ((bits << 6) | (sextets.get(body[i] ?? '') ?? 0)) & 0xffffff;
    const filled = ((i + 1) * 6) % 8;
    if (i % 4 !== 0) {
      bytes[length] = (bits >> filled) & 0xff;
      length += 1;
    }
  }
  return bytes;
}
