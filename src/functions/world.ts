import type { ScriptedCallback } from '../scenario/index.ts';
import type { CallbackReply, EffectId, Invocation, Reply, Waiting, World } from '../simulator/index.ts';
import { createChildren, type Lineage } from './children.ts';
import { onceEach } from './notes.ts';
import { createPreparer, type Prepared } from './prepare.ts';
import { createQuickAnswers } from './quick-answer.ts';
import { defaultSettings } from './settings.ts';
import type { WorldOptions } from './world-options.ts';

/** The world of a run that needs no page: same requests, same mocks, same reading of answers, without promises. */
export interface FunctionsWorld extends World {
  readonly callback: (waiting: Pick<Waiting, 'kind' | 'stateName'>) => CallbackReply | undefined;
  /** How often each function or service was called, by the key of ruling R13. */
  readonly calls: () => Readonly<Record<string, number>>;
  /** Scripted callbacks no token has taken. */
  readonly unusedCallbacks: () => readonly ScriptedCallback[];
  /** One call up to the point where it goes out; the answer it will get is reserved by asking. */
  readonly prepare: (invocation: Invocation, effect: EffectId) => Prepared;
}

export function createWorld(options: WorldOptions): FunctionsWorld {
  const settings = { ...defaultSettings, ...options.settings };
  const calls = new Map<string, number>();
  const count = (key: string): void => void calls.set(key, (calls.get(key) ?? 0) + 1);
  const callbacks = createCallbackScript(options.callbacks ?? []);
  const once = onceEach();

  const openPlace = (startTime: number, lineage: Lineage): Place => {
    const here = { ...settings, startTime };
    const send = createPreparer({ answers: options.answers, settings: here, count, once });
    const child = createChildren({ ...options, settings: here, lineage, count, worldAt });
    return {
      quick: createQuickAnswers(options.answers, count),
      prepare: (invocation, effect) => child(invocation, effect) ?? send(invocation, effect),
    };
  };
  /** Child flows live in the same world, later on its clock and one generation further down. */
  const worldAt = (startTime: number, lineage: Lineage): Here => {
    // Opened by the first call: many runs make none.
    let place: Place | undefined;
    const open = (): Place => (place ??= openPlace(startTime, lineage));
    return {
      prepare: (invocation, effect) => open().prepare(invocation, effect),
      answer: (invocation, effect) => answerAt(open(), invocation, effect),
      callback: callbacks.take,
    };
  };
  const { prepare, answer, callback } = worldAt(settings.startTime, { depth: 0, started: { count: 0 } });
  return {
    prepare,
    answer,
    callback,
    calls: () => Object.fromEntries(calls),
    unusedCallbacks: callbacks.unused,
  };
}

interface Place extends Pick<FunctionsWorld, 'prepare'> {
  readonly quick: (invocation: Invocation) => Reply | undefined;
}

function answerAt({ quick, prepare }: Place, invocation: Invocation, effect: EffectId): Reply {
  const short = quick(invocation);
  if (short) return short;
  const prepared = prepare(invocation, effect);
  return prepared.kind === 'refused' ? prepared.reply : prepared.read(prepared.respond(prepared.call));
}

type Here = Pick<FunctionsWorld, 'answer' | 'callback' | 'prepare'>;

/** A token takes the first unused entry of its state, and keeps it even when it ends before it is due (ruling R3). */
export function createCallbackScript(script: readonly ScriptedCallback[]): {
  readonly take: (waiting: Pick<Waiting, 'kind' | 'stateName'>) => CallbackReply | undefined;
  readonly unused: () => readonly ScriptedCallback[];
} {
  const left = [...script];
  return {
    take: ({ kind, stateName }) => {
      if (kind !== 'custom-callback') return undefined;
      const index = left.findIndex((entry) => entry.state === stateName);
      return index < 0 ? undefined : left.splice(index, 1)[0];
    },
    unused: () => [...left],
  };
}
