import { Contrast, Moon, Sun, SunMoon } from 'lucide-react';
import { type Theme, useWorkbench, useWorkbenchState } from '../../workbench/index.ts';
import { messages } from '../messages.ts';

const order: readonly Theme[] = ['system', 'light', 'dark', 'high-contrast'];
const icons = { system: SunMoon, light: Sun, dark: Moon, 'high-contrast': Contrast } as const;

/** Goes through the themes; its name says which one is on. */
export function ThemeButton() {
  const workbench = useWorkbench();
  const theme = useWorkbenchState((state) => state.preferences.theme);
  const next = order[(order.indexOf(theme) + 1) % order.length] ?? 'system';
  const Icon = icons[theme];
  const name = messages.theme.button(messages.theme[theme]);
  return (
    <button
      type="button"
      className="button plain icon"
      aria-label={name}
      title={name}
      onClick={() => workbench.setPreferences({ theme: next })}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
