import { createCopyFinder } from '../../domain/terms/copy-groups.ts';
import { tokenHashes, tokenRuns } from '../../domain/terms/token-runs.ts';
import type { OriginDemands } from '../../domain/model/origin-code.ts';
import { announcementRows, demandRows, earliestRequestMs, type AnnouncementRow, type DemandRow } from '../../store/origin-queries.ts';
import { pieceCondition } from '../../store/piece-pages.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { comparedText } from '../../text/compared-text.ts';
import { EVERY_PIECE } from '../lost/lost-summary.ts';
import type { ResolvedScope } from '../read/scope.ts';

/** Latest announcements and pieces that are compared at most: every one is held against every other. */
export const MOST_COMPARED = { announcements: 1000, pieces: 20_000 } as const;

/** An announcement with the messages that say the same again. */
export interface FoldedAnnouncement extends AnnouncementRow {
  readonly copies: readonly AnnouncementRow[];
}

/** What a brand told and what people asked for, ready to be compared. */
export interface OriginGround {
  /** Those nearly word for word the same as one, dated by the earliest; the latest first. */
  readonly announcements: FoldedAnnouncement[];
  readonly pieces: DemandRow[];
  /** Whether older ones lie beyond {@link MOST_COMPARED}. */
  readonly leftOut: { readonly announcements: boolean; readonly pieces: boolean };
  /** Since when people can be seen asking, UTC ms. */
  readonly watchedFromMs: number;
}

/** Announcements that say the same nearly word for word are one, told first by the earliest. */
function folded(rows: readonly AnnouncementRow[]): FoldedAnnouncement[] {
  const finder = createCopyFinder();
  const tokens = rows.map(({ text }) => tokenHashes(comparedText(text)));
  const wordings = tokens.map((words) => finder.add(words));
  const tokensOf = new Map(wordings.map((wording, place) => [wording, tokens[place] ?? new Int32Array(0)]));
  const { groupOf } = finder.groups((wording) => tokenRuns(tokensOf.get(wording) ?? new Int32Array(0)));
  const byGroup = new Map<string, AnnouncementRow[]>();
  rows.forEach((row, place) => {
    const wording = wordings[place] ?? -1;
    const group = `${String(row.brandId)} ${wording < 0 ? `alone ${row.text.trim().toLowerCase()}` : String(groupOf[wording])}`;
    const known = byGroup.get(group);
    if (known === undefined) byGroup.set(group, [row]);
    else known.push(row);
  });
  return [...byGroup.values()].flatMap((group) => {
    const [first, ...copies] = group.toSorted((one, other) => one.atMs - other.atMs || one.messageId - other.messageId);
    return first === undefined ? [] : [{ ...first, copies }];
  }).sort((one, other) => other.atMs - one.atMs || other.messageId - one.messageId);
}

/**
 * Announcements by period, network and place of the filters; demands by all filters but the period, since what was asked before
 * it is what is looked for. The latest thousand announcements and twenty thousand pieces are compared.
 */
export function originGround({ project, brand, messages: { filters = {}, ...rest } }: ResolvedScope, of: OriginDemands): OriginGround {
  const { fromMs, toMs, networks, containers, ...others } = filters;
  const brandId = brand?.id ?? null;
  const told = announcementRows(project, { brandId, messages: messageCondition({ ...rest, filters: { fromMs, toMs, networks, containers } }), most: MOST_COMPARED.announcements + 1 });
  const kinds = of === 'ideas' ? ['idea' as const] : ['idea' as const, 'fault' as const, 'question' as const];
  const asked = demandRows(project, pieceCondition({ brandId, messages: messageCondition({ ...rest, filters: { networks, containers, ...others } }) }, { ...EVERY_PIECE, kinds }), MOST_COMPARED.pieces + 1);
  const pieces = asked.slice(0, MOST_COMPARED.pieces);
  const isCut = asked.length > MOST_COMPARED.pieces;
  return {
    announcements: folded(told.slice(0, MOST_COMPARED.announcements)), pieces, leftOut: { announcements: told.length > MOST_COMPARED.announcements, pieces: isCut },
    watchedFromMs: (isCut ? pieces.at(-1)?.atMs : (earliestRequestMs(project, brandId) ?? pieces.at(-1)?.atMs)) ?? 0,
  };
}
