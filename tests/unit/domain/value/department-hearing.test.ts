import { describe, expect, it } from 'vitest';
import { departmentsHeard, leastHeard, type RequestHeard } from '../../../../src/domain/value/department-hearing.ts';

/** `people` people with `each` requests to a department, the first `heard` requests of every person answered. */
function requests(department: RequestHeard['department'], { people, each, heard, from = 0 }: { readonly people: number; readonly each: number; readonly heard: number; readonly from?: number }): RequestHeard[] {
  return Array.from({ length: people * each }, (_, at) => ({ messageId: from + at, department, personId: from + Math.floor(at / each), intent: 'trouble', hearing: at % each < heard ? 'answered' : 'silent' }));
}

describe('what departments hear', () => {
  it('counts answered and entered as heard, leaves out what cannot be told, and lists every department', () => {
    const made = departmentsHeard([
      { messageId: 1, department: 'product', personId: 7, intent: 'trouble', hearing: 'answered' }, { messageId: 2, department: 'product', personId: 7, intent: 'idea', hearing: 'entered' },
      { messageId: 3, department: 'product', personId: null, intent: 'trouble', hearing: 'silent' }, { messageId: 4, department: 'product', personId: null, intent: 'trouble', hearing: 'untold' },
    ]);
    expect(made.map(({ department, said, people }) => [department, said, people])).toEqual([['product', 4, 3], ['innovation', 0, 0], ['care', 0, 0]]);
    expect(made[0]).toMatchObject({ heard: { k: 2, n: 3, estimate: null, low: null, high: null }, messages: { answered: [1], entered: [2], silent: [3], untold: [4] }, kinds: [{ intent: 'trouble', said: 3 }, { intent: 'idea', said: 1 }] });
  });

  it('gives a share from thirty requests of ten people on; those of one person are no more certain than one person', () => {
    const share = (people: number, each: number, heard: number): unknown => departmentsHeard(requests('care', { people, each, heard }))[2]?.heard;
    expect(share(29, 1, 1)).toMatchObject({ k: 29, n: 29, estimate: null });
    expect(share(9, 10, 5)).toMatchObject({ k: 45, n: 90, estimate: null });
    const [many, few] = [departmentsHeard(requests('care', { people: 60, each: 1, heard: 1 }))[2]?.heard, departmentsHeard(requests('care', { people: 12, each: 5, heard: 5 }))[2]?.heard];
    expect([many?.estimate, few?.estimate]).toEqual([1, 1]);
    // all alike: worth as many cases as there are people; lower Wilson limit of 60 of 60 and of 12 of 12
    expect(many?.low).toBeCloseTo(60 / (60 + 1.959964 ** 2), 5);
    expect(few?.low).toBeCloseTo(12 / (12 + 1.959964 ** 2), 5);
  });

  it('says which hears least only where intervals do not meet', () => {
    const heard = (product: number, care: number): unknown => leastHeard(departmentsHeard([...requests('product', { people: 40, each: 10, heard: product }), ...requests('care', { people: 40, each: 10, heard: care, from: 1000 })]));
    expect(heard(2, 8)).toEqual({ state: 'clear', least: 'product', most: 'care' });
    expect(heard(5, 5)).toMatchObject({ state: 'not-clear' });
    expect(leastHeard(departmentsHeard(requests('care', { people: 40, each: 2, heard: 1 })))).toEqual({ state: 'too-few', least: null, most: null });
  });
});
