import type { Locator, Page } from 'playwright/test';

/** The rooms that this edition has, by their Italian names. */
export type RoomName = 'Sintesi' | 'Dati' | 'Messaggi' | 'Persone' | 'Tribù' | 'Ascolto';

/** The frame around an open project. */
export class WorkbenchPage {
  readonly page: Page;
  readonly main: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.panel = page.getByRole('complementary', { name: 'Pannello laterale' });
  }

  async go(room: RoomName): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Sezioni' }).getByRole('link', { name: room }).click();
    await this.main.getByRole('heading', { name: room, level: 1 }).waitFor();
  }

  async switchToEnglish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Lingua, tema e livello' }).click();
    await this.page.getByRole('radio', { name: 'English' }).press('Space');
    await this.page.keyboard.press('Escape');
  }

  async choose(theme: 'Chiaro' | 'Scuro'): Promise<void> {
    await this.page.getByRole('button', { name: 'Lingua, tema e livello' }).click();
    await this.page.getByRole('radio', { name: theme }).press('Space');
    await this.page.keyboard.press('Escape');
  }

  /** Chooses a rectangle of the value map by its limits in points. */
  async chooseBox({ createdFrom, createdTo }: { createdFrom: number; createdTo: number }): Promise<void> {
    const fields = this.main.getByRole('region', { name: 'Scegli un riquadro' });
    await fields.getByRole('textbox').nth(0).fill(String(createdFrom).replace('.', ','));
    await fields.getByRole('textbox').nth(1).fill(String(createdTo).replace('.', ','));
    await fields.getByRole('button', { name: 'Scegli', exact: true }).click();
  }

  /** The number in the panel's heading: how many messages the mark just opened stands for. */
  async panelCount(): Promise<number> {
    const heading = this.panel.getByRole('heading', { name: /messagg/ });
    const text = await heading.innerText();
    return Number((/[\d.]+/.exec(text)?.[0] ?? '').replaceAll('.', ''));
  }
}
