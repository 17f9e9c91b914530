import { createWorld } from '../functions/index.ts';
import type { MakeWorld } from '../scenario/index.ts';

/** The mocked clouds behind a run on the command line. */
export const makeWorld: MakeWorld = ({ answers, callbacks, startTime }) =>
  createWorld({ answers, callbacks, settings: { startTime } });
