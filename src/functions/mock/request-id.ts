/**
 * Request ids as Function Compute writes them: `1-`, eight hexadecimal digits of unix time, eight and twelve more
 * (cloud-apis A.3). Made from what is given, so that a run has the same ids each time.
 */
export function requestIdOf(epochMs: number, subject: string): string {
  const time = Math.max(0, Math.floor(epochMs / 1000)) >>> 0;
  return `1-${hex(time)}-${hex(mix(subject, 1))}-${hex(mix(subject, 2))}${hex(mix(subject, 3)).slice(0, 4)}`;
}

const hex = (bits: number): string => (bits >>> 0).toString(16).padStart(8, '0');

/** FNV-1a with a seed: no secret, only a number that looks like none other. */
function mix(text: string, seed: number): number {
  let bits = Math.imul(0x811c9dc5, seed);
  for (let i = 0; i < text.length; i += 1) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d) >>> 0;
}
