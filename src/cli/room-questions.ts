/** One question that a room asks: an operation with its input, the filters left out. `filtered` where the operation takes filters. */
export interface RoomQuestion {
  readonly operation: string;
  readonly input: object;
  readonly filtered: boolean;
}

const filtered = (operation: string, input: object = {}): RoomQuestion => ({ operation, input, filtered: true });
const whole = (operation: string, input: object = {}): RoomQuestion => ({ operation, input, filtered: false });

/** A curve as a card draws it. */
const DRAWN = { maxSteps: 400 };
/** The first page of a list as a room shows it. */
const PAGE = { page: 0, size: 20 };

/**
 * The questions that rooms ask when they open or when a filter changes, those of the full level and of cards further down
 * a page included: what `bench` measures a project by. What is asked only after a person has written, drawn or chosen
 * something is left out, and so is what writes or exports.
 */
export const ROOM_QUESTIONS: readonly RoomQuestion[] = [
  // the window, the overview
  whole('filters.options'), whole('reading.status'), whole('project.summary'), filtered('overview'),
  filtered('messages.list', { page: 0, size: 50, orderBy: 'newest' }),
  // response
  filtered('response.survival', { by: 'none', ...DRAWN }), filtered('response.survival', { by: 'intent', ...DRAWN }), filtered('response.survival', { by: 'container', ...DRAWN }),
  filtered('response.gaps'), filtered('response.heat'), filtered('response.trend'), filtered('response.competing', { by: 'none' }), filtered('response.audiogram'),
  filtered('response.requests', PAGE), filtered('response.backlog', PAGE), filtered('response.quality'), filtered('response.criticism'), filtered('response.benchmarks'), filtered('response.vanished'),
  filtered('response.firstPage'), filtered('promises.implicit'), filtered('clock.calendar'),
  // trust
  filtered('promises.list', PAGE), filtered('promises.summary'), filtered('promises.timeToKeep'), filtered('promises.timeline', PAGE), filtered('promises.rates'), filtered('promises.cost'), filtered('promises.path'),
  filtered('trust.parts'), filtered('trust.ties', PAGE), filtered('trust.funnel'), filtered('trust.recommenders'), filtered('trust.people'), filtered('trust.composite'), filtered('trust.levers'), filtered('trust.trend'),
  // value and tribes
  filtered('value.books'), filtered('value.weights'), filtered('value.inequality', { of: 'created' }), filtered('value.robustness'), filtered('value.claim'), filtered('value.accounts', { ...PAGE, orderBy: 'created' }),
  filtered('value.map'), filtered('value.mapTrails'), filtered('value.zoneBorder'), filtered('tribes.list', { lens: 'value' }), filtered('tribes.list'),
  whole('tribes.latent'), whole('tribes.ladder'), filtered('tribes.one', { id: 'value:even' }), filtered('tribes.members', { ...PAGE, id: 'value:even' }),
  filtered('network.communities'), filtered('network.graph'),
  // words and lost value
  filtered('terms.distinctive'), filtered('terms.borrowed'), filtered('topics.list', PAGE),
  filtered('lost.summary'), filtered('lost.hearing'), filtered('lost.fixes'), filtered('lost.pieces', PAGE), filtered('lost.groups', { ...PAGE, kind: 'idea' }), filtered('lost.questions', PAGE), filtered('lost.times'), filtered('value.origins', { page: 0, size: 10 }), filtered('value.changes', { page: 0, size: 10 }), filtered('value.saidDid'),
  // strategy and the plan
  whole('findings.list'), whole('findings.check'), whole('canvas.list'), whole('plan.calendar'), whole('hypotheses.list'), whole('strategy.scenarios'),
  filtered('strategy.formation'), filtered('strategy.breadth'), filtered('strategy.places'), filtered('strategy.debates'), filtered('strategy.activities'), filtered('strategy.causes'), filtered('strategy.mindset'), filtered('strategy.sameness'), filtered('strategy.targetEffect'),
  filtered('strategy.tenHours'), filtered('strategy.ladder'), filtered('strategy.bursts'), filtered('strategy.drill', PAGE), filtered('oneByOne.list'), filtered('oneByOne.effect'),
  // data, people, identities
  whole('import.list'), whole('import.clientQuestions'), whole('import.rules'), whole('coverage.detail', { by: 'post', ...PAGE }), whole('coverage.detail', { by: 'month', ...PAGE }), whole('duplicates.list', PAGE),
  whole('identity.suggestions', PAGE), whole('identity.persons', PAGE), whole('roles.proposals', PAGE), whole('roles.rules'), whole('people.list', PAGE),
  whole('dictionary.get'), whole('reading.settings'), whole('check.scores'), whole('check.proposals'), whole('reading.layer'), whole('metrics.list'),
  // reports
  whole('present.settings'), whole('editions.list'), filtered('present.report', { language: 'en' }),
];
