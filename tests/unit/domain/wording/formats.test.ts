import { describe, expect, it } from 'vitest';
import { createFormats, durationParts } from '../../../../src/domain/wording/formats.ts';
import { languageName } from '../../../../src/renderer/i18n/language-name.ts';
import { networkName } from '../../../../src/domain/wording/network-name.ts';

const italian = createFormats('it', 'Europe/Rome');
const english = createFormats('en', 'Europe/Rome');

describe('durations', () => {
  it.each([
    [0, '0 secondi'],
    [45, '45 secondi'],
    [60, '1 minuto'],
    [3599.7, '1 ora'],
    [219_600, '2 giorni e 13 ore'],
    [86_399, '1 giorno'],
    [604_800, '7 giorni'],
    [-5_400, '−1 ora e 30 minuti'],
    [40 * 86_400 + 20_000, '40 giorni'],
    [60.8 * 86_400, '61 giorni'],
    [365 * 86_400, '365 giorni'],
  ])('%d s is written %s', (seconds, written) => {
    expect(italian.duration(seconds)).toBe(written);
  });

  it('are written in English too, and short for axes', () => {
    expect(english.duration(219_600)).toBe('2 days and 13 hours');
    expect(italian.shortDuration(219_600)).toBe('2 g 13 h');
    expect(english.shortDuration(219_600)).toBe('2 d 13 h');
  });

  it('never reach sixty of the smaller unit', () => {
    for (let seconds = 0; seconds < 200_000; seconds += 7) {
      const [, small] = durationParts(seconds);
      if (small !== undefined) expect(small.value).toBeLessThan(60);
    }
  });

  it('say when a median was not reached', () => {
    expect(italian.moreThan(604_800)).toBe('più di 7 giorni');
    expect(english.moreThan(604_800)).toBe('more than 7 days');
  });
});

describe('shares and counts', () => {
  it('write a share with its interval', () => {
    expect(italian.shareWithInterval({ estimate: 0.312, low: 0.268, high: 0.352 })).toBe('31 su 100 (tra 27 e 35)');
    expect(english.shareWithInterval({ estimate: 0.312, low: 0.268, high: 0.352 })).toBe('31 in 100 (between 27 and 35)');
    expect(italian.shareWithInterval({ estimate: 0.5 })).toBe('50 su 100');
    expect(italian.shareWithInterval({ estimate: null, low: 0, high: 1 })).toBe('non determinabile');
  });

  it('keep counts exact and estimates at three digits', () => {
    expect(italian.count(8214)).toBe('8.214');
    expect(italian.count(1_234_567)).toBe('1.234.567');
    expect(italian.estimate(0.123456)).toBe('0,123');
    expect(english.estimate(1234.5)).toBe('1,230');
    expect(italian.tooFew(12)).toBe('troppo pochi (12)');
  });

  it('never round up to all', () => {
    expect(italian.floorPercent(0.9999)).toBe('99%');
    expect(italian.floorPercent(1)).toBe('100%');
    expect(italian.floorPercent(0.29)).toBe('29%');
  });
});

describe('dates, sizes and names', () => {
  it('are of the project’s zone', () => {
    const midnight = Date.UTC(2026, 2, 29, 22, 30);
    expect(italian.date(midnight)).toBe('30 marzo 2026');
    expect(createFormats('it', 'UTC').date(midnight)).toBe('29 marzo 2026');
    expect(english.shortDate(midnight)).toBe('30 Mar 2026');
    expect(italian.month(midnight)).toBe('marzo 2026');
  });

  it('are written in the reader’s language', () => {
    expect(italian.bytes(1_840_000)).toBe('1,84 MB');
    expect(italian.list(['a', 'b', 'c'])).toBe('a, b e c');
    expect(languageName('it', 'en')).toBe('Italian');
    expect(languageName('not a code', 'en')).toBe('not a code');
    expect(networkName('youtube')).toBe('YouTube');
    expect(networkName('orkut')).toBe('Orkut');
    expect(networkName('unknown', 'non indicata')).toBe('non indicata');
  });
});
