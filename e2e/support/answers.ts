import type { Page } from '@playwright/test';

/** One answer of a function's card, as a person sets it. */
export interface CardAnswer {
  readonly kind: 'return' | 'return-expr' | 'error';
  readonly text?: string;
  readonly times?: number;
}

const fieldOf = { return: 'Value', 'return-expr': 'Expression', error: 'Error code' } as const;

/** Fills in the card of a function on the tab of functions. */
export async function setAnswers(
  { page }: { readonly page: Page },
  name: string,
  answers: readonly CardAnswer[],
): Promise<void> {
  await page.getByRole('tab', { name: 'Functions' }).click();
  const card = page.getByRole('tabpanel', { name: 'Functions' }).getByRole('listitem', { name });
  for (const [i, answer] of answers.entries()) {
    if (i > 0) await card.getByRole('button', { name: 'Add answer' }).click();
    const form = card.getByRole('group', { name: `Answer ${i + 1}`, exact: true });
    await form.getByLabel('Answer', { exact: true }).selectOption(answer.kind);
    const field = form.getByLabel(fieldOf[answer.kind], { exact: true });
    if (answer.kind === 'error') await field.selectOption(answer.text ?? '');
    else await field.fill(answer.text ?? '');
    await form.getByLabel('Times', { exact: true }).fill(String(answer.times ?? 1));
    await form.getByLabel('Times', { exact: true }).press('Enter');
  }
}
