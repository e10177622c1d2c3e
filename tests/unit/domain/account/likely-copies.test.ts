import { describe, expect, it } from 'vitest';
import { likelyCopies, type CopyCandidate } from '../../../../src/domain/account/likely-copies.ts';

const copy = (nativeId: string, more: Partial<CopyCandidate> = {}): CopyCandidate => ({
  id: Number(nativeId.replaceAll(/\D/g, '')), networkId: 1, nativeId, kind: 'comment', containerId: 1, rootId: 1, atMs: 1_000_000, precision: 's', names: ['anna'], key: 'quando torna la miscela?', importIds: new Set([nativeId.startsWith('a') ? 1 : 2]), ...more,
});

describe('likelyCopies', () => {
  it('joins one text of one author at one time in one place', () => {
    expect(likelyCopies([copy('b2'), copy('a1')])).toEqual([{ a: 1, b: 2, likeness: 0.9, reason: 'same-author' }]);
    expect(likelyCopies([copy('a1'), copy('b2', { rootId: 9 })])).toMatchObject([{ likeness: 0.8 }]);
    expect(likelyCopies([])).toEqual([]);
  });
  it('keeps apart another network, place, author, text or time', () => {
    for (const other of [{ networkId: 2 }, { containerId: 2, rootId: 2 }, { names: ['bruno'] }, { key: 'quando torna?' }, { atMs: 1_002_000 }, { containerId: null, rootId: null }]) expect(likelyCopies([copy('a1'), copy('b2', other)])).toEqual([]);
  });
  it('lets times differ as far as the coarser of them tells', () => {
    expect(likelyCopies([copy('a1'), copy('b2', { atMs: 1_059_000, precision: 'min' })])).toHaveLength(1);
    expect(likelyCopies([copy('a1'), copy('b2', { atMs: 61_000_000, precision: 'day' })])).toMatchObject([{ likeness: 0.7 }]);
    expect(likelyCopies([copy('a1'), copy('b2', { atMs: null, precision: 'none' })])).toMatchObject([{ likeness: 0.7 }]);
  });
  it('asks a telling text where an author or an exact time is missing', () => {
    expect(likelyCopies([copy('a1'), copy('b2', { names: [] })])).toEqual([{ a: 1, b: 2, likeness: 0.7, reason: 'author-missing' }]);
    expect(likelyCopies([copy('a1', { key: 'ciao' }), copy('b2', { key: 'ciao', names: [] })])).toEqual([]);
    expect(likelyCopies([copy('a1', { key: 'ciao' }), copy('b2', { key: 'ciao' })])).toHaveLength(1);
    expect(likelyCopies([copy('a1', { key: 'ciao' }), copy('b2', { key: 'ciao', precision: 'day' })])).toEqual([]);
  });
  it('never joins two that one import brings, but one id that came as two kinds', () => {
    expect(likelyCopies([copy('a1'), copy('a2')])).toEqual([]);
    expect(likelyCopies([copy('a1'), copy('b2', { importIds: new Set([2, 1]) })])).toEqual([]);
    expect(likelyCopies([copy('a1'), copy('a1', { id: 7, kind: 'reply', rootId: 3, containerId: 3 })])).toEqual([{ a: 1, b: 7, likeness: 0.85, reason: 'same-id-other-kind' }]);
  });
  it('compares a text that everybody writes with its neighbours only', () => {
    const many = Array.from({ length: 3000 }, (_, at) => copy(`${at % 2 === 0 ? 'a' : 'b'}${String(at)}`, { atMs: at * 1000, precision: 'day', names: [`p${String(at)}`] }));
    expect(likelyCopies(many)).toEqual([]);
  });
});
