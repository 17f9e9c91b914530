/** Shortcuts as text (`Mod+Shift+z`), as people read them and as keyboards send them. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The physical key: what Alt makes of a letter differs between keyboards. */
  readonly code?: string;
}

export function isPressed(shortcut: string, press: KeyPress, mac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (wants('Mod') !== mod || other || wants('Alt') !== press.altKey) return false;
  if (wants('Shift') !== press.shiftKey && !/^[^a-z0-9]$/i.test(key)) return false;
  return press.key.toLowerCase() === key.toLowerCase() || (press.altKey && press.code === codeOf(key));
}
const codeOf = (key: string): string => (/^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);

/** `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function showKeys(shortcut: string, mac: boolean): string {
  const parts = shortcut.split('+').map((part) => (part.length === 1 ? part.toUpperCase() : part));
  if (!mac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
  const signs: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
  return parts.map((part) => signs[part] ?? part).join('');
}

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** In a spoken form for `aria-keyshortcuts`. */
export function ariaKeys(shortcut: string, mac: boolean): string {
  return shortcut.replace('Mod', mac ? 'Meta' : 'Control');
}
