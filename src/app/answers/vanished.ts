import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { vanishedShare, type TracedSide } from '../../domain/answers/vanished-share.ts';
import { codesIn, INTENTS } from '../../domain/model/codes.ts';
import { AUTHOR_DRAWS } from '../../domain/response/survival-group.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { tracedMessages, type TracedRow } from '../../store/traced-messages.ts';
import type { ResolvedScope } from '../read/scope.ts';

type Value = OperationValue<'response.vanished'>;

const DEFAULT_SEED = 1;

/** Messages of the scope's brand of which a second export says something. */
export function tracedOf({ project, brand, messages }: ResolvedScope): TracedRow[] {
  const { brandId: _brandId, ...rest } = messages;
  return tracedMessages(project, brand?.id ?? null, messageCondition(rest));
}

function intentCounts(rows: readonly TracedRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { intents } of rows) for (const intent of intents === null ? [] : codesIn(INTENTS, intents)) counts[intent] = (counts[intent] ?? 0) + 1;
  return counts;
}

function places(rows: readonly TracedRow[]): Value['containers'] {
  const found = new Map<string, Value['containers'][number]>();
  for (const { container, network, state, criticism } of rows) {
    const key = `${network} ${container}`;
    const place = found.get(key) ?? { container, network, vanished: 0, criticism: 0, stillThere: 0, notReExported: 0 };
    if (state === 'vanished') {
      place.vanished += 1;
      if (criticism) place.criticism += 1;
    } else if (state === 'still-there') place.stillThere += 1;
    else place.notReExported += 1;
    found.set(key, place);
  }
  return [...found.values()].sort((one, other) => other.vanished - one.vanished || other.stillThere - one.stillThere);
}

/** What later exports no longer hold, by kind, against what they hold again. */
export function responseVanished(scope: ResolvedScope, { seed = DEFAULT_SEED }: OperationRequest<'response.vanished'>): Value {
  const rows = tracedOf(scope);
  const of = (state: TracedRow['state']): TracedRow[] => rows.filter((row) => row.state === state);
  const shares = vanishedShare(
    rows.flatMap(({ messageId, authorId, state, intents, criticism }) => (state === 'not-re-exported' ? [] : [{ messageId, authorId, state, read: intents !== null, criticism }])),
    { seed, draws: AUTHOR_DRAWS },
  );
  const side = (told: TracedSide, state: TracedRow['state']): Value['vanished'] => ({ ...told, intents: intentCounts(of(state)) });
  return {
    comparable: rows.some(({ state }) => state !== 'not-re-exported'),
    vanished: side(shares.vanished, 'vanished'), stillThere: side(shares.stillThere, 'still-there'), difference: shares.difference,
    notReExported: of('not-re-exported').length, hidden: rows.filter(({ hidden }) => hidden).length, containers: places(rows),
  };
}
