import { describe, expect, it } from 'vitest';
import { tribeFigures, tribeZoneHolds } from '../../../../src/domain/tribes/tribe-figures.ts';
import { RULE_COUNT } from '../../../../src/domain/value/value-columns.ts';
import { createUnitTable } from '../../../../src/domain/value/unit-table.ts';
import { valueWeights } from '../../../../src/domain/value/value-rules.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';

const weights = valueWeights({});

describe('tribeZoneHolds', () => {
  it('is what the figures of the tribe say of its zone', () => {
    const random = seededRandom(4);
    const said = new Set<boolean | null>();
    for (let round = 0; round < 30; round += 1) {
      const people = Array.from({ length: 3 + Math.floor(random() * 8) }, (_, at) => at + 1);
      const table = createUnitTable(people, weights);
      const lean = random();
      for (const id of people) {
        if (round === 0) continue;
        const gives = random() < lean;
        table.add({ rule: Math.floor(random() * RULE_COUNT), giverKind: gives ? 'account' : 'brand', giverId: id, receiverKind: gives ? 'brand' : 'account', receiverId: id, units: 1 + Math.floor(random() * 4), basis: 'observed', paired: false });
      }
      const rows = people.map((_, row) => row);
      const options = { weights, seed: round, borderLog2: 1 };
      const { zoneHolds } = tribeFigures(table, rows, options);
      expect(tribeZoneHolds(table, rows, options)).toBe(zoneHolds);
      said.add(zoneHolds);
    }
    expect(said).toEqual(new Set([true, false, null]));
  });
});
