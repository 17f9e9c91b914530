import type { Core } from '../core.ts';
import type { Workbench } from '../model.ts';
import type { Loader } from './loader.ts';
import type { Showing } from './showing.ts';

/** What the verbs of the run work with. */
export interface RunParts {
  readonly core: Core;
  readonly needs: Pick<Workbench, 'notify' | 'announce' | 'showTab' | 'editable'>;
  readonly loader: Loader;
  readonly showing: Showing;
}
