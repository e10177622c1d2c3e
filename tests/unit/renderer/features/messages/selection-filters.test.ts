import { describe, expect, it } from 'vitest';
import { selectionFilters } from '../../../../../src/renderer/features/messages/selection-filters.ts';

describe('the filters that a mark stands for', () => {
  it('are those its messages were opened with', () => {
    expect(selectionFilters({ filters: { tribes: ['value:even'], fromMs: 1 }, brand: 'Aurora' })).toEqual({ tribes: ['value:even'], fromMs: 1 });
    expect(selectionFilters({})).toEqual({});
  });

  it('hold what picks its requests, where filters know it', () => {
    expect(selectionFilters({ filters: { networks: ['facebook'] }, requests: { weekday: 3, hour: 20 } })).toEqual({ networks: ['facebook'], weekdays: [3], hours: [20] });
    expect(selectionFilters({ requests: { by: 'intent', key: 'trouble' } })).toEqual({ intents: ['trouble'] });
    expect(selectionFilters({ requests: { by: 'container', key: 'Casa' } })).toEqual({ containers: ['Casa'] });
    expect([selectionFilters({ requests: { by: 'hour', key: '9' } }), selectionFilters({ requests: { by: 'weekday', key: '7' } })]).toEqual([{ hours: [9] }, { weekdays: [7] }]);
  });

  it('are none where a mark says more than filters can', () => {
    expect(selectionFilters({ accountIds: [1] })).toBeNull();
    expect(selectionFilters({ box: { createdFrom: 1 } })).toBeNull();
    expect(selectionFilters({ requests: { outcome: 'silence' } })).toBeNull();
    expect(selectionFilters({ requests: { by: 'tribe', key: 'value:even' } })).toBeNull();
    expect(selectionFilters({ requests: { by: 'intent', key: 'nonsense' } })).toBeNull();
  });
});
