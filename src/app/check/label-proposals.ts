import type { OperationValue } from '../../contract/operations.ts';
import { INTENTS, type Intent } from '../../domain/model/codes.ts';
import { createHesitations } from '../../domain/reading-check/hesitations.ts';
import { textKey } from '../../domain/response/text-key.ts';
import { wordShingles } from '../../domain/response/word-shingles.ts';
import { COPY_LIKENESS } from '../../domain/terms/copy-groups.ts';
import { jaccardLikeness } from '../../domain/terms/min-hash.ts';
import { sampledMessages, unlabelledReadings } from '../../store/check-queries.ts';
import { chancesIn } from '../../store/reading-bytes.ts';
import { messagesToRead } from '../../store/reading-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/**
 * The messages whose label would teach the layer most: those in which the two likeliest intents are close, copies once,
 * languages and pairs of intents in turn. Messages with a label by hand and those drawn for the check are left out: the sample
 * must not be labelled in sight of anything. One pass over the readings.
 */
export function labelProposals(project: ProjectDatabase, size: number): OperationValue<'check.proposals'> {
  const drawn = new Set(sampledMessages(project).map(({ messageId }) => messageId));
  const hesitations = createHesitations();
  for (const { messageId, language, probabilities } of unlabelledReadings(project)) {
    if (drawn.has(messageId)) continue;
    const [first, second] = twoLikeliest(probabilities);
    if (first !== undefined && second !== undefined) hesitations.add({ id: messageId, language, first: first.code, second: second.code, margin: first.chance - second.chance });
  }
  const keys = new Set<string>();
  const shingles: Int32Array[] = [];
  const texts = new Map<number, string>();
  const taken = hesitations.spread(size, (id) => {
    const text = messagesToRead(project, [id])[0]?.text ?? '';
    const [key, own] = [textKey(text), wordShingles(text)];
    if (key === '' || keys.has(key) || shingles.some((other) => jaccardLikeness(own, other) >= COPY_LIKENESS)) return false;
    keys.add(key);
    shingles.push(own);
    texts.set(id, text);
    return true;
  });
  return {
    hesitant: hesitations.hesitant(),
    messages: taken.map(({ id, language, first, second, margin }) => ({ messageId: id, language, first: first as Intent, second: second as Intent, margin, text: texts.get(id) ?? '' })),
  };
}

/** The two likeliest intents of stored probabilities, the likeliest first. */
function twoLikeliest(probabilities: Uint8Array): { readonly code: Intent; readonly chance: number }[] {
  const chances = chancesIn(probabilities);
  const found: { code: Intent; chance: number }[] = [];
  for (const code of INTENTS) {
    const one = { code, chance: chances[code] ?? 0 };
    const [first, second] = found;
    if (first === undefined || one.chance > first.chance) found.unshift(one);
    else if (second === undefined || one.chance > second.chance) found.splice(1, 0, one);
    if (found.length > 2) found.pop();
  }
  return found;
}
