import { basename, dirname, isAbsolute, join } from 'node:path';

/** A path written in a file, seen from where the program runs. */
export const besides = (file: string, path: string): string => {
  return isAbsolute(path) || file === '-' ? path : join(dirname(file), path);
};

/** `flows/order.scenario.yaml` → `order`. */
export const baseName = (file: string): string => basename(file).replace(/(\.scenario)?\.(ya?ml|json)$/i, '');
