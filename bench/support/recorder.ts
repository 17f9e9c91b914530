/** What every measured page has on board. Runs inside of the page: nothing from outside of the function may be used. */
export interface Recorder {
  /** Begins to watch: from the next `event` on until every place has changed and the frame with it is made. */
  readonly watch: (event: string, places: readonly string[]) => void;
  /** What was watched: milliseconds until the change, until its frame, and the number of frames that is. */
  readonly seen: () => Promise<Seen>;
  /** Milliseconds until `isThere` holds, and its frame is made. */
  readonly until: (from: number, isThere: () => boolean) => Promise<number>;
  /** The longest stretch in which the page could not answer, since the last call. */
  readonly longest: () => number;
  /** Turns a wheel or drags, one event a frame; milliseconds of each frame. */
  readonly wheel: (
    selector: string,
    steps: number,
    turn: { readonly y: number; readonly zoom: boolean },
  ) => Promise<readonly number[]>;
  readonly drag: (selector: string, steps: number) => Promise<readonly number[]>;
}
export interface Seen {
  readonly changed: number;
  readonly painted: number;
  readonly frames: number;
}
declare global {
  interface Window {
    recorder: Recorder;
  }
}

export function installRecorder(): void {
  let frames = 0;
  const count = (): void => {
    frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
  /** Settles right after the frame that is due has been made. */
  const painted = async (): Promise<number> => {
    await frame();
    const channel = new MessageChannel();
    const after = new Promise((done) => (channel.port1.onmessage = done));
    channel.port2.postMessage(0);
    await after;
    return performance.now();
  };
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask', buffered: true });

  let seen: Promise<Seen> = Promise.reject(new Error('nothing is watched'));
  seen.catch(() => undefined);
  const change = (place: string): Promise<void> =>
    new Promise((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        done();
      });
      const target = document.querySelector(place);
      if (target) observer.observe(target, { subtree: true, childList: true, characterData: true });
    });
  const watch = (event: string, places: readonly string[]): void => {
    const begun = new Promise<{ at: number; frames: number }>((done) => {
      const heard = (): void => done({ at: performance.now(), frames });
      window.addEventListener(event, heard, { capture: true, once: true });
    });
    const changes = Promise.all(places.map(change)).then(() => performance.now());
    seen = Promise.all([begun, changes]).then(async ([start, changedAt]) => {
      const paintedAt = await painted();
      return { changed: changedAt - start.at, painted: paintedAt - start.at, frames: frames - start.frames };
    });
  };
  const until = async (from: number, isThere: () => boolean): Promise<number> => {
    while (!isThere()) await frame();
    return (await painted()) - from;
  };

  const eachFrame = async (steps: number, act: (i: number) => void): Promise<readonly number[]> => {
    const times: number[] = [];
    let last = await frame();
    for (let i = 0; i < steps; i += 1) {
      act(i);
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    return times;
  };
  const find = (selector: string): Element => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`no ${selector} on this page`);
    return found;
  };
  const wheel: Recorder['wheel'] = (selector, steps, { y, zoom }) => {
    const pane = find(selector);
    const box = pane.getBoundingClientRect();
    const middle = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    return eachFrame(steps, (i) => {
      const deltaY = zoom && i % 20 >= 10 ? -y : y;
      pane.dispatchEvent(
        new WheelEvent('wheel', { bubbles: true, cancelable: true, view: window, deltaY, ctrlKey: zoom, ...middle }),
      );
    });
  };
  const drag: Recorder['drag'] = async (selector, steps) => {
    const node = find(selector);
    const box = node.getBoundingClientRect();
    /** There and back again, so that the node ends where it began. */
    const at = (i: number): MouseEventInit => {
      const away = Math.min(i, Math.max(0, steps - i));
      const place = { clientX: box.x + 20 + away, clientY: box.y + 12 + away * 2 };
      return { bubbles: true, cancelable: true, view: window, button: 0, ...place };
    };
    node.dispatchEvent(new MouseEvent('mousedown', at(0)));
    const times = await eachFrame(steps, (i) => window.dispatchEvent(new MouseEvent('mousemove', at(i + 1))));
    window.dispatchEvent(new MouseEvent('mouseup', at(steps)));
    return times;
  };
  window.recorder = {
    watch,
    seen: () => seen,
    until,
    longest: () => {
      const value = longest;
      longest = 0;
      return value;
    },
    wheel,
    drag,
  };
}
