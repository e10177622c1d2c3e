import { describe, expect, it } from 'vitest';
import { closingSignature } from '../../../../src/domain/response/closing-signature.ts';

describe('who signed a reply', () => {
  it.each([
    ['Ci spiace, scrivici in privato. ^MR', 'MR'],
    ['We are on it! *JD', 'JD'],
    ['Thanks for letting us know /TP https://t.co/aBc123', 'TP'],
    ['Apriamo alle otto.\n— Marta', 'Marta'],
    ['Buongiorno, la consegna è domani - Marta del Servizio Clienti', 'Marta'],
    ['La richiamiamo oggi.\nAnna Conti.', 'Anna Conti'],
    ['ok ^mr', null],
    ['Siamo aperti 24/H', null],
    ['Scegli A/B', null],
    ['Guarda qui https://t.co/AB', null],
    ['Grazie.\nIl team Aurora', null],
    ['Grazie — Team Aurora', null],
    ['Marta', null],
    ['Ci vediamo a Milano', null],
    ['', null],
  ])('%j is signed %j', (text, signature) => {
    expect(closingSignature(text)).toBe(signature);
  });
});
