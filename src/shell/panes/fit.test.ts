import { describe, expect, test } from 'vitest';
import { clamp, fit, type PaneSize } from './fit.ts';

const canvas: PaneSize = { id: 'canvas', flexible: true, size: 0, least: 200, most: 2000 };
const editor: PaneSize = { id: 'editor', size: 400, least: 180, most: 900, folded: 0 };
const form: PaneSize = { id: 'form', size: 300, least: 220, most: 560 };
const panes = [canvas, editor, form];
const sizes = (room: number, kept = {}): unknown => Object.fromEntries(fit(panes, kept, room));

describe('panes', () => {
  test('have their own size where there is room, and the canvas the rest', () => {
    expect(sizes(1400)).toEqual({ editor: 400, form: 300 });
  });
  test('have the size a person gave them', () => {
    expect(sizes(1400, { editor: 500, form: 9999 })).toEqual({ editor: 500, form: 560 });
  });
  test('give way where the room is short, the last first, and never below their least', () => {
    expect(sizes(880)).toEqual({ editor: 400, form: 264 });
    expect(sizes(700)).toEqual({ editor: 264, form: 220 });
    expect(sizes(300)).toEqual({ editor: 180, form: 220 });
  });
  test('fold when they are pushed below half of their least size', () => {
    expect(clamp(editor, 89)).toBe(0);
    expect(clamp(editor, 100)).toBe(180);
    expect(clamp(form, 10)).toBe(220);
    expect(sizes(1400, { editor: 0 })).toEqual({ editor: 0, form: 300 });
  });
});
