import { test as base } from '@playwright/test';
import { Designer } from './designer.ts';

/** A ready designer. Console errors and requests that leave the origin fail the test that caused them. */
export const test = base.extend<{ designer: Designer }>({
  designer: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAnswerOfTheMock(message.text())) complaints.push(message.text());
    });
    const designer = new Designer(page);
    await designer.start();
    await use(designer);
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  },
});

/** The browser logs every 4xx and 5xx answer, also those a person asked the mock to give. */
const isAnswerOfTheMock = (text: string): boolean => text.startsWith('Failed to load resource: the server responded');

export { expect } from '@playwright/test';
