/** The flows kept in the browser: each under its own keys, so that two tabs never overwrite each other's list. */
import type { Storage } from '../ports.ts';
import type { FlowEntry } from '../model.ts';
import {
  type Aside,
  flowKey,
  isCompressed,
  loadCodec,
  packAside,
  packMeta,
  packText,
  readKey,
  unpackAside,
  unpackMeta,
  unpackText,
} from './records.ts';

export interface KeptFlow extends Aside {
  readonly entry: FlowEntry;
  readonly text: string;
  readonly damaged: boolean;
}

/** All flows, the latest changed first. Never throws: unreadable storage is an empty library. */
export function listFlows(storage: Storage): readonly FlowEntry[] {
  return quietly(() => storage.keys(), [])
    .map(readKey)
    .filter((key) => key?.part === 'meta')
    .map((key) => key && unpackMeta(key.id, quietly(() => storage.read(flowKey(key.id, 'meta')), undefined) ?? ''))
    .filter((entry) => entry !== undefined)
    .sort((a, b) => b.changed - a.changed || a.name.localeCompare(b.name));
}

export function readText(storage: Storage, id: string): string | undefined {
  const packed = quietly(() => storage.read(flowKey(id, 'text')), undefined);
  return packed === undefined ? undefined : unpackText(packed);
}

export function readFlow(storage: Storage, id: string): KeptFlow | undefined {
  const text = readText(storage, id);
  const meta = quietly(() => storage.read(flowKey(id, 'meta')), undefined);
  const entry = meta === undefined ? undefined : unpackMeta(id, meta);
  if (text === undefined || !entry) return undefined;
  const { aside, damaged } = unpackAside(quietly(() => storage.read(flowKey(id, 'aside')), undefined));
  return { entry, text, ...aside, damaged };
}

/** Gets ready to read a flow; call it before `readFlow` where the text may be a large one. */
export async function prepareFlow(storage: Storage, id: string | undefined): Promise<void> {
  const packed = id === undefined ? undefined : quietly(() => storage.read(flowKey(id, 'text')), undefined);
  if (packed === undefined || isCompressed(packed)) await loadCodec();
}

export interface Draft {
  readonly entry: FlowEntry;
  readonly text: string;
  readonly aside: Aside;
}
/**
 * Writes the parts that differ from what was written before. Throws when the storage does. `packed` is the text as it is
 * kept, where it has been made ready.
 */
export function writeFlow(storage: Storage, draft: Draft, before: Draft | undefined, packed?: string): void {
  const { entry, text, aside } = draft;
  if (text !== before?.text) storage.write(flowKey(entry.id, 'text'), packed ?? packText(text));
  if (aside.positions !== before?.aside.positions || aside.settings !== before.aside.settings) {
    storage.write(flowKey(entry.id, 'aside'), packAside(aside));
  }
  storage.write(flowKey(entry.id, 'meta'), packMeta(entry));
}

/** Forgets a flow; what is given back puts it where it was, byte for byte. That throws when the storage does. */
export function removeFlow(storage: Storage, id: string): () => void {
  const keys = (['text', 'aside', 'meta'] as const).map((part) => flowKey(id, part));
  const kept = keys.map((key) => [key, quietly(() => storage.read(key), undefined)] as const);
  for (const key of keys) quietly(() => storage.remove(key), undefined);
  return () => {
    for (const [key, packed] of kept) if (packed !== undefined) storage.write(key, packed);
  };
}

function quietly<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
