import { useMemo } from 'react';
import { useWorkbench } from '../../workbench/index.ts';
import { messages } from '../messages.ts';
import { shareLink } from '../share.ts';
import { CopyButton } from './CopyButton.tsx';
import { Frame } from './Frame.tsx';

const words = messages.dialogs.share;

/** The flow as a link that carries all of it. */
export function ShareDialog() {
  const workbench = useWorkbench();
  const link = useMemo(() => {
    const { flow, document } = workbench.getState();
    return shareLink(window.location.href, { name: flow.name, text: document.text });
  }, [workbench]);
  return (
    <Frame title={words.title} about={words.about}>
      <div className="stack">
        <textarea
          className="textarea"
          aria-label={words.link}
          readOnly
          rows={4}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        {link.length > 8000 && <p className="alert warning">{words.long(link.length)}</p>}
        <div className="row">
          <CopyButton text={link} title={words.copy} done={words.copied} />
        </div>
      </div>
    </Frame>
  );
}
