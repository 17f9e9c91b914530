import { checkFlow, flowNamePattern, readSource } from '../fdl/index.ts';
import { createWorld } from '../functions/index.ts';
import type { MakeWorld } from '../scenario/index.ts';
import { compileProgram, type Program } from '../simulator/index.ts';
import type { Io } from './io.ts';
import { besides } from './paths.ts';

const endings = ['.fdl.yaml', '.yaml', '.yml', '.json'];

/**
 * The mocked clouds behind a run on the command line. The flows in the folder of `file` are its workspace: a child flow
 * called `NAME` runs for real when `NAME.fdl.yaml` (or `.yaml`, `.yml`, `.json`) is there and is a flow of that name.
 */
export function worldBeside(file: string, io: Io): MakeWorld {
  const known = new Map<string, Program | undefined>();
  const children = (name: string): Program | undefined => {
    if (!known.has(name)) known.set(name, childFlow(file, name, io));
    return known.get(name);
  };
  return ({ answers, callbacks, startTime }) => createWorld({ answers, callbacks, settings: { startTime }, children });
}

/** Only a proper flow name becomes a file name: an ARN must not reach into other folders. */
function childFlow(file: string, name: string, io: Io): Program | undefined {
  if (!flowNamePattern.test(name)) return undefined;
  for (const ending of endings) {
    const text = io.read(besides(file, `${name}${ending}`));
    if (!text.ok) continue;
    const source = readSource(text.value);
    const sound = !checkFlow(source).some(({ severity }) => severity === 'error');
    if (sound && source.flow.name?.value === name) return compileProgram(source.flow);
  }
  return undefined;
}
