import { expect, it } from 'vitest';
import { projectAtWork } from '../support/project-at-work.ts';
import { smallExport } from '../support/small-export.ts';

it('the overview says which desks of an export nobody claimed, until somebody says whose they are', async () => {
  const work = await projectAtWork();
  const unclaimed = async (): Promise<unknown> => {
    const outcome = await work.call('overview', {});
    return outcome.ok ? outcome.value.unseen.find(({ code }) => code === 'unclaimed-desks') : outcome;
  };
  expect(await work.call('import.run', { files: [{ file: await work.file('desks.csv', smallExport(40)) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } })).toMatchObject({ ok: true });
  await work.call('analyse.run', {});
  expect(await unclaimed()).toEqual({ code: 'unclaimed-desks', count: 1, container: null });
  expect(await work.call('brand.assign', { name: 'Bottega', own: false, accounts: ['Bottega'] })).toMatchObject({ ok: true });
  expect(await unclaimed()).toBeUndefined();
}, 60_000);

it('desks that nobody claimed get a brand each in one step, which can be undone and repeated', async () => {
  const work = await projectAtWork();
  await work.call('import.run', { files: [{ file: await work.file('desks.csv', smallExport(40)) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  const desks = await work.call('brand.desks', {});
  expect(desks).toMatchObject({ ok: true, value: { total: 1, desks: [{ name: 'Bottega' }] } });
  const brands = async (): Promise<string[]> => {
    const outcome = await work.call('project.summary', {});
    return outcome.ok ? outcome.value.brands.map(({ name, own }) => `${name}${own ? ' (own)' : ''}`) : [];
  };
  expect(await work.call('brand.claimDesks', {})).toMatchObject({ ok: true });
  expect(await brands()).toEqual(['Aurora (own)', 'Bottega']);
  expect(await work.call('brand.desks', {})).toMatchObject({ ok: true, value: { total: 0 } });
  expect(await work.call('brand.claimDesks', {})).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  await work.call('history.undo', {});
  expect(await brands()).toEqual(['Aurora (own)']);
  expect(await work.call('brand.desks', {})).toMatchObject({ ok: true, value: { total: 1 } });
  await work.call('history.redo', {});
  expect(await brands()).toEqual(['Aurora (own)', 'Bottega']);
  // a later import of the same desk is the brand's as well
  await work.call('import.run', { files: [{ file: await work.file('more.csv', smallExport(60)) }] });
  expect(await work.call('brand.desks', {})).toMatchObject({ ok: true, value: { total: 0 } });
}, 60_000);

it('what is only marked as inbound is no request to the brand where another firm’s desk writes, until it is the only one again', async () => {
  const work = await projectAtWork();
  const lines = smallExport(40).split('\n');
  // nothing in the text says whom it is for: the flag alone does
  const unnamed = lines.map((line) => line.replace('"@Bottega ', '"').replace('"@Aurora ', '"'));
  const requests = async (): Promise<number> => {
    await work.call('analyse.run', {});
    const outcome = await work.call('response.survival', { by: 'none', brand: 'Aurora' });
    return outcome.ok ? (outcome.value.groups[0]?.n ?? 0) : -1;
  };
  await work.call('import.run', { files: [{ file: await work.file('both.csv', unnamed.join('\n')) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  const amongTwo = await requests();
  await work.call('history.undo', {});
  const alone = unnamed.filter((line) => !line.includes(',Bottega,'));
  await work.call('import.run', { files: [{ file: await work.file('alone.csv', alone.join('\n')) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  const amongOne = await requests();
  expect(amongOne).toBeGreaterThan(10);
  expect(amongTwo).toBe(0);
}, 60_000);
