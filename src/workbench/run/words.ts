import type { RunWord } from './model.ts';

export const isOver = (word: RunWord): boolean => ['Succeeded', 'Failed', 'TimedOut', 'Stopped'].includes(word);
export const isActive = (word: RunWord): boolean => ['Running', 'Paused', 'Waiting'].includes(word);
