import type { Locator, Page } from 'playwright/test';

/** The first screen: the sample, a new project, an existing one, recent ones. */
export class StartPage {
  readonly page: Page;
  readonly name: Locator;

  constructor(page: Page) {
    this.page = page;
    this.name = page.getByRole('textbox', { name: 'Nome del progetto' });
  }

  async createProject(name: string): Promise<void> {
    await this.name.fill(name);
    await this.page.getByRole('button', { name: 'Crea il progetto' }).click();
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Apri l’esempio' }).click();
  }
}
