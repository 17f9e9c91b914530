import { Handle, Position } from '@xyflow/react';
import { memo } from 'react';
import { type OutletPlace, inlet } from '../adapters/drawing-types.ts';
import { outletName } from '../messages.ts';

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
