/** One step of a 32-bit generator: the next state, and a number in [0, 1) made from it. */
export function nextRandom(state: number): { readonly state: number; readonly value: number } {
  const next = (state + 0x9e3779b9) >>> 0;
  return { state: next, value: scramble(next) / 0x1_0000_0000 };
}

/** Mixes 32 bits so that neighbouring numbers have nothing visible in common. */
export function scramble(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** 32 bits from a text and a number; the same everywhere, not meant to keep secrets. */
export function hashText(text: string, seed: number): number {
  let hash = seed >>> 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return scramble(hash);
}
