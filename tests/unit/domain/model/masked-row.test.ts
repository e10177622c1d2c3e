import { describe, expect, it } from 'vitest';
import { maskedRow } from '../../../../src/domain/model/masked-row.ts';
import { growthOf } from '../../../support/linear-cost.ts';

describe('maskedRow', () => {
  it.each([
    ['7;anna.rossi+x@esempio.it;ciao', '7;[mail];ciao'], ['{"email":"anna@esempio.it"}', '{"email":"[mail]"}'], ['mailto:anna%40esempio.it', 'mailto:[mail]'], ['cut: anna.rossi@esem', 'cut: [mail]'],
    ['Chiama +39 333 123 4567!', 'Chiama [tel]!'], ['0039 3331234567', '[tel]'], ['333-1234567', '[tel]'], ['333 123 4567', '[tel]'], ['02 1234567', '[tel]'], ['(415) 555-0132', '[tel]'], ['"+1 (415) 555-0132"', '"[tel]"'],
    ['from 93.184.216.34, ok', 'from [ip], ok'], ['2001:0db8:85a3:0000:0000:8a2e:0370:7334', '[ip]'],
    ['https://graph.facebook.com/v19/1/comments?access_token=EAAbCd123&limit=25', 'https://graph.facebook.com/v19/1/comments?access_token=[key]&limit=25'], ['{"session_id": "abcdef"}', '{"session_id": "[key]"}'], ['Password=segreta1', 'Password=[key]'], ['7;EAAbCd12345678;x', '7;[key];x'], ['eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0', '[key]'],
  ])('%s', (raw, masked) => expect(maskedRow(raw)).toBe(masked));

  it.each(['123456789012345678', '1700000000', '2026-01-02 10:00:00', '31/12/2025, 23:59', '@anna_rossi ha scritto', '10.000,50 €', 'ordine 55501', '12:30:45', 'token', 'v1.2.3', '2023-05-01T12:00:00+02:00'])('leaves %s alone', (raw) => expect(maskedRow(raw)).toBe(raw));

  it('costs twice as much for twice as long a row, whatever stands in it', async () => {
    for (const unit of ['a', '1', '1 ', '3 ', '+1', '@', 'a@', '.', '1.', 'a:', 'token=', 'token ', '%40', ' ', '+', '(', '0 1']) {
      expect(await growthOf((times) => void maskedRow(`${unit.repeat(100_000 * times)}!`)), unit).toBeLessThan(3);
    }
  });
});
