import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success } from '../../contract/outcome.ts';
import type { NetworkFacts } from '../../domain/network/network-facts.ts';
import { allTies, communityTies, communityTribes, drawnPeople, drawnTies, networkFacts, tieCounts, tiedPeopleRows, type DrawnPerson } from '../../store/network-queries.ts';
import { dataVersionOf, storeSetting } from '../../store/stage-queries.ts';
import { tribeEdits } from '../../store/own-tribe-queries.ts';
import { isAnalysed } from '../analyse/analyse-project.ts';
import { Cancelled } from '../analyse/stage.ts';
import type { AppContext } from '../context.ts';
import { resolvedScope } from '../read/scope.ts';
import { deriveNetwork, RESOLUTION_SETTING } from './derive-network.ts';
import { drawPool } from './draw-pool.ts';
import { gexfText, graphmlText } from './graph-text.ts';

type Names = 'network.communities' | 'network.graph' | 'network.detect' | 'network.export';
type ShownFacts = OperationValue<'network.detect'>['facts'];

/** Under so many people nobody is singled out as standing between others. */
const LEAST_FOR_BROKERS = 10;
const BROKERS_SHOWN = 3;
const BROKER_SHARE = 0.01;

function shownFacts({ state, people, tied, ties, windowEndMs, seed, resolution, runs, rounds, agreed, modularity, meanAdjustedRand, chance, communities, tribes, peopleInSmaller, peopleLeftOut, pivots }: NetworkFacts): ShownFacts {
  return { state, people, tied, ties, windowEndMs, seed, resolution, runs, rounds, agreed, modularity, meanAdjustedRand, chance, communities, tribes, peopleInSmaller, peopleLeftOut, pivots };
}

const mostBetween = (one: DrawnPerson, other: DrawnPerson): number => (other.betweenness ?? 0) - (one.betweenness ?? 0) || one.accountId - other.accountId;

/** The graph of people: communities, what is drawn, what leaves the program, and the search at another resolution. */
export function networkHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'network.communities': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const facts = networkFacts(project);
      const ties = communityTies(project);
      const edits = tribeEdits(project);
      const members = new Map<string, DrawnPerson[]>();
      for (const person of tiedPeopleRows(project)) {
        if (person.community === null || (person.betweenness ?? 0) <= 0) continue;
        const known = members.get(person.community);
        if (known === undefined) members.set(person.community, [person]);
        else known.push(person);
      }
      return success({
        facts: facts === null ? null : shownFacts(facts),
        communities: communityTribes(project).map(({ id, name, size, certainty }) => ({
          id, name: edits.get(id)?.name ?? name, size, certainty, inside: ties.get(id)?.inside ?? 0, outside: ties.get(id)?.outside ?? 0,
          brokers: size < LEAST_FOR_BROKERS ? [] : (members.get(id) ?? []).sort(mostBetween).slice(0, BROKERS_SHOWN).map((person) => ({ accountId: person.accountId, name: person.name, betweenness: person.betweenness ?? 0 })),
        })),
      });
    },
    'network.graph': ({ maxPeople, maxTies, ...input }) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const people = drawnPeople(project, maxPeople);
      const placeOf = new Map(people.map(({ accountId }, place) => [accountId, place]));
      const brokers = new Set(people.filter(({ betweenness }) => (betweenness ?? 0) > 0).sort(mostBetween).slice(0, Math.ceil(people.length * BROKER_SHARE)).map(({ accountId }) => accountId));
      const { ties } = drawnTies(project, maxTies);
      const edges = ties.flatMap(({ a, b, weight }) => {
        const [one, other] = [placeOf.get(a), placeOf.get(b)];
        return one === undefined || other === undefined ? [] : [{ a: one, b: other, weight }];
      });
      const counts = tieCounts(project);
      return success({
        people: counts.people, ties: counts.ties, peopleLeftOut: counts.people - people.length, tiesLeftOut: counts.ties - edges.length,
        nodes: people.map(({ accountId, name, network, ties: own, strength, community, certainty, betweenness, x, y }) => ({ accountId, name, network, ties: own, strength, community, certainty, betweenness, broker: brokers.has(accountId), x: x ?? 0, y: y ?? 0 })),
        edges,
      });
    },
    'network.detect': async ({ resolution, seed }, call) => {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to look for communities');
      if (!isAnalysed(project)) return failed('not-found', 'the project has to be analysed first');
      const drawing = drawPool(context.drawPool);
      try {
        const facts = await deriveNetwork(project, {
          seed: seed ?? networkFacts(project)?.seed ?? 1, resolution, drawing, onProgress: call.onProgress,
          check: () => {
            if (call.signal.aborted) throw new Cancelled('cancelled');
          },
        });
        storeSetting(project, RESOLUTION_SETTING, String(resolution));
        context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
        return success({ facts: shownFacts(facts) });
      } catch (error) {
        if (error instanceof Cancelled) return failed('cancelled', 'the search was cancelled; the communities found before stay');
        throw error;
      } finally {
        await drawing.close();
      }
    },
    'network.export': ({ format, ...input }) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const edits = tribeEdits(project);
      const names = new Map(communityTribes(project).map(({ id, name }) => [id, edits.get(id)?.name ?? name]));
      const communityName = (id: string): string => {
        const name = names.get(id) ?? '';
        return name === '' ? id : name;
      };
      const graph = { people: tiedPeopleRows(project), ties: allTies(project), communityName };
      const counts = tieCounts(project);
      return success({ fileName: `people.${format}`, text: format === 'gexf' ? gexfText(graph) : graphmlText(graph), people: counts.people, ties: counts.ties });
    },
  };
}
