import { Fragment } from 'react';
import { type CommandGroup, commands } from '../../workbench/index.ts';
import { isMac, showKeys } from '../keys.ts';
import { messages } from '../messages.ts';
import { commandGroups } from './command-groups.ts';
import { Frame } from './Frame.tsx';

const words = messages.dialogs.shortcuts;

/** Every key of the command table, and those of the canvas and the outline. */
export function ShortcutsDialog() {
  const mac = isMac();
  const rows = (group: CommandGroup) =>
    commands.filter((command) => command.group === group && command.keys.length > 0);
  return (
    <Frame title={words.title} about="">
      {commandGroups.map(({ group, title }) => (
        <section key={group} aria-label={title}>
          <h3 className="section-title">{title}</h3>
          <div className="shortcut-list">
            {rows(group).map((command) => (
              <Fragment key={command.id}>
                <span>{command.title}</span>
                <span className="row">
                  {command.keys.map((keys) => (
                    <kbd key={keys}>{showKeys(keys, mac)}</kbd>
                  ))}
                </span>
              </Fragment>
            ))}
          </div>
        </section>
      ))}
      <Keys title={words.canvas} keys={words.canvasKeys} />
      <Keys title={words.outline} keys={words.outlineKeys} />
    </Frame>
  );
}

function Keys({ title, keys }: { readonly title: string; readonly keys: readonly (readonly [string, string])[] }) {
  return (
    <section aria-label={title}>
      <h3 className="section-title">{title}</h3>
      <div className="shortcut-list">
        {keys.map(([pressed, about]) => (
          <Fragment key={pressed}>
            <span>{about}</span>
            <kbd>{pressed}</kbd>
          </Fragment>
        ))}
      </div>
    </section>
  );
}
