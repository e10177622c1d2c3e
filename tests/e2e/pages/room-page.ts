import { expect, type Locator, type Page } from 'playwright/test';

/** The rooms of this edition, as the address names them. */
export const ROOMS = ['overview', 'data', 'messages', 'people', 'tribes', 'response', 'value'] as const;
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
  async go(room: Room | 'tribe-maker' | 'trust' | 'strategy' | 'present' | 'lost' | 'network', filters?: string): Promise<void> {
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

  /** What the side panel shows, once it does: a count of messages, a definition, or a thread (neither). */
  async openedPanel(): Promise<OpenedPanel> {
    const shown = await this.page.waitForFunction(() => {
      const panel = document.querySelector('aside.panel-region');
      const title = panel?.querySelector('.side-panel-title')?.textContent ?? '';
      // until the first page has come the heading has no number
      if (panel === null || title === '' || /^(I messaggi|The messages)$/.test(title) || panel.querySelector('.skeleton') !== null) return null;
      return { title, differs: panel.querySelector('.panel-differs')?.textContent ?? '', isDefinition: panel.querySelector('.definition code') !== null };
    });
    const { title, differs, isDefinition } = (await shown.jsonValue()) ?? { title: '', differs: '', isDefinition: false };
    return { count: /messag/.test(title) ? (numbersOf(title)[0] ?? null) : null, differs, isDefinition };
  }

  /** Closes the panel by Esc; a tooltip over it is closed first, as for a person. Says whether the focus came back to what had opened it. */
  async closePanel(opener?: Locator): Promise<void> {
    if ((await this.page.getByRole('tooltip').count()) > 0) await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
    await this.page.waitForFunction(() => document.querySelector('aside.panel-region') === null);
    if (opener !== undefined) expect(await opener.evaluate((element) => element === document.activeElement), 'the focus comes back to what opened the panel').toBe(true);
  }
}

/** What stands in the side panel; `differs` is what it says when it holds another number of messages than was shown. */
export interface OpenedPanel {
  readonly count: number | null;
  readonly differs: string;
  readonly isDefinition: boolean;
}

/** The whole numbers of a text, in the order in which they stand there; thousands are marked by dots or commas. */
export function numbersOf(text: string): number[] {
  return [...text.matchAll(/\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+/g)].map(([number]) => Number(number.replaceAll(/[.,]/g, '')));
}
