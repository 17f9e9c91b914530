import type { NodeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import type { ScopeId } from '../../fdl/index.ts';
import { type DrawnNode, sameData } from '../adapters/drawing-types.ts';
import { CanvasContext } from '../canvas-context.ts';
import { messages } from '../messages.ts';

/** The frame of a branch or of a Map's processor. */
export const ScopeNode = memo(function ScopeNode({ data }: NodeProps<DrawnNode>) {
  const { dropScope } = useContext(CanvasContext);
  const id = data.node.id as ScopeId;
  return (
    <div className="scope" data-drop={dropScope === id || undefined}>
      <span className="scope-title">{data.node.label}</span>
      {!data.filled && <span className="scope-empty">{messages.emptyScope}</span>}
    </div>
  );
}, sameData);
