/** One table feeds the toolbar, the command palette, the shortcuts and the help page. */
import type { Command, CommandGroup } from './command.ts';
import { debugCommands } from './debug-commands.ts';
import { messages } from './messages.ts';
import { arrangements, dockTabs, type Theme, type Workbench, type WorkbenchState } from './model.ts';
import type { RunWord } from './run/model.ts';

const always = (): boolean => true;
const selected = (state: WorkbenchState): boolean => state.view.selection.length > 0;
const several = (state: WorkbenchState): boolean => state.view.selection.length > 1;
const during =
  (...words: readonly RunWord[]) =>
  (state: WorkbenchState) =>
    words.includes(state.run.word);
const titles = messages.commands;

function command(
  id: string,
  title: string,
  group: CommandGroup,
  keys: readonly string[],
  enabled: Command['enabled'],
  run: Command['run'],
): Command {
  return { id, title, group, keys, enabled, run };
}

const fileCommands: readonly Command[] = [
  command('new', titles.new, 'file', ['Alt+n'], always, (w) => void w.newFlow()),
  command('open', titles.open, 'file', ['Mod+o'], always, (w) => w.ask({ type: 'pick-file' })),
  command('flows', titles.flows, 'file', [], always, (w) => w.showDialog('flows')),
  command('export', titles.export, 'file', ['Mod+s', 'Mod+e'], always, (w) => w.showDialog('export')),
  command('share', titles.share, 'file', [], always, (w) => w.showDialog('share')),
];

const editCommands: readonly Command[] = [
  command(
    'undo',
    titles.undo,
    'edit',
    ['Mod+z'],
    (s) => s.document.history.done.length > 0,
    (w) => w.undo(),
  ),
  command(
    'redo',
    titles.redo,
    'edit',
    ['Mod+Shift+z', 'Mod+y'],
    (s) => s.document.history.undone.length > 0,
    (w) => w.redo(),
  ),
  command('remove', titles.remove, 'edit', [], selected, (w) => {
    w.edit({ type: 'remove-states', states: w.getState().view.selection }, 'canvas', { notify: true });
  }),
  command('duplicate', titles.duplicate, 'edit', ['Mod+d'], selected, (w) => {
    w.edit({ type: 'duplicate-states', states: w.getState().view.selection }, 'canvas', { notify: true });
  }),
  command('rename', titles.rename, 'edit', ['F2'], selected, (w) => w.ask({ type: 'focus-form', field: 'Name' })),
  command('breakpoint', titles.breakpoint, 'edit', ['F9'], selected, (w) =>
    w.getState().view.selection.forEach((state) => w.toggleBreakpoint(state)),
  ),
  ...arrangements.map((how) =>
    command(`arrange-${how}`, titles.arrange[how], 'edit', [], several, (w) => w.ask({ type: 'arrange', how })),
  ),
];

const viewCommands: readonly Command[] = [
  command('commands', titles.commands, 'view', ['Mod+k'], always, (w) => w.showDialog('commands')),
  command('shortcuts', titles.shortcuts, 'view', ['Mod+/'], always, (w) => w.showDialog('shortcuts')),
  command('tidy', titles.tidy, 'view', ['Alt+t'], always, tidy),
  command('fit', titles.fit, 'view', ['Alt+f'], always, (w) => w.ask({ type: 'fit' })),
  command('focus-canvas', titles.focusCanvas, 'view', ['Alt+1'], always, (w) => w.ask({ type: 'focus-canvas' })),
  command('focus-editor', titles.focusEditor, 'view', ['Alt+2'], always, (w) => w.ask({ type: 'focus-editor' })),
  command('focus-outline', titles.focusOutline, 'view', ['Alt+4'], always, (w) => w.ask({ type: 'focus-outline' })),
  command('find-state', titles.findState, 'view', [], always, (w) => w.ask({ type: 'find-state' })),
  command('focus-form', titles.focusForm, 'view', ['Alt+3'], always, (w) => w.ask({ type: 'focus-form' })),
  command('maximize-dock', titles.maximizeDock, 'view', ['Alt+m'], always, (w) => w.ask({ type: 'maximize-dock' })),
  ...dockTabs.map((tab) => command(`tab-${tab}`, titles.tab[tab], 'view', [], always, (w) => w.showTab(tab))),
  ...(['system', 'light', 'dark', 'high-contrast'] as const).map((theme: Theme) =>
    command(`theme-${theme}`, titles.theme[theme], 'view', [], always, (w) => w.setPreferences({ theme })),
  ),
];

const runCommands: readonly Command[] = [
  command('run', titles.run, 'run', ['F5'], during('Ready', 'Succeeded', 'Failed', 'TimedOut', 'Stopped'), (w) =>
    w.run.start(),
  ),
  command(
    'step',
    titles.step,
    'run',
    ['F11'],
    (s) => s.run.word !== 'Running',
    (w) => w.run.step(),
  ),
  command('step-over', titles.stepOver, 'run', ['F10'], during('Paused', 'Waiting'), (w) => w.run.stepOver()),
  command('step-out', titles.stepOut, 'run', ['Shift+F11'], during('Paused', 'Waiting'), (w) => w.run.stepOut()),
  command('continue', titles.continue, 'run', ['F8'], during('Paused', 'Waiting'), (w) => w.run.continue()),
  command('pause', titles.pause, 'run', ['F6'], during('Running'), (w) => w.run.pause()),
  command('stop', titles.stop, 'run', ['Shift+F5'], during('Running', 'Paused', 'Waiting'), (w) => w.run.stop()),
  command(
    'restart',
    titles.restart,
    'run',
    ['Mod+Shift+F5'],
    (s) => s.run.word !== 'Ready',
    (w) => w.run.restart(),
  ),
];

export const commands: readonly Command[] = [
  ...runCommands,
  ...debugCommands,
  ...fileCommands,
  ...editCommands,
  ...viewCommands,
];

export function commandById(id: string): Command | undefined {
  return commands.find((candidate) => candidate.id === id);
}

/** Forgets where nodes were put by hand: the layout decides again. One step of the history like any other. */
function tidy(workbench: Workbench): void {
  const { document } = workbench.getState();
  workbench.layOutAnew();
  if (document.positions.size > 0) {
    workbench.dispatch({
      changes: [],
      positions: new Map(),
      origin: 'canvas',
      label: messages.tidied,
      time: workbench.now(),
    });
  }
  workbench.ask({ type: 'fit' });
}
