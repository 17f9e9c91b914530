import { type ComponentType, lazy } from 'react';

/** A panel whose code comes when it is first shown. */
export function lazyPanel(load: () => Promise<ComponentType>): ComponentType {
  return lazy(() => load().then((component) => ({ default: component })));
}
