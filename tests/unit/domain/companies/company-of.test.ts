import { describe, expect, it } from 'vitest';
import { companyDomain, companyKey, companyOf } from '../../../../src/domain/companies/company-of.ts';
import { exactShare } from '../../../../src/domain/stats/exact-share.ts';

describe('for which company an account writes', () => {
  it('is told by a domain of its own, never by a site that everybody uses', () => {
    expect(companyDomain('https://www.shop.contirossi.example/about')).toBe('contirossi.example');
    expect(companyDomain('mail.bianchi.co.uk')).toBe('bianchi.co.uk');
    expect(companyDomain('https://www.linkedin.com/in/anna')).toBeNull();
    expect(companyDomain('https://linktr.ee/anna')).toBeNull();
    expect(companyDomain('https://192.168.1.4/')).toBeNull();
    expect(companyDomain('ciao a tutti')).toBeNull();
  });

  it('goes by hand, then by domain, then by what the profile says', () => {
    expect(companyOf({ link: 'https://contirossi.example', profile: 'Buyer at Bianchi', given: 'Gialli', decided: 'Verdi' })).toEqual({ name: 'Verdi', basis: 'hand' });
    expect(companyOf({ link: 'https://contirossi.example', profile: 'Buyer at Bianchi', given: 'Gialli', decided: '' })).toEqual({ name: null, basis: 'hand' });
    expect(companyOf({ link: 'https://contirossi.example', profile: 'Buyer at Bianchi', given: null, decided: null })).toEqual({ name: 'contirossi.example', basis: 'domain' });
    expect(companyOf({ link: 'https://contirossi.example', profile: 'Buyer at Bianchi', given: 'Gialli S.p.A.', decided: null })).toEqual({ name: 'Gialli', basis: 'file' });
    expect(companyOf({ link: 'https://contirossi.example', profile: null, given: ' - ', decided: null })).toEqual({ name: 'contirossi.example', basis: 'domain' });
    expect(companyOf({ link: 'https://x.com/anna', profile: 'Responsabile acquisti presso Conti Rossi S.r.l., mamma di due', given: null, decided: null })).toEqual({ name: 'Conti Rossi', basis: 'profile' });
    expect(companyOf({ link: null, profile: 'Amo la montagna', given: null, decided: null })).toEqual({ name: null, basis: 'none' });
  });

  it('compares names without legal form, case and accents', () => {
    expect(companyKey('Caffè Rossi S.p.A.')).toBe(companyKey('CAFFE ROSSI'));
    expect(companyKey('Rossi')).not.toBe(companyKey('Rossini'));
  });
});

describe('the exact interval of a share', () => {
  // scipy.stats.binomtest(k, n).proportion_ci(method='exact'), SciPy 1.17.1: tests/reference/exact-share.py
  it.each([[7, 22, 0.13865, 0.54872], [0, 10, 0, 0.30850], [10, 10, 0.69150, 1], [1, 5, 0.00505, 0.71642]])('%i of %i', (successes, trials, low, high) => {
    const limits = exactShare(successes, trials);
    expect(limits?.low).toBeCloseTo(low, 4);
    expect(limits?.high).toBeCloseTo(high, 4);
  });

  it('is none of nothing and refuses what is no share', () => {
    expect(exactShare(0, 0)).toBeNull();
    expect(() => exactShare(5, 3)).toThrow('invalid share: 5 of 3');
  });
});
