import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { MessageFact } from '../../../../src/domain/response/message-fact.ts';
import type { RequestEpisode } from '../../../../src/domain/response/request-episode.ts';
import { requestEpisodes } from '../../../../src/domain/response/request-episodes.ts';
import { quantile } from '../../../../src/domain/stats/quantile.ts';
import { referenceData } from '../../../support/reference-data.ts';

const folder = referenceData();

/** Facts of the public customer-care file, by links and direction only. */
function twcsFacts(path: string): MessageFact[] {
  const [, ...rows] = Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: true }).data;
  const idOf = new Map(rows.map((row, i) => [row[0] ?? '', i + 1]));
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  };
  return rows.map((row, i): MessageFact => {
    const [, author = '', inbound = '', at = '', , , parent = ''] = row;
    const account = numberOf(author);
    return {
      id: i + 1, importId: 1, networkId: 1, containerId: null, containerBrandId: null, authorId: account, voiceOfBrandId: inbound === 'False' ? account : null,
      authorIsEmployee: false, authorIsPartner: false, authorIsBot: false, parentId: idOf.get(parent) ?? null, parentIsMissing: parent !== '' && !idOf.has(parent), rootId: i + 1,
      atMs: Date.parse(at), precision: 's', intents: null, intentOrder: [], textKind: 'text', sourceInbound: inbound === 'True', flagBrandId: null,
      mentionedBrandIds: [], startsWithOtherHandle: false, mentionedAccountIds: [], networkNamesInFront: true, textKey: null, acts: 0, likedByBrand: false, thanks: false, helps: false,
    };
  });
}

describe.skipIf(folder === null)('independent count on 17,459 customer-care messages (TRIBUNA_REFERENCE_DATA)', () => {
  const answeredOf = (requests: readonly RequestEpisode[]): [number, number, number | null] => {
    const waits = requests.flatMap((request) => (request.censored || request.waitedSeconds === null ? [] : request.waitedSeconds));
    return [waits.length, requests.length, quantile(waits.toSorted((one, other) => one - other), 0.5)];
  };

  it('direct answers to every inbound message', () => {
    const facts = twcsFacts(join(folder ?? '', 'twcs', 'twcs_threads_17k.csv'));
    const { requests } = requestEpisodes(facts, { brandId: null, nowMs: null, source: () => null, onlyBrandOfImport: new Map(), incompleteRoots: new Set() },
      { population: 'inbound', answerRule: 'direct', mergeFollowUps: false, inferAnswers: true });
    expect(answeredOf(requests)).toEqual([6907, 9894, 814]);
    const openers = new Set(facts.filter((fact) => fact.parentId === null && !fact.parentIsMissing).map((fact) => fact.id));
    expect(answeredOf(requests.filter((request) => openers.has(request.messageId)))).toEqual([4895, 5267, 942]);
  });
});
