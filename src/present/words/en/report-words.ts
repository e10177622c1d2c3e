import type { SameKeys } from '../../../domain/wording/same-keys.ts';
import type { reportWords as italian } from '../it/report-words.ts';

/** English words of reports: names of sections, headlines in their three forms, measures, columns and what they mean. */
export const reportWords: SameKeys<typeof italian> = {
  sections: {
    cover: 'Cover', board: 'Summary for the board', limits: 'The data and their limits', question: 'The question', map: 'Map of the tribes', tribes: 'The tribes, one by one', listening: 'Listening gap',
    answers: 'Quality of answers', trust: 'Promises and trust', formation: 'Formation', works: 'One thing that works', origins: 'Who said it first', 'said-did': 'You said, we did', plan: 'The plan', decisions: 'The decisions of today', method: 'Method', appendix: 'Appendix',
  },
  title: 'The people around {{brand}}', titleAll: 'The people around the brands of the project', window: '{{from}} – {{to}}', windowUnknown: 'dates not known',
  source: 'Source: {{messages}} messages from {{networks}}; version of the data {{dataVersion}}', people: { profiles: 'profiles', persons: 'people' },
  filtered: { mark: 'As filtered now: {{list}}', networks: 'network {{list}}', intents: 'reason {{list}}', between: 'period {{from}} – {{to}}', since: 'period {{from}} – end of the data', until: 'period start of the data – {{to}}' },
  interval: 'between {{low}} and {{high}}', cases: 'n = {{n}}', everybody: 'Everybody', others: 'Other tribes', tribeWord: 'Tribe',
  role: { voice: 'Speaks for the brand', employee: 'Employees', partner: 'Partners', customer: 'Customers', prospect: 'Potential customers', talent: 'Talents', investor: 'Investors', press: 'Press', interested: 'Interested', bot: 'Bots', unknown: 'Role not known' },
  zone: { 'gives-more': 'Gives more', even: 'Even', 'receives-more': 'Receives more', 'little-active': 'Little active', few: 'Too few traces' },
  unnamed: 'Community {{number}}',
  intents: { information: 'Questions', trouble: 'Problems', idea: 'Proposals', purchase: 'Purchase interest', decision: 'Asks for opinions', praise: 'Compliments' },
  unchecked: 'What messages ask is read by a program and not yet verified on these data: errors of reading pull the groups together.',
  checked: 'What messages ask is read by a program, verified by hand on a random sample of these data.',
  columns: {
    group: 'Group', n: 'Cases', people: 'Profiles', low: 'From', high: 'To', low95: 'Lower limit of the 95 % interval.', high95: 'Upper limit of the 95 % interval.',
  },
  board: {
    title: 'In short', measure: '{{people}} {{noun}}, {{messages}} messages, {{window}}; comparisons looked at: {{comparisons}}', findings: 'What the data say', works: 'One thing that works', nothing: 'No finding survives the cautious reading: cases are too few, or answers are missing from the data.',
    open: 'requests still without an answer', openDetail: 'at the end of the data', day: 'requests answered within 24 hours', kept: 'promises kept', wait: 'mean wait of those who report a problem', capped: 'counting at most {{horizon}}, {{interval}}, n = {{n}}',
    notes: 'Open with the sentence, then the figure, then what follows from it. The other sentences stand by people concerned, among those that survive the cautious case.',
  },
  limits: { events: 'Around the brand in this period', eventDay: '{{name}} ({{from}})', eventSpan: '{{name}} ({{from}} – {{to}})',
    title: 'What these data do not see', measure: 'To be read before the figures: what follows holds only for what was exported', sources: 'The sources', notes: 'This page protects whoever listens: it says where the figures end, and what to ask for to go further.',
    place: 'Source', network: 'Network', replies: 'Answers of the brand', imported: 'Answers imported', declared: 'Answers declared', other: 'Other places on {{network}}',
    meaning: { place: 'The page, channel or desk that the messages come from; places that are not the brand’s stand together, by network.', network: 'Where it was written.', replies: 'Whether the brand’s answers are in the data.', imported: 'Answers of the brand in the data.', declared: 'Answers that the export says there are.' },
  },
  question: { title: 'The question' },
  map: {
    few: 'Who gives and who receives more cannot be told: too few profiles with enough traces ({{n}})',
    clear: 'Of {{of}} profiles with enough traces, {{n}} stand in “{{who}}” ({{share}})', notClear: 'Which tribe is the largest depends on the weights; with those chosen it is “{{who}}”, {{n}} of {{of}} profiles with enough traces',
    measure: 'Points created and received by each tribe, on log axes; on the line as much is given as received. {{unassigned}} profiles left fewer than five traces and stand in no tribe', created: 'created', consumed: 'received', parity: 'even', notes: 'The one-to-one line divides those who give from those who receive. Places hold with the project’s weights; stability says how much they change with others.',
    table: 'Tribes by value', alt: 'Tribes by points created and received: {{list}}.', altItem: '{{tribe}} {{created}} and {{consumed}}', sheet: 'Tribes',
    columns: { tribe: 'Tribe', lens: 'Lens', people: 'Profiles', created: 'Created', consumed: 'Received', balance: 'Created over received', stability: 'Stability', messages: 'Messages', requests: 'Requests', week: 'Answered within 7 days' },
    meaning: { tribe: 'What the tribe is called.', lens: 'What holds the tribe together: value, role, interests, conversation.', people: 'Distinct profiles of the tribe.', created: 'Points of value created.', consumed: 'Points of value received.', balance: 'Points created over points received, with one point to start from on each side.', stability: 'Share of random tables of weights under which the tribe stays in its zone.', messages: 'Messages of the tribe.', requests: 'Requests of the tribe to the brand.', week: 'Share of requests answered in public within seven days.' },
    half: 'profiles create half of the value', halfDetail: 'of {{people}} who created any', gini: 'inequality of the value created (Gini)',
  },
  tribe: {
    answered: '{{tribe}}: answered within 7 days {{share}} times in 100 (between {{low}} and {{high}})', few: '{{tribe}}: how often it is answered cannot be told, too few requests ({{n}})', none: '{{tribe}}: no request to the brand', unseen: '{{tribe}}: the answers it got are not in the data',
    measure: '{{people}} profiles, lens “{{lens}}”, {{messages}} messages, {{requests}} requests', size: 'profiles', balance: 'created over received', week: 'requests answered within 7 days', words: 'Words that tell it apart', asks: 'What it asks', asksSheet: 'Requests of {{tribe}}', asksAxis: 'requests', asksAlt: 'Requests of {{tribe}} by kind. {{list}}.', asksItem: '{{intent}}: {{n}}', noWords: 'No word used by at least {{floor}} profiles tells it apart.', networks: 'Where it writes', network: '{{network}}: {{people}} profiles', few5: 'too few cases', unstable: 'the zone changes with the weights', notes: 'What this tribe asks, what it gives, who answers it. Nobody can be recognised: words are those used by at least {{floor}} profiles.',
  },
  listening: {
    measure: 'How many requests in 100 still wait for a public answer, over time; 95 % bands; {{n}} requests', curves: 'How many still wait', hours: 'Time since the request', hoursAxis: 'time since the request', waiting: 'still waiting', follows: 'What can be seen',
    afterDay: '{{who}}: after 24 hours {{share}} still wait', afterWeek: '{{who}}: after 7 days {{share}} still wait', few: 'How long people wait cannot be told: too few requests', noAnswers: 'There is no answer of the brand in the data: listening cannot be measured',
    altCurve: 'Curves of waiting by kind of request. {{list}}.', altCurveItem: '{{who}}: after 7 days {{share}} still wait', meaningHours: 'Time passed since the request.', meaningWaiting: 'Share of requests of this kind still without a public answer (Kaplan-Meier).', notes: 'Silence is data: whoever has no answer yet stays in the curve until observation ends.',
    waits: 'Mean wait by kind', waitsTitle: 'How long people wait who ask for something', waitsMeasure: 'Mean wait for the first public answer, counting at most {{horizon}}; 95 % intervals', waitsAlt: 'Mean wait by kind of request. {{list}}.', waitsAltItem: '{{who}}: {{wait}}', waitsAxis: 'mean wait',
    columns: { intent: 'Kind', n: 'Requests', people: 'Profiles', answered: 'Answered', mean: 'Mean wait', day: 'Answered within 24 hours' },
    meaning: { intent: 'What is asked of the brand.', n: 'Observable requests of this kind.', people: 'Distinct profiles that wrote them.', answered: 'Requests with a public answer.', mean: 'Mean wait restricted to the horizon, those without an answer included.', day: 'Share of requests answered in public within 24 hours.' },
  },
  answers: {
    title: 'The mean that is published and the one that is lived', clear: 'The published mean would be {{published}}; counting those who still wait it is {{honest}}', few: 'The mean of the answers cannot be told: too few cases ({{n}})', measure: 'Mean of the answers given alone, as is usually published, and mean wait with those who got none; {{n}} requests', published: 'mean of the answers alone', honest: 'mean wait with those who still wait', silent: 'requests without an answer', criticism: 'Criticism and compliments', criticismShare: 'Those who criticise are answered {{share}}, n = {{n}}', praiseShare: 'Those who compliment are answered {{share}}, n = {{n}}', notes: 'The difference between the two means is silence: whoever publishes the first forgets those who still wait.', openTitle: 'Open requests by kind', openSheet: 'Open requests', openMeaning: 'Requests still without a public answer at the end of the data.', open: 'Open', openAlt: 'Open requests by kind. {{list}}.', openItem: '{{who}}: {{n}}', openAxis: 'open requests',
  },
  trust: {
    promises: 'Promises', promisesTitle: 'Promises by outcome', few: 'How often promises are kept cannot be told: too few promises that fell due and can be verified ({{n}})', clear: 'Promises with a date are kept {{share}} times in 100 (between {{low}} and {{high}})', measure: 'Promises written by the brand; {{n}} with a known outcome, {{unverifiable}} that these data cannot verify', state: 'Outcome', count: 'Promises', axis: 'promises', states: { kept: 'Kept', late: 'Late', broken: 'Broken', open: 'Not yet due', unverifiable: 'Not verifiable' }, meaningState: 'How it ended.', meaningCount: 'Promises with this outcome.', alt: 'Promises by outcome. {{list}}.', altItem: '{{state}}: {{n}}', notes: 'Only what messages can verify is counted; promises that cannot be verified stand beside, not within the share.',
    parts: 'Trust in five parts', partsTitle: 'Trust in five parts, never in one mark', partsMeasure: 'Everybody; 95 % intervals; each part has its unit and its cases', part: 'Part', value: 'Share', partNames: { promises: 'Promises kept', reciprocity: 'Reciprocity with the brand', 'tie-strength': 'Strength of ties', care: 'Care taken', advocacy: 'Unpaid advocacy' }, meaningPart: 'One of the five parts of trust.', meaningValue: 'Estimate of the part, from 0 to 1.', meaningCases: 'Cases it rests on.', partsNotes: 'No single index: five parts that move for different reasons.', partsAlt: 'Five parts of trust. {{list}}.', partsAltItem: '{{part}}: {{value}}',
  },
  formation: {
    title: 'How the brand plays', clear: 'Of 100 messages of the brand, {{listening}} listen (between {{low}} and {{high}}) and {{presence}} are presence', few: 'How the brand plays cannot be told: too few messages ({{n}})', measure: 'Shares of messages, not of time; {{n}} messages of the brand; beside, the 40-50-10 line-up that the essay criticises', line: 'Line', share: 'Share', messages: 'Messages', criticised: 'Criticised line-up', target: 'Chosen target', lines: { presence: 'Presence', listening: 'Listening', promotion: 'Promotion', crm: 'Relationship', 'one-to-one': 'One to one', surprise: 'Surprise' }, formOnly: 'Of {{n}} listening messages, {{k}} listen in form only (copied answers or sending to private).', distance: 'Distance from the criticised line-up: {{distance}} in 100.', targetDistance: 'Distance from the chosen target: {{distance}} in 100.', axis: 'in 100 messages', alt: 'Messages of the brand by line. {{list}}.', altItem: '{{line}}: {{share}}', meaningLine: 'The line of the pitch that the message stands on.', meaningShare: 'Share of the brand’s messages.', meaningMessages: 'Messages of the brand on this line.', meaningCriticised: 'Share in the 40-50-10 line-up that the essay criticises (shares of time).', meaningTarget: 'Share in the chosen target.', notes: 'Shares are of messages: without handling minutes they do not tell how time is spent.',
  },
  works: { title: 'One thing that works', answered: 'requests answered', other: 'What the data say', notes: 'Start here when the room is difficult: it is as true as the rest.' },
  plan: {
    title: 'The plan', count_one: '{{n}} decision in the plan, {{owned}} with owner and date', count_other: '{{n}} decisions in the plan, {{owned}} with owner and date', measure: 'Accepted findings and strategies by tribe, with owner, date and state', table: 'The plan', what: 'What', tribe: 'Tribe', owner: 'Owner', due: 'By', state: 'State', outcome: 'Outcome', notes: 'Every line has an owner and a date, or it is no decision yet.', states: { 'to-discuss': 'to discuss', accepted: 'accepted', rejected: 'rejected', postponed: 'postponed', draft: 'draft', agreed: 'agreed', running: 'running', closed: 'closed' },
    meaning: { what: 'The decision or the task.', tribe: 'The tribe it concerns.', owner: 'Who sees to it.', due: 'By when.', state: 'How far it is.', outcome: 'What became of it.' },
  },
  decisions: { title_one: '{{n}} decision we ask for today', title_other: '{{n}} decisions we ask for today', fromData: 'What to decide, from the data', none: 'No decision is asked for today', measure: 'Findings still to be discussed: for each, whether to accept it, with whom and by when', measureData: 'No finding is in the plan yet: these survive the cautious case, and each needs an owner and a date', heading: 'To decide', item: '{{sentence}}', advised: '{{sentence}} Advice: {{recommendation}}', notes: 'For each line: accept, reject or postpone; if accepted, a name and a date.' },
  method: {
    title: 'How to read these numbers', measure: 'Definitions, sources and what was left out; formulas stand in the data dictionary', sources: 'Imports', source: 'Import', format: 'Format', from: 'From', to: 'To', messages: 'Messages', rejected: 'Rows not imported', definitions: 'Definitions', privacy: 'Privacy', floor: 'No figure on fewer than {{floor}} profiles; shares from 30 cases only; {{merged}} tribes under the floor are not shown by themselves.', withheld_one: '{{n}} cell left out.', withheld_other: '{{n}} cells left out.', dropped: 'Without names, contacts, links, texts and exact times of people.', version: 'Tribuna {{program}}, data {{dataVersion}}, seed {{seed}}.', notes: 'Whoever wants to do the sums again finds everything in the workbook: a table for each page, and the dictionary.', number: 'Import {{number}}',
    meaning: { source: 'The number of the import; names of files do not leave.', format: 'The kind of file.', from: 'The first day.', to: 'The last day.', messages: 'Messages that this import brought.', rejected: 'Rows read and not imported.' },
  },
  sheet: {
    title: 'Where the data come from', measure: 'The data sheet, as written by those who made the analysis', heading: 'Data sheet', line: '{{field}}: {{text}}', missing: 'Not stated: {{fields}}.', notes: 'Source, collection, legal basis and retention are written in the room of data.',
    source: 'source', collected: 'collected when', collectedBy: 'collected by', legalBasis: 'legal basis', retention: 'retention',
  },
  saidDid: {
    name: 'You said, we did', title_one: 'You said, we did: one change', title_other: 'You said, we did: {{n}} changes', measure: 'Declared changes, in the words of whoever declares them', notes: 'Only what somebody declared and wrote. People’s sentences are not given.',
    asked: 'You said', done: 'We did', when: 'When', people: 'Profiles', told: 'Told',
    meaning: { asked: 'What people asked for, in the words of whoever writes the page.', done: 'What was done.', when: 'The month of the declared change.', people: 'Independent profiles that asked for it.', told: 'How many of them were told, by a reply that is seen or as marked by hand.' },
  },
  origins: {
    name: 'Announcements by origin', origin: 'Origin', announcements: 'Announcements', measure: '{{announcements}} announcements of the brand, held against what people had asked for', notes: 'Before does not mean because. Where no request like it is found the origin stays unknown.',
    above: 'People had asked before for {{share}} in 100 announcements (between {{low}} and {{high}}), more than chance would give', within: 'People had asked before for {{share}} in 100 announcements (between {{low}} and {{high}}), as many as chance would give', below: 'People had asked before for {{share}} in 100 announcements (between {{low}} and {{high}}), fewer than chance would give',
    counts_one: 'Of the only announcement whose origin is seen: asked for before by people, {{k}} of 1', counts_other: 'Of {{n}} announcements whose origin is seen, people had asked for {{k}} before',
    chance: 'With dates dealt anew it would be {{mean}} in 100 (between {{low}} and {{high}}).', sides: { audience: 'bottom-up', brand: 'top-down', early: 'the data begin too late', unknown: 'unknown' }, alt: 'Announcements by origin: {{list}}', altItem: '{{side}} {{n}}',
    meaning: { origin: 'Who spoke of it first.', announcements: 'Announcements of the brand, those nearly alike once.' },
  },
  appendix: { title: 'Appendix: {{table}}', notes: '' },
};
