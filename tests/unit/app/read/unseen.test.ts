import { describe, expect, it } from 'vitest';
import { unseenInData, type Unseen } from '../../../../src/app/read/unseen.ts';
import { overview as english } from '../../../../src/renderer/i18n/en/overview.ts';
import { overview as italian } from '../../../../src/renderer/i18n/it/overview.ts';

type Input = Parameters<typeof unseenInData>[0];

const nothing: Input = {
  totals: { messages: 10, accounts: 5, inbound: 8, outbound: 2, withoutAuthor: 0, withoutText: 0, relativeTimes: 0, unread: 0, abstained: 0, windowStartMs: 0, windowEndMs: 1, persons: 5 },
  coverage: [], hasNamedReactions: false, brands: [], sources: [],
  holes: { missingParents: 0, inferred: 0, hidden: 0, vanished: 0, notReExported: 0, dropped: 0, dayTimes: 0, openDuplicates: 0, unclaimedDesks: 0 },
};
const codes = (input: Partial<Input>): Unseen['code'][] => unseenInData({ ...nothing, ...input }).map(({ code }) => code);
const source = (answers: Input['sources'][number]['answers'], ...imports: number[]): Input['sources'][number] => ({ imports, answers });

describe('what these data do not see', () => {
  it('begins with what no export holds, while nobody was asked', () => {
    expect(codes({})).toEqual(['views-anonymous', 'likes-anonymous', 'private-answers', 'hidden-comments', 'ads-unknown', 'display-order']);
    expect(codes({ hasNamedReactions: true })).not.toContain('likes-anonymous');
  });
  it('counts holes and leaves out what has none', () => {
    const holes = { missingParents: 3, inferred: 2, hidden: 4, vanished: 1, notReExported: 5, dropped: 1, dayTimes: 7, openDuplicates: 6, unclaimedDesks: 8 };
    const found = unseenInData({ ...nothing, holes });
    expect(found.filter(({ count }) => count !== null).map(({ code, count }) => [code, count])).toEqual([['unclaimed-desks', 8], ['missing-parents', 3], ['inferred-links', 2], ['duplicates-open', 6], ['vanished', 1], ['not-re-exported', 5], ['texts-dropped', 1], ['day-times', 7], ['hidden-comments-known', 4]]);
  });
  it('changes where the client said so of every source, or says of how many it holds', () => {
    const told = source({ ads: 'included', hiddenComments: 'none-hidden', privateMessages: 'included' }, 1, 2);
    expect(codes({ sources: [told] })).toEqual(['views-anonymous', 'likes-anonymous', 'display-order']);
    expect(codes({ sources: [told, source({}, 3)] })).toEqual(['views-anonymous', 'likes-anonymous', 'private-answers-partly', 'hidden-comments', 'ads-unknown', 'display-order']);
    const refused = unseenInData({ ...nothing, sources: [told, source({ ads: 'excluded', hiddenComments: 'excluded', nestedReplies: 'excluded', order: 'most-relevant' }, 2, 3)] });
    for (const code of ['ads-excluded', 'hidden-comments-excluded', 'nested-replies-excluded', 'most-relevant-only']) expect(refused).toContainEqual({ code, count: 2, container: null });
  });
  it('names rivals without a source where the brand has one', () => {
    const place = (brand: string, network: string): Input['coverage'][number] => ({ container: `${brand} ${network}`, network, brand, replies: 'present', reason: 'brand-replies', imported: 1, declared: null });
    const coverage = [place('Aurora', 'facebook'), place('Aurora', 'instagram'), place('Tramonto', 'instagram'), place('Bottega', 'x')];
    const brands = [{ name: 'Aurora', own: true }, { name: 'Tramonto', own: false }, { name: 'Bottega', own: false }];
    expect(unseenInData({ ...nothing, coverage, brands }).filter(({ code }) => code === 'rival-sources-missing')).toEqual([{ code: 'rival-sources-missing', count: 1, container: 'Tramonto' }, { code: 'rival-sources-missing', count: 2, container: 'Bottega' }]);
    expect(codes({ coverage, brands: brands.map((brand) => ({ ...brand, own: false })) })).not.toContain('rival-sources-missing');
  });
  it('has words of its own for every code, in both languages', () => {
    const all: Unseen['code'][] = ['replies-absent', 'replies-partly', 'rival-sources-missing', 'unclaimed-desks', 'missing-parents', 'inferred-links', 'vanished', 'not-re-exported', 'texts-dropped', 'duplicates-open', 'authors-missing', 'texts-missing', 'relative-times', 'day-times', 'unread-languages', 'views-anonymous', 'likes-anonymous', 'private-answers', 'private-answers-partly', 'hidden-comments', 'hidden-comments-known', 'hidden-comments-excluded', 'ads-unknown', 'ads-excluded', 'nested-replies-excluded', 'most-relevant-only', 'display-order'];
    for (const { unseen } of [english, italian]) {
      for (const code of all) {
        const key = code.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
        expect(Object.keys(unseen).filter((name) => name === key || name === `${key}_other`)).toHaveLength(1);
      }
    }
  });
});
