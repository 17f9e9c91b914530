import type { Storage } from '../../workbench/index.ts';

/**
 * The browser's own small store. Where a browser refuses to give it at all (blocked cookies), reading finds nothing
 * and writing throws, which the workbench tells the person.
 */
export function browserStorage(): Storage {
  const open = (): globalThis.Storage => window.localStorage;
  return {
    read: (key) => open().getItem(key) ?? undefined,
    write: (key, value) => open().setItem(key, value),
    remove: (key) => open().removeItem(key),
    keys: () => {
      const storage = open();
      return Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) => key !== null);
    },
    onChange: (listener) => {
      const heard = (event: StorageEvent): void => {
        if (event.key !== null) listener(event.key);
      };
      window.addEventListener('storage', heard);
      return () => window.removeEventListener('storage', heard);
    },
  };
}
