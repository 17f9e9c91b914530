import { useStore } from '@xyflow/react';

const gap = 22;

/**
 * The dots behind the picture, which show that it moves. A sheet that is shifted within one gap: the package's own pattern
 * is painted again with every step, which costs more than all nodes in view.
 */
export function Dots() {
  const [x, y, zoom] = useStore((s) => s.transform);
  // Far away there would be nothing but dots.
  const size = gap * zoom * 2 ** Math.max(0, Math.ceil(Math.log2(10 / (gap * zoom))));
  const within = (offset: number): number => offset - Math.ceil(offset / size) * size;
  return (
    <div
      className="canvas-dots"
      aria-hidden
      style={{
        inset: `0 ${-size}px ${-size}px 0`,
        backgroundSize: `${size}px ${size}px`,
        transform: `translate(${within(x)}px, ${within(y)}px)`,
      }}
    />
  );
}
