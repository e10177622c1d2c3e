import type { Intent } from '../../src/domain/model/codes.ts';
import { afterOpenSeconds, awake } from './calendar.ts';
import type { Composed, Theme } from './composer.ts';
import type { PagePost } from './facebook-posts.ts';
import type { Person } from './people.ts';
import type { SampleMessage } from './sample-message.ts';
import type { World } from './world.ts';
import { added, anyone, commentTime } from './world.ts';

/** How the brand treats one kind of request: the planted truth of listening. Waits are open seconds, log-normal. */
interface Treatment {
  readonly theme: Theme & Intent;
  readonly requests: number;
  readonly answered: number;
  readonly medianOpenSeconds: number;
  readonly spread: number;
  /** Share of answers that only send to private. */
  readonly deflected: number;
  /** Share of unanswered requests that get a like from the page. */
  readonly nodded: number;
  readonly officeShare: number;
  readonly peerShare: number;
  /** Share asked by the home baristas. */
  readonly baristaShare: number;
  /** Post sections under which it is asked more often. */
  readonly under: readonly string[];
}

export const TREATMENTS: readonly Treatment[] = [
  { theme: 'purchase', requests: 400, answered: 0.96, medianOpenSeconds: 1_150, spread: 0.85, deflected: 0.02, nodded: 0.1, officeShare: 0.77, peerShare: 0.08, baristaShare: 0.09, under: ['promo', 'prodotto', 'macchina', 'natale'] },
  { theme: 'information', requests: 430, answered: 0.74, medianOpenSeconds: 9_000, spread: 1, deflected: 0.05, nodded: 0.1, officeShare: 0.5, peerShare: 0.4, baristaShare: 0.36, under: ['ricetta', 'macchina', 'bottega', 'capsule', 'estate'] },
  { theme: 'trouble', requests: 420, answered: 0.42, medianOpenSeconds: 52_000, spread: 0.8, deflected: 0.6, nodded: 0.02, officeShare: 0.4, peerShare: 0.13, baristaShare: 0.03, under: ['capsule', 'macchina', 'promo', 'storia'] },
  { theme: 'idea', requests: 165, answered: 0.05, medianOpenSeconds: 70_000, spread: 0.6, deflected: 0, nodded: 0.22, officeShare: 0.4, peerShare: 0.04, baristaShare: 0.03, under: ['chiedi', 'filiera', 'capsule'] },
  { theme: 'decision', requests: 62, answered: 0.45, medianOpenSeconds: 15_000, spread: 0.9, deflected: 0, nodded: 0.1, officeShare: 0.5, peerShare: 0.62, baristaShare: 0.3, under: ['prodotto', 'macchina', 'chiedi'] },
];

/** From 21 July to the end of August 2025 a machine answers first. */
const AUTOMATIC = { fromMs: Date.UTC(2025, 6, 20, 22), untilMs: Date.UTC(2025, 7, 31, 22) } as const;

function intentsOf(treatment: Treatment, text: string): Intent[] {
  return treatment.theme === 'trouble' && /\?/.test(text) && /\b(come|cosa|quando|chi|dove|how|what|when|who)\b/i.test(text) ? ['trouble', 'information'] : [treatment.theme];
}

function peerAnswer(world: World, thread: { asked: SampleMessage; asker: Person; composed: Composed }): SampleMessage | null {
  const { chance, composer } = world;
  const { asked, asker, composed } = thread;
  const circle = chance.happens(asker.cohort === 'barista' ? 0.93 : 0.2) ? world.baristas : chance.happens(0.55) ? world.givers : world.ordinary;
  const helper = chance.one(circle.filter((person) => person.language === asker.language));
  if (helper === asker || (composed.group.peers.length === 0 && asked.truth.intents[0] !== 'trouble')) return null;
  const text = composed.group.peers.length > 0 && (asked.truth.intents[0] !== 'trouble' || chance.happens(0.8)) ? composer.reply(composed.group.peers, helper, composed.bindings, 'helping') : composer.line('social', 'aiuto', { language: asker.language, author: helper });
  const help = added(world, { network: 'facebook', kind: 'reply', parent: asked, post: asked.post, person: helper, atMs: awake(asked.atMs + chance.logNormal(3_600, 1.1) * 1000), text, truth: { intents: ['help'], language: asker.language } });
  if (help === null) return null;
  if (chance.happens(asker.cohort === 'barista' ? 0.62 : 0.5)) {
    added(world, { network: 'facebook', kind: 'reply', parent: help, post: asked.post, person: asker, atMs: awake(help.atMs + chance.logNormal(2_400, 1) * 1000), text: composer.line('social', 'graziepari', { language: asker.language, author: asker }), truth: { intents: ['praise'], language: asker.language } });
  }
  return help;
}

function brandAnswer(world: World, thread: { asked: SampleMessage; target: SampleMessage; asker: Person; composed: Composed; treatment: Treatment }): void {
  const { chance, composer } = world;
  const { asked, target, asker, composed, treatment } = thread;
  const deflects = chance.happens(treatment.deflected);
  const atMs = afterOpenSeconds(asked.atMs, chance.logNormal(treatment.medianOpenSeconds, treatment.spread));
  const templates = composed.group.answers;
  const text = deflects ? composer.answer(composer.templates('brand', 'rimando', asker.language), asker, composed.bindings)
    : treatment.theme === 'idea' ? composer.answer(composer.templates('brand', 'idea', asker.language), asker, composed.bindings)
      : templates.length > 0 ? composer.answer(templates, asker, composed.bindings) : composer.answer(composer.templates('brand', 'tardi', asker.language), asker, composed.bindings);
  const parent = target.atMs < atMs ? target : asked;
  const answer = added(world, { network: 'facebook', kind: 'reply', parent, post: asked.post, person: null, atMs, text, truth: { intents: [], language: asker.language, act: deflects ? 'deflect' : treatment.theme === 'idea' ? 'acknowledge' : 'answer' } });
  if (answer === null) return;
  const thanks = deflects ? 0.05 : treatment.theme === 'trouble' ? 0.3 : 0.2;
  if (chance.happens(thanks)) {
    added(world, { network: 'facebook', kind: 'reply', parent: answer, post: asked.post, person: asker, atMs: awake(answer.atMs + chance.logNormal(5_400, 1.1) * 1000), text: composer.line('social', 'grazie', { language: asker.language, author: asker }), truth: { intents: ['praise'], language: asker.language } });
  } else if (treatment.theme === 'trouble' && chance.happens(deflects ? 0.3 : 0.12) && composed.group.followUps.length > 0) {
    added(world, { network: 'facebook', kind: 'reply', parent: answer, post: asked.post, person: asker, atMs: awake(answer.atMs + chance.logNormal(100_000, 0.8) * 1000), text: composer.reply(composed.group.followUps, asker, composed.bindings, 'sour'), truth: { intents: ['trouble'], language: asker.language } });
  }
}

function machineReply(world: World, asked: SampleMessage, asker: Person): void {
  const { chance, composer } = world;
  const auto = added(world, { network: 'facebook', kind: 'reply', parent: asked, post: asked.post, person: null, atMs: asked.atMs + chance.whole(4, 45) * 1000, text: composer.line('brand', 'auto', { language: asker.language }), likes: 0, truth: { intents: [], language: asker.language, automatic: true } });
  if (auto !== null && chance.happens(0.18)) {
    const text = composer.line('social', 'macchina', { language: asker.language, author: asker });
    added(world, { network: 'facebook', kind: 'reply', parent: auto, post: asked.post, person: asker, atMs: awake(auto.atMs + chance.logNormal(1_500, 1) * 1000), text, truth: { intents: ['other'], language: asker.language } });
  }
}

/** One request under a post with all that follows it: machine, peers, more details, the brand, thanks. */
export function requestThread(world: World, treatment: Treatment, post: PagePost): void {
  const { chance, composer } = world;
  const asker = chance.happens(treatment.baristaShare) ? chance.one(world.baristas) : anyone(world);
  const composed = composer.comment(treatment.theme, asker);
  const atMs = commentTime(world, post.message.atMs, { medianHours: 7, officeShare: treatment.officeShare });
  const answers = chance.happens(asker.cohort === 'barista' && treatment.theme === 'information' ? 0.86 : treatment.answered);
  const likedByBrand = !answers && chance.happens(treatment.nodded);
  const asked = added(world, { network: 'facebook', kind: 'comment', parent: post.message, post: post.message, person: asker, atMs, text: composed.text, likedByBrand, truth: { intents: intentsOf(treatment, composed.text), language: asker.language } });
  if (asked === null) return;
  const automatic = asked.atMs >= AUTOMATIC.fromMs && asked.atMs < AUTOMATIC.untilMs;
  if (automatic && treatment.theme !== 'idea' && chance.happens(0.65)) machineReply(world, asked, asker);
  const peers = treatment.peerShare * (asker.cohort === 'barista' ? 2.6 : 0.85);
  const helped = chance.happens(peers) ? peerAnswer(world, { asked, asker, composed }) : null;
  if (helped !== null && composed.group.peers.length > 1 && chance.happens(0.25)) peerAnswer(world, { asked, asker, composed });
  let target = asked;
  if (treatment.theme === 'trouble' && composed.group.followUps.length > 0 && chance.happens(0.28)) {
    const more = added(world, { network: 'facebook', kind: 'reply', parent: asked, post: post.message, person: asker, atMs: awake(asked.atMs + chance.logNormal(40_000, 1) * 1000), text: composer.reply(composed.group.followUps, asker, composed.bindings, 'sour'), truth: { intents: ['trouble'], language: asker.language } });
    if (more !== null && chance.happens(0.5)) target = more;
  }
  if (answers) brandAnswer(world, { asked, target, asker, composed, treatment });
}
