import type { Role } from '../../domain/model/codes.ts';
import { botSigns, type AccountSign } from '../../domain/roles/bot-signs.ts';
import { brandNames, type BrandNames } from '../../domain/roles/brand-names.ts';
import { duplicateAccounts } from '../../domain/roles/duplicate-accounts.ts';
import { nameSignals } from '../../domain/roles/name-signals.ts';
import type { RoleSignal } from '../../domain/roles/role-signal.ts';
import { isSigned, voiceBehaviour } from '../../domain/roles/voice-behaviour.ts';
import { nameKey } from '../../domain/roles/written-name.ts';
import {
  addressedBrandReader, busyAccounts, busyPlaces, customerTraces, followerTraces, namedBrands, namedPlaces, purchaseMessages, roleAccounts, roleMessages, sameNamedAccounts, tieMessages, type AmongAccounts, type RoleAccount, type RoleMessage,
} from '../../store/role-evidence.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { createRoleReader, type RoleHit, type RoleReader } from '../../text/role-reader.ts';

/** Everything found of accounts: signs of roles, and flags with their reasons. */
export interface RoleFindings {
  readonly signals: Map<number, RoleSignal[]>;
  readonly flags: Map<number, AccountSign[]>;
}

/** Called between pages; throws to stop. */
export type RoleProgress = (done: number) => void;

const LEAST_PURCHASE = 0.5;
const MOST_PURCHASE = 0.9;
const EVIDENCE = 0.95;
const FOLLOWS = 0.75;
const SOURCE_BRAND = 0.8;
const NAMED_PLACE = 0.75;
const PLACE_OF_NOBODY = 0.45;
const TIE_READ = 0.75;
/** A disclosure under a brand's own post speaks of the post as often as of its writer. */
const UNDER_BRAND = 0.6;
const FEW_PEOPLE = 5;
const LEAST_MESSAGES = 5;

type Put = (accountId: number, signal: RoleSignal) => void;

/** Roles that a text says are over: "you have lost a customer of twenty years" ends what it names. */
function rolesOver(hits: readonly RoleHit[]): Set<Role> {
  return new Set(hits.filter(({ rule }) => rule.ends).map(({ rule }) => rule.role));
}

function textSignal({ rule, namedBrandId, brandIds }: RoleHit, message: RoleMessage, addressed: () => number | null): RoleSignal | null {
  const placeBrandId = message.placeBrandId ?? (namedBrandId === null ? addressed() : null);
  const brandId = rule.brand === 'named' ? namedBrandId : rule.brand === 'place' ? placeBrandId : (namedBrandId ?? placeBrandId ?? brandIds[0] ?? null);
  if (brandId === null && rule.brand !== 'any') return null;
  const isUnderBrand = rule.role === 'partner' && message.kind !== 'post' && message.placeBrandId !== null;
  return { role: rule.role, brandId, rule: rule.rule, basis: 'text', confidence: rule.confidence * (isUnderBrand ? UNDER_BRAND : 1), messageId: message.id, atMs: message.atMs, ...(rule.ends ? { ends: true } : {}) };
}

function fromTexts(project: ProjectDatabase, { reader, scope, put, progress }: { readonly reader: RoleReader; readonly scope: AmongAccounts; readonly put: Put; readonly progress: RoleProgress }): void {
  const addressedBrand = addressedBrandReader(project);
  const disclosed = new Set<number>();
  let done = 0;
  for (const page of roleMessages(project, scope)) {
    for (const message of page) {
      const hits = reader.read(message.text, 'text');
      const over = rolesOver(hits);
      for (const hit of hits) {
        if (!hit.rule.ends && over.has(hit.rule.role)) continue;
        const signal = textSignal(hit, message, () => addressedBrand(message));
        if (signal === null) continue;
        if (signal.role === 'partner') disclosed.add(message.id);
        put(message.accountId, signal);
      }
    }
    done += page.length;
    progress(done);
  }
  for (const { id, accountId, atMs, kind, rootId, placeBrandId } of tieMessages(project, scope)) {
    if (disclosed.has(id)) continue;
    const confidence = kind !== 'post' && placeBrandId !== null ? TIE_READ * UNDER_BRAND : TIE_READ;
    put(accountId, { role: 'partner', brandId: placeBrandId ?? addressedBrand({ id, rootId }), rule: 'tie-marked', basis: 'text', confidence, messageId: id, atMs });
  }
  for (const { id, accountId, atMs, rootId, placeBrandId, probability } of purchaseMessages(project, scope)) {
    if (probability < LEAST_PURCHASE) continue;
    put(accountId, { role: 'prospect', brandId: placeBrandId ?? addressedBrand({ id, rootId }), rule: 'asks-to-buy', basis: 'text', confidence: Math.min(MOST_PURCHASE, probability), messageId: id, atMs });
  }
}

function fromTraces(project: ProjectDatabase, scope: AmongAccounts, put: Put): void {
  for (const { accountId, brandId, atMs, messageId, times } of customerTraces(project, scope)) put(accountId, { role: 'customer', brandId, rule: 'review-or-ticket', basis: 'evidence', confidence: EVIDENCE, messageId, atMs, figures: { messages: times } });
  for (const { accountId, brandId, atMs, times } of followerTraces(project, scope)) put(accountId, { role: 'interested', brandId, rule: 'follows', basis: 'reaction', confidence: FOLLOWS, messageId: null, atMs, figures: { reactions: times } });
}

function profileSignals({ profile }: RoleAccount, reader: RoleReader): RoleSignal[] {
  if (profile === null) return [];
  const hits = reader.read(profile, 'profile');
  const over = rolesOver(hits);
  return hits.flatMap(({ rule, namedBrandId, brandIds }): RoleSignal[] => {
    if (!rule.ends && over.has(rule.role)) return [];
    const brandId = namedBrandId ?? brandIds[0] ?? null;
    if (brandId === null && rule.brand !== 'any') return [];
    const towardsAll = rule.standsAlone && brandId === null;
    return [{ role: rule.role, brandId, rule: rule.rule, basis: 'profile', confidence: rule.confidence, messageId: null, atMs: null, ...(rule.ends ? { ends: true } : {}), ...(towardsAll ? { towardsAll } : {}) }];
  });
}

function placeSignals(account: RoleAccount, places: ReadonlyMap<string, { name: string; brandId: number | null }>, knowsBrands: boolean): RoleSignal[] {
  for (const written of [account.nativeId, account.handle, account.name]) {
    const place = written === null ? undefined : places.get(`${account.networkId} ${nameKey(written)}`);
    if (place === undefined) continue;
    const { name, brandId } = place;
    return [{ role: 'voice', brandId, rule: 'name-is-place', basis: 'name', confidence: brandId !== null || !knowsBrands ? NAMED_PLACE : PLACE_OF_NOBODY, messageId: null, atMs: null, ...(brandId === null ? { suggestedBrand: name } : {}) }];
  }
  return [];
}

/** The brand a source's own mark speaks of: the one the account is named after, else a new one of its name. */
function markedBrand({ handle, name, nativeId }: RoleAccount, brands: BrandNames): { brandId: number | null; suggestedBrand?: string } {
  const brandId = [name, handle, nativeId].flatMap((written) => (written === null ? [] : (brands.whole(nameKey(written))?.brandId ?? [])))[0];
  return brandId === undefined ? { brandId: null, suggestedBrand: name ?? handle ?? nativeId } : { brandId };
}

/** Places by network and by the name they bear, written in any way; one that has an owner goes before one of nobody's. */
function placesByName(project: ProjectDatabase): Map<string, { name: string; brandId: number | null }> {
  const places = new Map<string, { name: string; brandId: number | null }>();
  for (const { networkId, name, nativeId, brandId } of namedPlaces(project)) {
    for (const key of [nameKey(name), nameKey(nativeId)]) if (key !== '' && (brandId !== null || !places.has(`${networkId} ${key}`))) places.set(`${networkId} ${key}`, { name, brandId });
  }
  return places;
}

function fromAccounts(project: ProjectDatabase, { brands, knowsBrands, reader, scope, put }: { readonly brands: BrandNames; readonly knowsBrands: boolean; readonly reader: RoleReader; readonly scope: AmongAccounts; readonly put: Put }): void {
  const places = placesByName(project);
  for (const account of roleAccounts(project, scope)) {
    const marked: RoleSignal[] = account.sourceSaysBrand ? [{ role: 'voice', ...markedBrand(account, brands), rule: 'source-marks-brand', basis: 'source', confidence: SOURCE_BRAND, messageId: null, atMs: null }] : [];
    for (const signal of [...nameSignals(account, brands), ...profileSignals(account, reader), ...placeSignals(account, places, knowsBrands), ...marked]) put(account.id, signal);
  }
}

function fromBehaviour(project: ProjectDatabase, scope: AmongAccounts, put: Put): void {
  for (const { accountId, brandId, placeName, texts, ...figures } of busyPlaces(project, FEW_PEOPLE, scope)) {
    const signs = voiceBehaviour({ ...figures, lookedAt: texts.length, signed: texts.filter(isSigned).length });
    for (const sign of signs) put(accountId, { role: 'voice', brandId, basis: 'behaviour', messageId: null, atMs: null, ...sign, ...(brandId === null && placeName !== null ? { suggestedBrand: placeName } : {}) });
  }
}

function automation(project: ProjectDatabase, scope: AmongAccounts, progress: RoleProgress): Map<number, AccountSign[]> {
  const flags = new Map<number, AccountSign[]>();
  const marked = new Set<number>();
  for (const { id, sourceSaysBot } of roleAccounts(project, scope)) if (sourceSaysBot) marked.add(id);
  const add = (accountId: number, signs: readonly AccountSign[]): void => {
    if (signs.length > 0) flags.set(accountId, [...(flags.get(accountId) ?? []), ...signs]);
  };
  for (const { accountId, names, facts } of busyAccounts(project, LEAST_MESSAGES, scope)) {
    progress(0);
    add(accountId, botSigns(facts, { sourceSaysBot: marked.delete(accountId), names }));
  }
  for (const accountId of marked) add(accountId, botSigns([], { sourceSaysBot: true, names: [] }));
  for (const group of sameNamedAccounts(project, scope)) for (const [accountId, sign] of duplicateAccounts(group)) add(accountId, [sign]);
  return flags;
}

/**
 * Gathers every sign of roles of some accounts, or of all, from names, profiles, texts, traces and behaviour, and the flags
 * of bots and doubles. Reads the project alone, in id order, so that the same data give the same signs. `progress` counts messages read.
 */
export function roleFindings(project: ProjectDatabase, scope: AmongAccounts, progress: RoleProgress): RoleFindings {
  const signals = new Map<number, RoleSignal[]>();
  const put: Put = (accountId, signal) => {
    const known = signals.get(accountId);
    if (known === undefined) signals.set(accountId, [signal]);
    else known.push(signal);
  };
  const named = namedBrands(project);
  const brands = brandNames(named);
  const reader = createRoleReader(brands);
  fromTexts(project, { reader, scope, put, progress });
  fromTraces(project, scope, put);
  fromAccounts(project, { brands, knowsBrands: named.length > 0, reader, scope, put });
  fromBehaviour(project, scope, put);
  const flags = automation(project, scope, progress);
  for (const [accountId, signs] of flags) {
    for (const { flag, reason, confidence, figures, messageIds } of signs) {
      if (flag === 'bot') put(accountId, { role: 'bot', brandId: null, rule: `bot-${reason}`, basis: reason === 'source' ? 'source' : 'behaviour', confidence, messageId: messageIds[0] ?? null, atMs: null, figures, ...(reason === 'name' ? { supports: true } : {}) });
    }
  }
  return { signals, flags };
}
