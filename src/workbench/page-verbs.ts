/** Verbs of the page itself: notices, tabs, dialogs, preferences, what is spoken, what one part asks of another. */
import { createChannel, type Core } from './core.ts';
import { writePreferences } from './library/preferences.ts';
import type { Ask, Notice, NewNotice, Preferences, ViewState, Workbench } from './model.ts';
import { forgetPlaces } from './selectors.ts';

type PageVerbs = Pick<
  Workbench,
  'setPreferences' | 'showTab' | 'showDialog' | 'notify' | 'dismiss' | 'announce' | 'ask' | 'onAsk' | 'layOutAnew'
>;
const passesAfterMs = 6000;

export function pageVerbs({ store, ports }: Core): PageVerbs {
  const asks = createChannel<[Ask]>();
  let lastNotice = 0;
  let lastTicket = 0;

  const view = (change: Partial<ViewState>): void =>
    store.setState((state) => ({ view: { ...state.view, ...change } }));
  const dismiss = (id: number): void =>
    store.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
  const announce = (text: string): void => view({ announcement: { text, ticket: (lastTicket += 1) } });

  const notify = (wanted: NewNotice): void => {
    const notice: Notice = {
      id: (lastNotice += 1),
      tone: wanted.tone,
      text: wanted.text,
      stays: wanted.stays ?? false,
      actions: wanted.actions ?? [],
      key: wanted.key,
    };
    const others = store
      .getState()
      .notices.filter((other) => (wanted.key === undefined ? other.text !== wanted.text : other.key !== wanted.key));
    store.setState({ notices: [...others, notice].slice(-5) });
    if (!notice.stays) ports.later(passesAfterMs, () => dismiss(notice.id));
  };

  return {
    setPreferences: (change: Partial<Preferences>) => {
      const preferences = { ...store.getState().preferences, ...change };
      store.setState({ preferences });
      writePreferences(ports.storage, preferences);
    },
    showTab: (tab) => view({ tab }),
    showDialog: (dialog) => view({ dialog }),
    notify,
    dismiss,
    announce,
    ask: asks.send,
    layOutAnew: () => {
      forgetPlaces(store.getState());
      store.setState({});
    },
    onAsk: asks.listen,
  };
}
