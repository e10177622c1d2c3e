import { expect, test } from 'vitest';
import { chosenEdition } from '../../../src/cli/chosen-edition.ts';

const editions = [{ id: 'a1', name: 'Estate' }, { id: 'b2', name: 'estate' }, { id: 'c3', name: 'Inverno' }, { id: 'd4', name: 'Doppia' }, { id: 'e5', name: 'Doppia' }, { id: 'Inverno', name: 'x' }];

test('an edition is named by its id first, then by its name, then by its name in other letters', () => {
  expect(chosenEdition(editions, 'c3')).toEqual({ ok: true, value: 'c3' });
  expect(chosenEdition(editions, 'Inverno')).toEqual({ ok: true, value: 'Inverno' });
  expect(chosenEdition(editions, 'Estate')).toEqual({ ok: true, value: 'a1' });
  expect(chosenEdition(editions, ' INVERNO ')).toEqual({ ok: true, value: 'c3' });
});

test('a name of several editions asks for an id, an unknown one says which there are', () => {
  expect(chosenEdition(editions, 'Doppia')).toMatchObject({ ok: false, failure: { code: 'invalid-input', message: 'several editions are called "Doppia": name one by its id: d4, e5' } });
  expect(chosenEdition(editions, 'ESTATE')).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  expect(chosenEdition(editions.slice(2, 3), 'Primavera')).toMatchObject({ ok: false, failure: { code: 'not-found', message: 'no closed edition is called "Primavera": there are "Inverno"' } });
  expect(chosenEdition([], 'Primavera')).toMatchObject({ ok: false, failure: { code: 'not-found', message: 'no closed edition is called "Primavera": none is closed in this project' } });
});
