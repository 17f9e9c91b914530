import { useStore } from '@xyflow/react';

const gap = 22;

/** The dots behind the picture, which show that it moves; not from afar, where there would be nothing but dots. */
export function Dots() {
  const [x, y, zoom] = useStore((s) => s.transform);
  const size = gap * zoom;
  const within = (offset: number): number => offset - Math.ceil(offset / size) * size;
  return (
    <div
      className="canvas-dots"
      aria-hidden
      style={{
        backgroundSize: `${size}px ${size}px`,
        transform: `translate(${within(x)}px, ${within(y)}px)`,
      }}
    />
  );
}
