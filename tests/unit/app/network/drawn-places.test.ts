import { describe, expect, it } from 'vitest';
import { madeUpTies } from '../../../../scripts/bench/made-up-ties.ts';
import { drawnPlaces, type EarlierPlaces } from '../../../../src/app/network/drawn-places.ts';
import { drawnInPlace, type SeededDrawing } from '../../../../src/domain/network/seeded-draws.ts';

const graph = madeUpTies(200, 900, 2);
const groups = new Int32Array(200).fill(-1);
const check = (): void => undefined;

/** Draws in place, and says whether the layout was told where to begin. */
function watched(): { readonly drawing: SeededDrawing; readonly begun: (boolean | null)[] } {
  const begun: (boolean | null)[] = [];
  const inPlace = drawnInPlace();
  return { begun, drawing: { draw: (request) => {
    begun.push('groups' in request.told ? request.told.start !== undefined : null);
    return inPlace.draw(request);
  } } };
}

describe('where people are drawn', () => {
  const first = drawnPlaces(graph, { groups, seed: 3, drawing: drawnInPlace(), check, earlier: null });
  const earlier = async (known: number): Promise<EarlierPlaces> => {
    const { places, frame } = await first;
    if (frame === null) throw new Error('nobody was drawn');
    return { frame, of: (node) => (node < known ? (places.get(node) ?? null) : null) };
  };

  it('goes on from where they lay, from enough people on and where most of them lay somewhere', async () => {
    for (const { known, followFrom, follows } of [{ known: 200, followFrom: 100, follows: true }, { known: 160, followFrom: 200, follows: true }, { known: 159, followFrom: 100, follows: false }, { known: 200, followFrom: 201, follows: false }]) {
      const { drawing, begun } = watched();
      await drawnPlaces(graph, { groups, seed: 3, drawing, check, earlier: await earlier(known), followFrom });
      expect({ known, followFrom, begun }).toEqual({ known, followFrom, begun: [follows] });
    }
  });

  it('is found anew by whoever was never drawn, and few people always are, to the last bit', async () => {
    expect(await drawnPlaces(graph, { groups, seed: 3, drawing: drawnInPlace(), check, earlier: await earlier(200) })).toEqual(await first);
  });
});
