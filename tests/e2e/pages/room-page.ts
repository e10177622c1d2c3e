import { expect, type Locator, type Page } from 'playwright/test';

/** The rooms of this edition, as the address names them. */
export const ROOMS = ['overview', 'data', 'messages', 'tribes', 'response'] as const;
export type Room = (typeof ROOMS)[number];

/** A room in either language, entered by its address; its side panel, and the controls that open something there. */
export class RoomPage {
  readonly page: Page;
  readonly main: Locator;
  readonly panel: Locator;
  readonly title: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.panel = page.locator('aside.panel-region');
    this.title = this.main.getByRole('heading', { level: 1 });
  }

  /** Enters a room, keeping the filters of the address unless told which to have; waits until nothing in it is being computed. */
  async go(room: Room, filters?: string): Promise<void> {
    const query = filters ?? (await this.filters());
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/${room}${query === '' ? '' : `?${query}`}`);
    await this.settle();
  }

  /** The filters in the address, as written there. */
  async filters(): Promise<string> {
    return this.page.evaluate(() => window.location.hash.split('?')[1] ?? '');
  }

  /** Waits until every shape of what comes has given way to what came. */
  async settle(): Promise<void> {
    await this.page.locator('.workspace').waitFor();
    await this.title.waitFor();
    await expect(this.main.locator('.skeleton, [aria-busy="true"]')).toHaveCount(0);
  }

  /** Chooses language and theme as a person does, by the words of either language. */
  async choose(...choices: ('Italiano' | 'English' | 'light' | 'dark')[]): Promise<void> {
    const names = { Italiano: 'Italiano', English: 'English', light: /^(Chiaro|Light)$/, dark: /^(Scuro|Dark)$/ } as const;
    await this.page.getByRole('button', { name: /^(Lingua, tema e livello|Language, theme and level)$/ }).click();
    for (const choice of choices) await this.page.getByRole('radio', { name: names[choice] }).press('Space');
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('radio', { name: 'English' })).toHaveCount(0);
  }

  /** How many messages the open panel says there are; null when it shows something else. */
  async panelCount(): Promise<number | null> {
    const title = this.panel.locator('.side-panel-title');
    // until the first page has come the heading has no number
    await expect(title).not.toHaveText(/^(I messaggi|The messages|Messages)$/);
    const text = await title.innerText();
    return /messag/.test(text) && /\d/.test(text) ? numbersOf(text)[0] ?? null : null;
  }

  async closePanel(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.panel).toHaveCount(0);
  }
}

/** The whole numbers of a text, in the order in which they stand there; thousands are marked by dots or commas. */
export function numbersOf(text: string): number[] {
  return [...text.matchAll(/\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+/g)].map(([number]) => Number(number.replaceAll(/[.,]/g, '')));
}
