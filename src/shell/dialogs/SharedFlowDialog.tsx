import { useState } from 'react';
import { useWorkbench } from '../../workbench/index.ts';
import { messages } from '../messages.ts';
import { forgetLink, readLink } from '../share.ts';
import { Frame } from './Frame.tsx';

const words = messages.dialogs.shared;

/** Shows what a link holds before anything of it is opened. */
export function SharedFlowDialog() {
  const workbench = useWorkbench();
  const [flow] = useState(() => readLink(window.location.hash));
  const close = (): void => {
    forgetLink();
    workbench.showDialog(undefined);
  };
  const open = (): void => {
    close();
    if (flow) void workbench.openText(flow.text, flow.name || words.unnamed);
  };
  const foot = (
    <>
      <button type="button" className="button" onClick={close}>
        {words.leave}
      </button>
      <button type="button" className="button primary" onClick={open}>
        {words.open}
      </button>
    </>
  );
  return (
    <Frame title={words.title} about={words.about} large foot={foot} onClose={close}>
      <p className="section-title">{flow?.name || words.unnamed}</p>
      <pre className="preview" tabIndex={0} aria-label={words.preview}>
        {flow?.text.slice(0, 60_000)}
      </pre>
    </Frame>
  );
}
