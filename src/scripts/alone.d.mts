/** Does `work` while no other process or caller does work under the same `lock`, a folder that is made for it. */
export function alone<T>(lock: string, work: () => T | Promise<T>, pollMs?: number): Promise<T>;
