import type { AnswerBook, ScriptedCallback } from '../scenario/index.ts';
import type { Program } from '../simulator/index.ts';
import type { CloudSettings } from './settings.ts';

/** What stands behind the services of a run. Only `answers` is needed. */
export interface WorldOptions {
  readonly answers: AnswerBook;
  readonly callbacks?: readonly ScriptedCallback[] | undefined;
  /** Flows of the same workspace by name; they run for real when `FNF:StartExecution` names them. */
  readonly children?: ((flowName: string) => Program | undefined) | undefined;
  readonly settings?: Partial<CloudSettings> | undefined;
}
