import { applyChanges, failure, ok, type Result } from '../../base/index.ts';
import {
  allScopes,
  allStates,
  findScope,
  planEdit,
  readSource,
  type ScopeId,
  scopeOf,
  type Source,
  type StateId,
  statesNamed,
} from '../../fdl/index.ts';
import { nearest } from '../../scenario/index.ts';
import { optionText } from '../args.ts';
import type { Command } from '../io.ts';
import { messages } from '../messages.ts';
import { noFile, refuse } from '../usage.ts';

const say = messages.rename;

/** `fdl rename`: the text with the state and every reference to it renamed (ruling R42). */
export const renameCommand: Command = (args, io) => {
  const [file = '', oldName = '', newName = ''] = args.positionals;
  const text = io.read(file);
  if (!text.ok) return noFile(io, text.error);
  const source = readSource(text.value);
  const state = stateToRename(source, oldName, optionText(args, 'scope'));
  if (!state.ok) return refuse(io, state.error);
  const plan = planEdit(source, { type: 'rename-state', state: state.value, name: newName });
  if (!plan.ok) return refuse(io, plan.error.message);
  const renamed = applyChanges(text.value, plan.value.changes);
  const inPlace = args.options.has('write') && file !== '-';
  if (inPlace) {
    const written = io.write(file, renamed);
    if (!written.ok) return refuse(io, written.error);
    io.err(`${say.done(file, plan.value.changes.length)}\n`);
  }
  // A person who changes the file in place does not want the whole text on the screen; a pipe always gets it.
  if (!(inPlace && io.isTerminal)) io.out(renamed);
  return 0;
};

function stateToRename(source: Source, name: string, scope: string | undefined): Result<StateId, string> {
  const { flow } = source;
  if (scope !== undefined && !findScope(flow, scope as ScopeId)) {
    return failure(
      say.unknownScope(
        scope,
        allScopes(flow).map(({ id }) => id),
      ),
    );
  }
  const everywhere = statesNamed(flow, name);
  const named = everywhere.filter(({ id }) => scope === undefined || scopeOf(id) === scope);
  const scopes = [...new Set(named.map(({ id }) => scopeOf(id)))];
  const [state] = named;
  if (!state && scope !== undefined && everywhere.length > 0)
    return failure(
      say.elsewhere(
        name,
        scope,
        everywhere.map(({ id }) => scopeOf(id)),
      ),
    );
  if (!state)
    return failure(
      say.unknownState(
        name,
        nearest(
          name,
          allStates(flow).map((other) => other.name.value),
        ),
      ),
    );
  if (scopes.length > 1) return failure(say.severalScopes(name, scopes));
  return named.length > 1 ? failure(say.severalStates(name)) : ok(state.id);
}
