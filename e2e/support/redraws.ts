import type { Page } from '@playwright/test';

/** What was drawn again since the last call, by the names of nodes; lines of the picture are only counted. */
export interface Redraws {
  readonly nodes: readonly string[];
  readonly lines: number;
  /** Nodes whose elements changed, whoever changed them. */
  readonly changed: readonly string[];
}
declare global {
  interface Window {
    redraws: () => Redraws;
  }
}

/**
 * Listens where React tells its developer tools of every commit, so that each component that really ran is counted,
 * also one that made no difference. First drawings (a node that came into view) are no redraws.
 */
export async function watchRedraws(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Fiber {
      readonly tag: number;
      readonly flags: number;
      readonly alternate: Fiber | null;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
      readonly memoizedProps: Record<string, unknown> | null;
    }
    const [functionComponent, memoComponent, host, performedWork] = [0, 15, 5, 1];
    let nodes: string[] = [];
    let lines = 0;
    const changed = new Set<string>();
    const note = ({ child }: Fiber): void => {
      const props = child?.tag === host ? child.memoizedProps : null;
      const name = props?.['data-node'];
      if (typeof name === 'string') nodes.push(name);
      if (String(props?.['className'] ?? '').startsWith('edge edge-')) lines += 1;
    };
    const visit = (fiber: Fiber, before: Fiber): void => {
      const isComponent = fiber.tag === functionComponent || fiber.tag === memoComponent;
      if (isComponent && (fiber.flags & performedWork) !== 0) note(fiber);
      if (fiber.child === before.child) return;
      for (let child = fiber.child; child; child = child.sibling) if (child.alternate) visit(child, child.alternate);
    };
    const hook = {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      checkDCE: () => undefined,
      onCommitFiberUnmount: () => undefined,
      onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => {
        if (root.current.alternate) visit(root.current, root.current.alternate);
      },
    };
    Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', { value: hook });
    const observer = new MutationObserver((mutations) => {
      for (const { target } of mutations) {
        const element = target instanceof Element ? target : target.parentElement;
        const name = element?.closest('.canvas [data-node]')?.getAttribute('data-node');
        if (name) changed.add(name);
      }
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    window.redraws = () => {
      const seen = { nodes: [...nodes], lines, changed: [...changed] };
      nodes = [];
      lines = 0;
      changed.clear();
      return seen;
    };
  });
}
