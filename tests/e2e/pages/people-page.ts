import { expect, type Locator, type Page } from 'playwright/test';
import { numbersOf } from './room-page.ts';

/** The people room: the list, the queue of pairs, the proposals, a profile's page. */
export class PeoplePage {
  readonly page: Page;
  readonly main: Locator;
  readonly lead: Locator;
  readonly queue: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.lead = this.main.locator('.room-lead');
    this.queue = this.main.getByRole('region', { name: /^(Coppie da guardare|Pairs to look at)$/ });
  }

  /** Enters a view or a profile by its address; waits until nothing in it is being computed. */
  async go(place: '' | '/identities' | '/roles' | `/account/${string}`): Promise<void> {
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/people${place}`);
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.main.getByRole('heading', { level: 1 }).waitFor();
    await expect(this.main.locator('.skeleton, [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
  }

  /** Chooses from one of the list's selects. */
  async narrow(select: string, option: string | RegExp): Promise<void> {
    await this.main.getByRole('button', { name: new RegExp(select) }).click();
    await this.page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
    await this.settle();
  }

  /** How many profiles the list says it holds, the first number of its title. */
  async listed(): Promise<number | undefined> {
    return numbersOf(await this.main.locator('.people-list .card-title').innerText())[0];
  }

  /** Place and length of the queue, as the card says them. */
  async position(): Promise<number[]> {
    return numbersOf(await this.queue.locator('.card-subtitle').first().innerText());
  }

  /** The names on the two cards of the pair shown, and their networks. */
  async pair(): Promise<string[]> {
    return this.queue.locator('.pair-side header').allInnerTexts();
  }

  /** How many profiles are counted as persons now and would be after joining the pair shown. */
  async personsBeforeAndAfter(): Promise<number[]> {
    const row = this.queue.getByRole('row', { name: /^persone \d/ });
    await row.waitFor({ timeout: 60_000 });
    return numbersOf(await row.innerText());
  }
}
