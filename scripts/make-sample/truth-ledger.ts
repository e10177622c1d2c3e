import type { Person } from './people.ts';
import type { SampleMessage } from './sample-message.ts';
import type { TrueRequest } from './truth-requests.ts';

/** What a person created and consumed, in bookings of weight one. */
interface Balance {
  created: number;
  consumed: number;
}

/**
 * Value created and consumed on the page with every label right, by a plain reading of the rules: questions answered,
 * help, thanks and welcomes, ideas, fault reports, testimonials, advice, tagged friends and content replied to against
 * answers, help, contest entries and discounts received. Thanks for help pay the helper once: they do not count as a reply
 * to content as well. Written apart from the product's ledger, so that a test can hold the two side by side.
 */
export function trueBalances(messages: readonly SampleMessage[], requests: readonly TrueRequest[], promotions: ReadonlySet<SampleMessage>): Map<Person, Balance> {
  const balances = new Map<Person, Balance>();
  const of = (person: Person): Balance => {
    const known = balances.get(person) ?? { created: 0, consumed: 0 };
    balances.set(person, known);
    return known;
  };
  for (const request of requests) {
    const asker = of(request.asker);
    const question = request.intents.some((intent) => intent === 'information' || intent === 'purchase' || intent === 'decision');
    if (question && (request.outcome === 'public' || request.peerFirst)) asker.created += 1;
    if (request.intents.includes('idea')) asker.created += 1;
    if (request.intents.includes('trouble') && (request.first.text.length >= 40 || request.messages.length > 1)) asker.created += 1;
    if (request.outcome === 'public') asker.consumed += 1;
  }
  const builders = new Map<SampleMessage, Set<Person>>();
  for (const message of messages) {
    const person = message.person;
    if (person === null) continue;
    const own = of(person);
    const intents = message.truth.intents;
    const other = message.parent?.person ?? null;
    const promoted = message.post !== null && promotions.has(message.post);
    if (intents.includes('help') && other !== null && other !== person) {
      own.created += 1;
      of(other).consumed += 1;
    }
    if (intents[0] === 'praise' && other !== null && other !== person && message.parent?.truth.intents.includes('help') === true) {
      own.created += 1;
      const helper = of(other);
      helper.created += 1;
      helper.consumed += 1;
      own.consumed += 1;
    }
    if (intents[0] === 'praise' && other === null && message.text.length >= 40) own.created += 1;
    if (intents.includes('recommendation') && message.truth.against !== true && !message.text.startsWith('@')) own.created += 1;
    if (message.truth.contest !== true && !promoted && /@[\w.]+/.test(message.text)) own.created += 1;
    if (message.truth.contest === true) own.consumed += 1;
    if (promoted && intents[0] === 'purchase') own.consumed += 1;
    const thanks = intents[0] === 'praise' && message.parent?.truth.intents.includes('help') === true;
    if (other !== null && other !== person && /benvenut|\bwelcome (?:to|aboard|in the)\b/i.test(message.text)) own.created += 1;
    if (!thanks && message.parent !== null && other !== null && other !== person && !message.parent.truth.intents.some((intent) => ['information', 'purchase', 'decision', 'trouble', 'idea'].includes(intent))) {
      const known = builders.get(message.parent) ?? new Set<Person>();
      if (!known.has(person) && known.size < 5) of(other).created += 1;
      builders.set(message.parent, known.add(person));
    }
  }
  return balances;
}

/** Sums over people and log2 of (created + 1)/(consumed + 1). */
export function summedBalance(people: readonly Person[], balances: ReadonlyMap<Person, Balance>): { people: number; active: number; created: number; consumed: number; log2Balance: number } {
  const own = people.map((person) => balances.get(person)).filter((balance) => balance !== undefined);
  const created = own.reduce((sum, balance) => sum + balance.created, 0);
  const consumed = own.reduce((sum, balance) => sum + balance.consumed, 0);
  return { people: people.length, active: own.length, created, consumed, log2Balance: Math.log2((created + 1) / (consumed + 1)) };
}
