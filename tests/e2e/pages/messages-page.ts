import { expect, type Locator, type Page } from 'playwright/test';
import { numbersOf } from './room-page.ts';

/** The messages room and the page of reading rules. */
export class MessagesPage {
  readonly page: Page;
  readonly main: Locator;
  readonly lead: Locator;
  readonly messages: Locator;
  readonly corrector: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.lead = this.main.locator('.room-lead');
    this.messages = this.main.locator('article.message');
    this.corrector = this.main.getByRole('group', { name: /^(Correggi le etichette|Correct the labels)$/ });
  }

  /** Enters the room by its address; waits until nothing in it is being computed. */
  async go(query = ''): Promise<void> {
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/messages${query === '' ? '' : `?${query}`}`);
    await this.main.locator('article.message, .empty-state').first().waitFor();
    await this.analysed();
  }

  /** Waits until what is shown rests on the latest decisions. */
  async analysed(): Promise<void> {
    await this.page.getByRole('contentinfo').getByText(/letto al \d|\d% read/).waitFor({ timeout: 120_000 });
    await expect(this.main.locator('.skeleton, [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
  }

  /** How many messages the room's opening sentence says there are. */
  async total(): Promise<number> {
    return numbersOf(await this.lead.innerText())[0] ?? 0;
  }

  /** The labels on a message's chips. */
  async labels(message: Locator): Promise<string[]> {
    return (await message.locator('.label-chip').allInnerTexts()).map((text) => text.trim().split('\n')[0] ?? '');
  }

  /** Waits until the save button of the rules can be pressed, and presses it. */
  async saveRules(): Promise<void> {
    const save = this.main.getByRole('button', { name: 'Salva le regole' });
    await expect(save).toBeEnabled({ timeout: 60_000 });
    await save.press('Enter');
  }
}
