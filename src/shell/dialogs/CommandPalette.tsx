import { Command as Menu } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useEffect, useMemo, useState } from 'react';
import { allStates } from '../../fdl/index.ts';
import { type Example, listExamples, openExample } from '../../panels/index.ts';
import { commands, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { isMac, showKeys } from '../keys.ts';
import { messages } from '../messages.ts';
import { commandGroups } from './command-groups.ts';
import { useReturnFocus } from './use-return-focus.ts';

const words = messages.dialogs.commands;

/** One box for everything: commands, states of the flow, kept flows, examples. */
export function CommandPalette() {
  const workbench = useWorkbench();
  const giveFocusBack = useReturnFocus();
  const close = (): void => workbench.showDialog(undefined);
  const choose = (act: () => void): void => {
    close();
    act();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog commands" aria-describedby={undefined} onCloseAutoFocus={giveFocusBack}>
          <Dialog.Title className="hidden">{words.title}</Dialog.Title>
          <Menu label={words.title} loop>
            <Menu.Input placeholder={words.placeholder} autoFocus />
            <Menu.List>
              <Menu.Empty>{words.nothing}</Menu.Empty>
              <CommandItems choose={choose} />
              <StateItems choose={choose} />
              <FlowItems choose={choose} />
              <ExampleItems choose={choose} />
            </Menu.List>
          </Menu>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface Choosing {
  readonly choose: (act: () => void) => void;
}

function CommandItems({ choose }: Choosing) {
  const workbench = useWorkbench();
  const mac = isMac();
  const state = workbench.getState();
  return commandGroups.map(({ group, title }) => (
    <Menu.Group key={group} heading={title}>
      {commands
        .filter((command) => command.group === group && command.id !== 'commands')
        .map((command) => (
          <Menu.Item
            key={command.id}
            value={`${title} ${command.title}`}
            disabled={!command.enabled(state)}
            onSelect={() => choose(() => command.run(workbench))}
          >
            <span>{command.title}</span>
            {command.keys[0] && <kbd>{showKeys(command.keys[0], mac)}</kbd>}
          </Menu.Item>
        ))}
    </Menu.Group>
  ));
}

const mostStates = 2000;
function StateItems({ choose }: Choosing) {
  const workbench = useWorkbench();
  const flow = useWorkbenchState((state) => state.document.lastReadable.flow);
  const states = useMemo(() => allStates(flow).slice(0, mostStates), [flow]);
  if (states.length === 0) return null;
  return (
    <Menu.Group heading={words.states}>
      {states.map((state) => (
        <Menu.Item
          key={state.id}
          value={`${state.type} ${state.name.value} ${state.id}`}
          onSelect={() => choose(() => workbench.select([state.id], 'panel'))}
        >
          <span className="cut">{state.name.value}</span>
          <span className="tag">{state.type}</span>
        </Menu.Item>
      ))}
    </Menu.Group>
  );
}

function FlowItems({ choose }: Choosing) {
  const workbench = useWorkbench();
  const open = useWorkbenchState((state) => state.flow.id);
  const library = useWorkbenchState((state) => state.library);
  const others = library.filter(({ id }) => id !== open).slice(0, 50);
  if (others.length === 0) return null;
  return (
    <Menu.Group heading={words.flows}>
      {others.map((entry) => (
        <Menu.Item
          key={entry.id}
          value={`flow ${entry.name} ${entry.id}`}
          onSelect={() => choose(() => void workbench.openFlow(entry.id))}
        >
          <span className="cut">{entry.name}</span>
        </Menu.Item>
      ))}
    </Menu.Group>
  );
}

function ExampleItems({ choose }: Choosing) {
  const workbench = useWorkbench();
  const [examples, setExamples] = useState<readonly Example[]>([]);
  useEffect(() => {
    let here = true;
    void listExamples().then((found) => here && setExamples(found));
    return () => {
      here = false;
    };
  }, []);
  if (examples.length === 0) return null;
  return (
    <Menu.Group heading={words.examples}>
      {examples.map((example) => (
        <Menu.Item
          key={example.file}
          value={`example ${example.title}`}
          onSelect={() => choose(() => void openExample(workbench, example))}
        >
          <span className="cut">{words.openExample(example.title)}</span>
        </Menu.Item>
      ))}
    </Menu.Group>
  );
}
