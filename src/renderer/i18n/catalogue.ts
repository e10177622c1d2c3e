import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../state/preferences.ts';
import { account as englishAccount } from './en/account.ts';
import { answers as englishAnswers } from './en/answers.ts';
import { change as englishChange } from './en/change.ts';
import { charts as englishCharts } from './en/charts.ts';
import { check as englishCheck } from './en/check.ts';
import { codes as englishCodes } from '../../domain/wording/en/codes.ts';
import { common as englishCommon } from './en/common.ts';
import { companies as englishCompanies } from './en/companies.ts';
import { data as englishData } from './en/data.ts';
import { definitions as englishDefinitions } from './en/definitions.ts';
import { decisions as englishDecisions } from './en/decisions.ts';
import { failures as englishFailures } from './en/failures.ts';
import { hours as englishHours } from './en/hours.ts';
import { hypotheses as englishHypotheses } from './en/hypotheses.ts';
import { importing as englishImporting } from './en/importing.ts';
import { initiatives as englishInitiatives } from './en/initiatives.ts';
import { ladder as englishLadder } from './en/ladder.ts';
import { listening as englishListening } from './en/listening.ts';
import { lost as englishLost } from './en/lost.ts';
import { messages as englishMessages } from './en/messages.ts';
import { minds as englishMinds } from './en/minds.ts';
import { network as englishNetwork } from './en/network.ts';
import { notes as englishNotes } from './en/notes.ts';
import { oneByOne as englishOneByOne } from './en/one-by-one.ts';
import { origins as englishOrigins } from './en/origins.ts';
import { overview as englishOverview } from './en/overview.ts';
import { privacy as englishPrivacy } from './en/privacy.ts';
import { pastPage as englishPastPage } from './en/past-page.ts';
import { people as englishPeople } from './en/people.ts';
import { plan as englishPlan } from './en/plan.ts';
import { preferences as englishPreferences } from './en/preferences.ts';
import { present as englishPresent } from './en/present.ts';
import { probes as englishProbes } from './en/probes.ts';
import { promises as englishPromises } from './en/promises.ts';
import { questions as englishQuestions } from './en/questions.ts';
import { reading as englishReading } from './en/reading.ts';
import { response as englishResponse } from './en/response.ts';
import { room as englishRoom } from './en/room.ts';
import { sameness as englishSameness } from './en/sameness.ts';
import { saving as englishSaving } from './en/saving.ts';
import { sceptic as englishSceptic } from './en/sceptic.ts';
import { shell as englishShell } from './en/shell.ts';
import { simulator as englishSimulator } from './en/simulator.ts';
import { start as englishStart } from './en/start.ts';
import { strategy as englishStrategy } from './en/strategy.ts';
import { support as englishSupport } from './en/support.ts';
import { targets as englishTargets } from './en/targets.ts';
import { teams as englishTeams } from './en/teams.ts';
import { terms as englishTerms } from './en/terms.ts';
import { tribe as englishTribe } from './en/tribe.ts';
import { tribes as englishTribes } from './en/tribes.ts';
import { trust as englishTrust } from './en/trust.ts';
import { value as englishValue } from './en/value.ts';
import { account } from './it/account.ts';
import { answers } from './it/answers.ts';
import { change } from './it/change.ts';
import { charts } from './it/charts.ts';
import { check } from './it/check.ts';
import { codes } from '../../domain/wording/it/codes.ts';
import { common } from './it/common.ts';
import { companies } from './it/companies.ts';
import { data } from './it/data.ts';
import { definitions } from './it/definitions.ts';
import { decisions } from './it/decisions.ts';
import { failures } from './it/failures.ts';
import { hours } from './it/hours.ts';
import { hypotheses } from './it/hypotheses.ts';
import { importing } from './it/importing.ts';
import { initiatives } from './it/initiatives.ts';
import { ladder } from './it/ladder.ts';
import { listening } from './it/listening.ts';
import { lost } from './it/lost.ts';
import { messages } from './it/messages.ts';
import { minds } from './it/minds.ts';
import { network } from './it/network.ts';
import { notes } from './it/notes.ts';
import { oneByOne } from './it/one-by-one.ts';
import { origins } from './it/origins.ts';
import { overview } from './it/overview.ts';
import { privacy } from './it/privacy.ts';
import { pastPage } from './it/past-page.ts';
import { people } from './it/people.ts';
import { plan } from './it/plan.ts';
import { preferences } from './it/preferences.ts';
import { present } from './it/present.ts';
import { probes } from './it/probes.ts';
import { promises } from './it/promises.ts';
import { questions } from './it/questions.ts';
import { reading } from './it/reading.ts';
import { response } from './it/response.ts';
import { room } from './it/room.ts';
import { sameness } from './it/sameness.ts';
import { saving } from './it/saving.ts';
import { sceptic } from './it/sceptic.ts';
import { shell } from './it/shell.ts';
import { simulator } from './it/simulator.ts';
import { start } from './it/start.ts';
import { strategy } from './it/strategy.ts';
import { support } from './it/support.ts';
import { targets } from './it/targets.ts';
import { teams } from './it/teams.ts';
import { terms } from './it/terms.ts';
import { tribe } from './it/tribe.ts';
import { tribes } from './it/tribes.ts';
import { trust } from './it/trust.ts';
import { value } from './it/value.ts';
import type { SameKeys } from '../../domain/wording/same-keys.ts';

/** The Italian catalogue: one namespace for every feature. It decides which keys exist. */
export const italian = { account, answers, change, charts, check, codes, common, companies, data, decisions, definitions, failures, hours, hypotheses, importing, initiatives, ladder, listening, lost, messages, minds, network, notes, oneByOne, origins, overview, pastPage, people, plan, preferences, present, privacy, probes, promises, questions, reading, response, room, sameness, saving, sceptic, shell, simulator, start, strategy, support, targets, teams, terms, tribe, tribes, trust, value };

/** The English catalogue; a key missing here does not compile. */
export const english: SameKeys<typeof italian> = {
  account: englishAccount,
  answers: englishAnswers,
  change: englishChange,
  charts: englishCharts,
  check: englishCheck,
  codes: englishCodes,
  common: englishCommon,
  companies: englishCompanies,
  data: englishData,
  decisions: englishDecisions,
  definitions: englishDefinitions,
  failures: englishFailures,
  hours: englishHours,
  hypotheses: englishHypotheses,
  importing: englishImporting,
  initiatives: englishInitiatives,
  ladder: englishLadder,
  listening: englishListening,
  lost: englishLost,
  messages: englishMessages,
  minds: englishMinds,
  network: englishNetwork,
  notes: englishNotes,
  oneByOne: englishOneByOne,
  origins: englishOrigins,
  overview: englishOverview,
  pastPage: englishPastPage,
  people: englishPeople,
  plan: englishPlan,
  preferences: englishPreferences,
  present: englishPresent,
  privacy: englishPrivacy,
  probes: englishProbes,
  promises: englishPromises,
  questions: englishQuestions,
  reading: englishReading,
  response: englishResponse,
  room: englishRoom,
  sameness: englishSameness,
  saving: englishSaving,
  sceptic: englishSceptic,
  shell: englishShell,
  simulator: englishSimulator,
  start: englishStart,
  strategy: englishStrategy,
  support: englishSupport,
  targets: englishTargets,
  teams: englishTeams,
  terms: englishTerms,
  tribe: englishTribe,
  tribes: englishTribes,
  trust: englishTrust,
  value: englishValue,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: typeof italian;
  }
}

/**
 * Makes the translator with both languages in memory, ready at once. Values are not escaped: React writes them as text.
 */
export function createTranslator(language: Language): i18n {
  const translator = i18next.createInstance();
  void translator.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: Object.keys(italian),
    defaultNS: 'common',
    resources: { it: italian, en: english },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return translator;
}
