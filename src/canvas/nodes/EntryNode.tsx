import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { type DrawnNode, sameData } from '../adapters/drawing-types.ts';
import { Outlets } from './Outlets.tsx';

/** Where a scope starts. */
export const EntryNode = memo(function EntryNode({ data }: NodeProps<DrawnNode>) {
  return (
    <div className="entry">
      {data.node.label}
      <Outlets outlets={data.outlets} accepts={false} />
    </div>
  );
}, sameData);
