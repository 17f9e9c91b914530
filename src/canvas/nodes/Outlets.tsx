import { Handle, Position } from '@xyflow/react';
import { memo } from 'react';
import { type OutletPlace, inlet } from '../adapters/drawing-types.ts';
import { messages } from '../messages.ts';

/** What an outlet is called, for people. */
export function outletName({ outlet, label }: Pick<OutletPlace, 'outlet' | 'label'>): string {
  if (outlet.kind === 'branch') return messages.branchOutlet(outlet.index, label);
  if (outlet.kind === 'catch') return messages.catchOutlet(label);
  return messages.outlet[outlet.kind];
}

/** The dots edges leave from and the one they arrive at. Keyboards use the connect mode instead. */
export const Outlets = memo(function Outlets({
  outlets,
  accepts,
}: {
  outlets: readonly OutletPlace[];
  accepts: boolean;
}) {
  return (
    <>
      {accepts && (
        <Handle id={inlet} type="target" position={Position.Top} className="inlet" isConnectableStart={false} />
      )}
      {outlets.map((place) => (
        <Handle
          key={place.key}
          id={place.key}
          type="source"
          position={place.side === 'right' ? Position.Right : Position.Bottom}
          className={`outlet outlet-${place.outlet.kind}`}
          style={{ left: place.at.x, top: place.at.y }}
          title={outletName(place)}
          isConnectableEnd={false}
        />
      ))}
    </>
  );
});
