import { expect, it } from 'vitest';
import { sectionOrder } from '../../../../src/app/present/report-settings.ts';
import { REPORT_SECTIONS } from '../../../../src/domain/model/report-section.ts';

it('every section stands once, the cover first, what data do not see third, and standing sections cannot be left out', () => {
  const chosen = sectionOrder([{ section: 'method', shown: false }, { section: 'limits', shown: false }, { section: 'trust', shown: false }, { section: 'trust', shown: true }]);
  expect(chosen.map(({ section }) => section).toSorted()).toEqual([...REPORT_SECTIONS].toSorted());
  expect(chosen[0]?.section).toBe('cover');
  expect(chosen[2]?.section).toBe('limits');
  expect(chosen.find(({ section }) => section === 'method')?.shown).toBe(true);
  expect(chosen.find(({ section }) => section === 'trust')?.shown).toBe(false);
  expect(chosen.find(({ section }) => section === 'appendix')?.shown).toBe(false);
});
