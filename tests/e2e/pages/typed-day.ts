import type { Locator } from 'playwright/test';

/** Types a day (`2026-03-29`) into a field for dates as a person does: the first part is pressed, digits lead from part to part. */
export async function typeDay(field: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await field.getByRole('spinbutton').first().click();
  await field.page().keyboard.type(`${date}${month}${year}`);
}

/** The field for dates of a name. */
export function dayField(within: Locator, name: string | RegExp): Locator {
  return within.getByRole('group', { name, exact: true });
}
