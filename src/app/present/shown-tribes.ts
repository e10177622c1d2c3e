import type { OperationValue } from '../../contract/operations.ts';
import type { ReportAudience } from '../../domain/model/report-section.ts';
import { CLIENT_FLOOR } from '../../present/privacy/client-safe-report.ts';

type Tribe = OperationValue<'tribes.list'>['tribes'][number];

/** Zone of those who left too few traces: no tribe to speak of. */
export const ZONE_OF_FEW = 'few';

const MOST_PAGES = 8;

/** True where a tribe may be spoken of: not hidden, for a client of ten people or more, and no leftover of those with too few traces. */
export function isShownTribe({ size, hidden, name, lens }: Pick<Tribe, 'size' | 'hidden' | 'name' | 'lens'>, audience: ReportAudience): boolean {
  return !hidden && !(lens === 'value' && name === ZONE_OF_FEW) && size >= (audience === 'client' ? CLIENT_FLOOR : 1);
}

/** The tribes that get a page of their own: those by value first, then the largest; never one on a sensitive topic that nobody gave a basis for. */
export function tribesWithPages(tribes: readonly Tribe[], audience: ReportAudience): Tribe[] {
  return tribes
    .filter((tribe) => isShownTribe(tribe, audience) && !tribe.tooFew && tribe.origin !== 'public' && (tribe.sensitive === null || tribe.sensitive.basis !== ''))
    .toSorted((one, other) => Number(other.lens === 'value') - Number(one.lens === 'value') || other.size - one.size || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_PAGES);
}
