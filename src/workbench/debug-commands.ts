/** Commands of the debugger beyond the buttons of the bar. Part of the one table in `commands.ts`. */
import type { Command } from './command.ts';
import { messages } from './messages.ts';
import type { WorkbenchState } from './model.ts';

const titles = messages.commands.debug;
const hasRun = ({ run }: WorkbenchState): boolean => run.events.length > 0;
const looksBack = ({ run }: WorkbenchState): boolean =>
  (run.selectedEvent ?? run.shown) < run.events.length || run.shown < run.events.length;

function command(
  id: string,
  title: string,
  keys: readonly string[],
  enabled: Command['enabled'],
  run: Command['run'],
): Command {
  return { id, title, group: 'run', keys, enabled, run };
}

export const debugCommands: readonly Command[] = [
  command(
    'run-to',
    titles.runTo,
    ['Mod+F10'],
    ({ view, run }) => view.selection.length === 1 && run.word !== 'Running',
    (w) => w.getState().view.selection.forEach((state) => w.run.runTo(state)),
  ),
  command('previous-event', titles.previous, ['Alt+ArrowLeft'], hasRun, (w) => w.run.moveBy(-1)),
  command('next-event', titles.next, ['Alt+ArrowRight'], looksBack, (w) => w.run.moveBy(1)),
  command('back-six', titles.backSix, ['Alt+Shift+ArrowLeft'], hasRun, (w) => w.run.moveBy(-6)),
  command('present', titles.present, ['Alt+End'], looksBack, (w) => w.run.travelTo(undefined)),
  command('fork', titles.fork, ['Alt+Enter'], looksBack, (w) => w.run.resumeFromHere()),
  command(
    'adopt',
    titles.adopt,
    [],
    ({ run }) => run.standing.kind === 'holds',
    (w) => w.run.adoptText(),
  ),
  command(
    'break-on-error',
    titles.breakOnError,
    [],
    () => true,
    (w) => w.setSettings({ breakOnError: !w.getState().settings.breakOnError }),
  ),
  command(
    'break-on-callback',
    titles.breakOnCallback,
    [],
    () => true,
    (w) => w.setSettings({ breakOnCallback: !w.getState().settings.breakOnCallback }),
  ),
  command(
    'check-scenarios',
    titles.check,
    [],
    ({ settings }) => settings.scenarios.length > 0,
    (w) => {
      w.showTab('tests');
      void w.checks.runAll();
    },
  ),
  command(
    'try-faults',
    titles.faults,
    [],
    () => true,
    (w) => {
      w.showTab('tests');
      void w.checks.tryFaults();
    },
  ),
  command(
    'paint',
    titles.paint,
    [],
    ({ checks }) => checks.marks.size > 0,
    (w) => w.checks.paint(!w.getState().checks.painted),
  ),
];
