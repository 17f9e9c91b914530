import { expect, type Locator, type Page } from '@playwright/test';
import type { StateType } from '../../src/fdl/index.ts';

/** The application as a person uses it: one method per intention, everything found by role and name. */
export class Designer {
  readonly canvas: Locator;
  readonly palette: Locator;
  readonly inspector: Locator;
  readonly editor: Locator;
  readonly status: Locator;

  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByRole('region', { name: 'Canvas' });
    this.palette = page.getByRole('region', { name: 'Palette' });
    this.inspector = page.getByRole('region', { name: 'Inspector' });
    this.editor = page.getByRole('region', { name: 'YAML editor' });
    this.status = page.getByRole('status', { name: 'Run status' });
  }

  async start(address = './'): Promise<void> {
    await this.page.goto(address);
    await this.page.evaluate(() => window.fdlStudio.ready);
  }

  /** Opens a flow the way a program does. */
  async open(text: string, name?: string): Promise<void> {
    await this.page.evaluate(([t, n]) => window.fdlStudio.open(t ?? '', n), [text, name]);
  }

  text(): Promise<string> {
    return this.page.evaluate(() => window.fdlStudio.text());
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  node(type: StateType, name: string): Locator {
    return this.canvas.getByLabel(`${type} ${name}`, { exact: true });
  }

  /** All nodes with a state in them, by accessible name, in no particular order. */
  async nodeNames(): Promise<string[]> {
    const types = '^(Task|Choice|Pass|Wait|Parallel|Map|Succeed|Fail) ';
    const labels = await this.canvas
      .locator('[aria-label]')
      .evaluateAll((all) => all.map((e) => e.getAttribute('aria-label')));
    return labels.filter((label): label is string => label !== null && new RegExp(types).test(label));
  }

  async select(type: StateType, name: string): Promise<void> {
    // In its upper left corner: the middle of a Map or Parallel belongs to what is inside.
    await this.node(type, name).click({ position: { x: 16, y: 8 } });
    await expect(this.field('Name')).toHaveValue(name);
  }

  add(type: StateType): Promise<void> {
    return this.palette.getByRole('button', { name: `Add ${type}`, exact: true }).click();
  }

  field(name: string): Locator {
    return this.inspector.getByLabel(name, { exact: true });
  }

  /** Types into a field of the form and leaves it with Enter. */
  async fill(name: string, value: string): Promise<void> {
    await this.field(name).fill(value);
    await this.field(name).press('Enter');
  }

  async tab(name: 'Problems' | 'Execution' | 'Data' | 'Callbacks' | 'Functions' | 'Tests'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  async giveInput(input: unknown): Promise<void> {
    await this.tab('Execution');
    await this.page.getByRole('textbox', { name: 'Execution input' }).fill(JSON.stringify(input));
  }

  async run(input: unknown = {}): Promise<void> {
    await this.giveInput(input);
    await this.button('Run').click();
  }

  async ends(status: string): Promise<void> {
    await expect(this.status).toContainText(new RegExp(`^\\s*${status}`), { timeout: 15_000 });
  }

  events(): Locator {
    return this.page.getByLabel('Events', { exact: true });
  }

  /** The waiting token of a state, on the callback desk. */
  async token(state: string): Promise<Locator> {
    await this.tab('Callbacks');
    return this.page.getByRole('listitem', { name: state, exact: true });
  }
}
