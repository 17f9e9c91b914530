import { LazyFlowEditor, ReceiptLine } from '../../editor/index.ts';
import { messages } from '../messages.ts';
import { Pane } from './Pane.tsx';

export function EditorPane() {
  return (
    <Pane name={messages.regions.editor} id="editor">
      <div className="text-and-receipt">
        <LazyFlowEditor />
        <ReceiptLine />
      </div>
    </Pane>
  );
}
