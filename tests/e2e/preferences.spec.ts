import { RoomPage } from './pages/room-page.ts';
import { StartPage } from './pages/start-page.ts';
import { servedFolder } from '../support/served-folder.ts';
import { expect, test } from './workbench-test.ts';

test('what was chosen for the window stands when the program is started again at another address', async ({ openedPage: page, workbench }) => {
  const room = new RoomPage(page);
  await new StartPage(page).createProject('Prova');
  await page.locator('.workspace').waitFor();
  await room.choose('dark', 'English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const again = await servedFolder(workbench.projectsFolder);
  try {
    expect(new URL(again.address).port).not.toBe(new URL(workbench.address).port);
    await page.goto(again.address);
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  } finally {
    // a page that still listens to a host that ends would complain
    await page.goto('about:blank');
    await again.stop();
  }
});
