import type { CompanyBasis } from '../model/company.ts';

/** What is known of an account that may tell its company. */
export interface CompanySigns {
  /** An address its profile or mail domain gives. */
  readonly link: string | null;
  readonly profile: string | null;
  /** What the source gives as the account's company. */
  readonly given: string | null;
  /** What a person said; '' says that it writes for none, null that nobody said. */
  readonly decided: string | null;
}

/** A company with how it is known; `name` null: none. */
export interface FoundCompany {
  readonly name: string | null;
  readonly basis: CompanyBasis;
}

/** Sites on which anybody has a page: they name no company. */
const SHARED_SITES = /(?:^|\.)(?:facebook|instagram|twitter|x|linkedin|youtube|youtu|tiktok|threads|reddit|t|bsky|mastodon|medium|github|gitlab|wordpress|blogspot|tumblr|linktr|pinterest|google|goo|bit|about|whatsapp|wa|telegram|amazon|substack|behance|dribbble)\.[a-z.]{2,6}$/;
const SECOND_LEVEL = /^(?:co|com|org|net|gov|edu|ac)\.[a-z]{2}$/;
const EMPLOYER = /(?:\b(?:works? (?:at|for)|working (?:at|for)|employed (?:at|by)|lavor[oa] (?:in|a|da|per|presso)|presso|dipendente (?:di|presso)|impiegat[oa] (?:in|presso)|(?:manager|director|engineer|buyer|head of [\p{L} ]{2,30}|ceo|cto|cfo|founder|responsabile [\p{L} ]{2,30}|titolare|direttor[ei]|direttrice|consulente)\s+(?:at|@|presso|di|in))\s+|\s@\s?)((?:\p{Lu}[\p{L}\p{N}&.'-]*)(?:\s+(?:&|\p{Lu}[\p{L}\p{N}&.'-]*)){0,3})/u;
const LEGAL_FORM = /[\s,]+(?:s\.?\s?r\.?\s?l\.?s?|s\.?\s?p\.?\s?a|s\.?\s?n\.?\s?c|s\.?\s?a\.?\s?s|ltd|llc|inc|gmbh|plc|corp|limited)\.?$/i;

/** A company's name as compared: case, accents, legal form and punctuation do not count. */
export function companyKey(name: string): string {
  return name.replace(LEGAL_FORM, '').normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The domain by which an address names a company: its last labels, without what stands in front; null for a site on which anybody
 * has a page and for what is no address.
 * @example companyDomain('https://www.shop.contirossi.example/about') // 'contirossi.example'
 */
export function companyDomain(link: string): string | null {
  const [, host = ''] = /^(?:https?:\/\/)?([\p{L}\p{N}.-]{3,200})(?:[/:?#]|$)/iu.exec(link.trim()) ?? [];
  const labels = host.toLowerCase().split('.').filter((label) => label !== '');
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? '')) return null;
  const kept = SECOND_LEVEL.test(labels.slice(-2).join('.')) ? 3 : 2;
  const domain = labels.slice(-kept).join('.');
  return labels.length < kept || SHARED_SITES.test(domain) ? null : domain;
}

/**
 * The company an account writes for, by the surest sign: what a person said, what its source gives as its company, the domain of its address or own site, the employer its
 * profile names ("works at Conti Rossi", "presso Conti Rossi"). A profile alone is a claim, and stands as such.
 */
export function companyOf({ link, profile, given, decided }: CompanySigns): FoundCompany {
  if (decided !== null) return { name: decided === '' ? null : decided, basis: 'hand' };
  const written = given === null ? '' : given.replace(LEGAL_FORM, '').trim();
  if (companyKey(written) !== '') return { name: written, basis: 'file' };
  const domain = link === null ? null : companyDomain(link);
  if (domain !== null) return { name: domain, basis: 'domain' };
  const [, employer] = profile === null ? [] : (EMPLOYER.exec(profile) ?? []);
  return employer === undefined ? { name: null, basis: 'none' } : { name: employer.replace(/[.,]+$/, '').replace(LEGAL_FORM, '').trim(), basis: 'profile' };
}
