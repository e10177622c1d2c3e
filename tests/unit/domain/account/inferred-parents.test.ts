import { describe, expect, it } from 'vitest';
import { INFERRED_PARENT_WITHIN_MS, inferredParents, type UnlinkedMessage } from '../../../../src/domain/account/inferred-parents.ts';

const said = (id: number, more: Partial<UnlinkedMessage> = {}): UnlinkedMessage => ({ id, nativeId: String(id).padStart(3, '0'), placeId: 1, authorId: id, atMs: id * 60_000, isVoice: false, key: null, mentionedIds: [], authorName: null, ...more });
const found = (...messages: UnlinkedMessage[]): unknown[] => inferredParents(messages).map(({ id, parentId, confidence, reason }) => [id, parentId, confidence, reason]);

describe('inferredParents', () => {
  it('follows a handle to the latest message of its account, less surely the more it wrote', () => {
    expect(found(said(1), said(2, { mentionedIds: [1] }))).toEqual([[2, 1, 0.8, 'mention']]);
    expect(found(said(1, { authorId: 9 }), said(2, { authorId: 9 }), said(3, { mentionedIds: [9], isVoice: true }))).toEqual([[3, 2, 0.6, 'brand-names-asker']]);
    expect(found(said(1), said(2, { mentionedIds: [77] }))).toEqual([]);
  });
  it('follows a quotation before anything else', () => {
    expect(found(said(1, { key: 'la macchina perde acqua' }), said(2), said(3, { key: '«la macchina perde acqua» è capitato anche a me', mentionedIds: [2] }))).toEqual([[3, 1, 0.9, 'quote']]);
    expect(found(said(1, { key: 'perde acqua' }), said(2, { key: 'perde acqua anche a me' }))).toEqual([]);
    expect(found(said(1, { key: 'la macchina perde acqua' }), said(2, { key: 'la macchina perde acquavite' }))).toEqual([]);
  });
  it('follows a whole name only for a brand, and never one that two people bear', () => {
    const asker = said(1, { authorName: 'anna rossi' });
    expect(found(asker, said(2, { isVoice: true, key: 'ciao anna rossi, arriva a marzo' }))).toEqual([[2, 1, 0.7, 'brand-names-asker']]);
    expect(found(asker, said(2, { key: 'ciao anna rossi, arriva a marzo' }))).toEqual([]);
    expect(found(asker, said(2, { authorName: 'anna rossi' }), said(3, { isVoice: true, key: 'ciao anna rossi' }))).toEqual([]);
    expect(found(asker, said(2, { isVoice: true, key: 'gli annarossini' }))).toEqual([]);
  });
  it('looks back 48 hours, in one place, at others', () => {
    expect(found(said(1), said(2, { mentionedIds: [1], atMs: 60_000 + INFERRED_PARENT_WITHIN_MS }))).toHaveLength(1);
    expect(found(said(1), said(2, { mentionedIds: [1], atMs: 60_001 + INFERRED_PARENT_WITHIN_MS }))).toEqual([]);
    expect(found(said(1), said(2, { mentionedIds: [1], placeId: 2 }))).toEqual([]);
    expect(found(said(1), said(2, { authorId: 1, mentionedIds: [1] }))).toEqual([]);
    expect(found(said(2, { mentionedIds: [3] }), said(3))).toEqual([]);
  });
  it('does not depend on the order in which messages are given', () => {
    const messages = [said(1), said(2, { atMs: 60_000 }), said(3, { mentionedIds: [1, 2] }), said(4, { mentionedIds: [2] })];
    expect(found(...[...messages].reverse())).toEqual(found(...messages));
  });
});
