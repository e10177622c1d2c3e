import type { Locator, Page } from 'playwright/test';

/** The import page: files, recognition, columns, who speaks for a brand, the run and its report. */
export class ImportPage {
  readonly page: Page;
  readonly report: Locator;

  constructor(page: Page) {
    this.page = page;
    this.report = page.getByRole('main');
  }

  /** Chooses files from the data room, as the system's file dialog would. */
  async chooseFiles(...paths: string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('main').getByRole('button', { name: 'Importa file' }).click();
    await (await chooser).setFiles(paths);
  }

  /** Goes to a step by its name. */
  async goTo(step: 'Riconosciuto come' | 'Anteprima e colonne' | 'Verifica'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Passi dell’importazione' }).getByRole('button', { name: step }).click();
  }

  async setRole(account: string, role: 'Brand del progetto' | 'Concorrente' | 'Non è un brand'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: `Ruolo di ${account}` }).getByText(role, { exact: true }).click();
  }

  /** Imports and waits until the analysis has ended; with no row left out the overview then opens by itself. */
  async run(): Promise<void> {
    await this.page.getByRole('button', { name: /^Importa \d+ file$/ }).click();
    await this.report.getByText(/nessuna riga lasciata fuori|rig(?:a|he) non importat/).first().waitFor({ timeout: 60_000 });
    await this.page.getByRole('contentinfo', { name: 'Stato' }).getByText(/letto al \d/).waitFor({ timeout: 60_000 });
  }
}
