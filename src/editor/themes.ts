import { monaco } from './monaco.ts';

const bases = { light: 'vs', dark: 'vs-dark', 'high-contrast': 'hc-black' } as const;
type ThemeName = keyof typeof bases;

/** Colours of the editor that come from the page's custom properties. */
const colors: Readonly<Record<string, string>> = {
  'editor.background': '--surface',
  'editor.foreground': '--text',
  'editorGutter.background': '--surface',
  'editorLineNumber.foreground': '--text-muted',
  'editorLineNumber.activeForeground': '--text',
  'editorWidget.background': '--surface-2',
  'editorWidget.border': '--border',
  'editorSuggestWidget.background': '--surface-2',
  'editorHoverWidget.background': '--surface-2',
  focusBorder: '--focus',
};

/** Keeps the editor's theme the one of the page (`data-theme` on the root element). */
export function followTheme(): { readonly dispose: () => void } {
  const root = document.documentElement;
  const apply = (): void => monaco.editor.setTheme(defineFrom(root));
  const observer = new MutationObserver(apply);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  apply();
  return { dispose: () => observer.disconnect() };
}

/** Defines the theme from the page's present colours and gives its name. */
function defineFrom(root: HTMLElement): string {
  const theme = themeOf(root.dataset['theme']);
  const style = getComputedStyle(root);
  const entries = Object.entries(colors).flatMap(([id, property]) => {
    const value = style.getPropertyValue(property).trim();
    return /^#[0-9a-f]{6}$/i.test(value) ? [[id, value] as const] : [];
  });
  const name = `fdl-${theme}`;
  monaco.editor.defineTheme(name, {
    base: bases[theme],
    inherit: true,
    rules: [],
    colors: Object.fromEntries(entries),
  });
  return name;
}

const themeOf = (name: string | undefined): ThemeName => (name === 'dark' || name === 'high-contrast' ? name : 'light');
