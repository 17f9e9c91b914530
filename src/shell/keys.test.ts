import { describe, expect, test } from 'vitest';
import { ariaKeys, isPressed, type KeyPress, showKeys } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('shortcuts', () => {
  test.each([
    ['Mod+z', press('z', { ctrlKey: true }), false, true],
    ['Mod+z', press('z', { metaKey: true }), true, true],
    ['Mod+z', press('z', { metaKey: true }), false, false],
    ['Mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false, false],
    ['Mod+Shift+z', press('Z', { ctrlKey: true, shiftKey: true }), false, true],
    ['F5', press('F5'), false, true],
    ['F5', press('F5', { shiftKey: true }), false, false],
    ['Alt+f', press('ƒ', { altKey: true, code: 'KeyF' }), true, true],
    ['Mod+/', press('/', { ctrlKey: true, shiftKey: true }), false, true],
    ['Mod+k', press('k'), false, false],
  ])('%s', (shortcut, pressed, mac, expected) => {
    expect(isPressed(shortcut, pressed, mac)).toBe(expected);
  });

  test('are shown as the machine at hand writes them', () => {
    expect(showKeys('Mod+Shift+z', false)).toBe('Ctrl+Shift+Z');
    expect(showKeys('Mod+Shift+z', true)).toBe('⌘⇧Z');
    expect(ariaKeys('Mod+k', false)).toBe('Control+k');
  });
});
