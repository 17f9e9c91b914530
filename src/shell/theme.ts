import type { Theme, Workbench } from '../workbench/index.ts';

/** Puts the theme on the page and keeps it right when the person or the system changes it. */
export function followTheme(workbench: Workbench): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const contrast = window.matchMedia('(prefers-contrast: more)');
  const apply = (): void => {
    const { theme } = workbench.getState().preferences;
    document.documentElement.dataset['theme'] = theme === 'system' ? systemTheme(dark, contrast) : theme;
  };
  dark.addEventListener('change', apply);
  contrast.addEventListener('change', apply);
  workbench.subscribe((next, previous) => {
    if (next.preferences.theme !== previous.preferences.theme) apply();
  });
  apply();
}

function systemTheme(dark: MediaQueryList, contrast: MediaQueryList): Theme {
  if (contrast.matches) return 'high-contrast';
  return dark.matches ? 'dark' : 'light';
}
