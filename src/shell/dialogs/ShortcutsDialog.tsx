import { Fragment } from 'react';
import { type CommandGroup, commands } from '../../workbench/index.ts';
import { isMac, showKeys } from '../keys.ts';
import { messages } from '../messages.ts';
import { commandGroups } from './command-groups.ts';
import { Frame } from './Frame.tsx';

const words = messages.dialogs.shortcuts;

/** Every key of the command table, and those of the canvas. */
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
      <h3 className="section-title">{words.canvas}</h3>
      <div className="shortcut-list">
        {words.canvasKeys.map(([keys, about]) => (
          <Fragment key={keys}>
            <span>{about}</span>
            <kbd>{keys}</kbd>
          </Fragment>
        ))}
      </div>
    </Frame>
  );
}
