import { ChevronDown, Workflow } from 'lucide-react';
import { useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';

/** The open flow and whether it is kept; leads to all flows. */
export function FlowName() {
  const workbench = useWorkbench();
  const name = useWorkbenchState((state) => state.flow.name);
  const saved = useWorkbenchState((state) => state.saved);
  return (
    <div className="flow-name">
      <Workflow className="brand" size={20} aria-hidden />
      <button
        type="button"
        className="button plain flow-name-button"
        aria-label={messages.flowMenu(name)}
        aria-haspopup="dialog"
        title={name}
        onClick={() => workbench.showDialog('flows')}
      >
        <strong className="cut">{name}</strong>
        <ChevronDown size={14} aria-hidden />
      </button>
      <span className={`saved ${saved}`} title={messages.savedAbout[saved]}>
        {messages.saved[saved]}
      </span>
    </div>
  );
}
