import {
  ChevronRight,
  CircleStop,
  Download,
  FilePlus2,
  FolderOpen,
  Maximize,
  Pause,
  Play,
  Redo2,
  RotateCcw,
  Search,
  Share2,
  StepForward,
  Undo2,
  WandSparkles,
  CornerRightUp,
  CornerDownRight,
} from 'lucide-react';
import { useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';
import { CommandButton } from './CommandButton.tsx';
import { FlowName } from './FlowName.tsx';
import { RunStatus } from './RunStatus.tsx';
import { ThemeButton } from './ThemeButton.tsx';

/** The bar on top: the flow, its history, the run, and ways in and out. */
export function Bar() {
  const undoes = useWorkbenchState((state) => state.document.history.done.at(-1)?.label);
  const redoes = useWorkbenchState((state) => state.document.history.undone.at(-1)?.label);
  return (
    <header className="bar" aria-label={messages.regions.bar}>
      <h1 className="hidden">{messages.product}</h1>
      <FlowName />
      <div className="bar-group" role="group" aria-label="History">
        <CommandButton id="undo" icon={Undo2} about={messages.undoLabel('Undo', undoes)} />
        <CommandButton id="redo" icon={Redo2} about={messages.undoLabel('Redo', redoes)} />
      </div>
      <div className="bar-group" role="group" aria-label="View">
        <CommandButton id="tidy" icon={WandSparkles} />
        <CommandButton id="fit" icon={Maximize} />
        <CommandButton id="commands" icon={Search} />
      </div>
      <div className="bar-run" role="group" aria-label="Run controls">
        <CommandButton id="run" icon={Play} wide primary />
        <CommandButton id="step" icon={CornerDownRight} />
        <CommandButton id="step-over" icon={ChevronRight} />
        <CommandButton id="step-out" icon={CornerRightUp} />
        <CommandButton id="continue" icon={StepForward} />
        <CommandButton id="pause" icon={Pause} />
        <CommandButton id="stop" icon={CircleStop} />
        <CommandButton id="restart" icon={RotateCcw} />
      </div>
      <RunStatus />
      <div className="bar-group bar-end" role="group" aria-label="Files">
        <CommandButton id="new" icon={FilePlus2} />
        <CommandButton id="open" icon={FolderOpen} />
        <CommandButton id="export" icon={Download} wide />
        <CommandButton id="share" icon={Share2} wide />
        <ThemeButton />
      </div>
    </header>
  );
}
