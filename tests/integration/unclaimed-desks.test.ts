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
