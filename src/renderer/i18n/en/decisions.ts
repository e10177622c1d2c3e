/** English words of the page on which decisions leave for another copy of the project, or come from one. */
export const decisions = {
  title: 'Decisions from and for another copy',
  question: 'What was decided on another copy of this project?',
  back: 'Back to the plan',
  out: { title: 'Take the decisions elsewhere', text: 'A small file with roles, labels, identities, outcomes of promises, tribes, routing, weights, hours, reading rules, findings and the plan. It holds no messages; sentences kept as findings and what was written by hand are in it.', save: 'Save the file of decisions', saved_zero: 'No decisions so far: the file is empty.', saved_one: '{{n}} decision saved.', saved_other: '{{n}} decisions saved.' },
  in: { title: 'Take in the decisions of another copy', text: 'First one sees what the file would bring: nothing changes until it is asked for, and a single Undo takes all of it back.', choose: 'Choose a file of decisions', from: 'From “{{from}}”, {{date}}', leave: 'Leave it' },
  table: { caption: 'What the file brings', section: 'Decisions', new: 'New', same: 'The same here', conflicts: 'In conflict', absent: 'Not applicable here', absentNote: 'Not applicable here: they speak of messages, profiles or tribes that are not in this project. They are taken in by reading the file again once they are.' },
  sections: {
    brands: 'names of brands', roles: 'roles', identities: 'identities', duplicates: 'copies of messages', labels: 'labels', rules: 'reading rules', promises: 'outcomes of promises', routes: 'routing', pairs: 'ideas joined or parted', questions: 'knowledge base', tribes: 'tribes made by hand', 'tribe-edits': 'names and notes of tribes', judgements: 'checks of tribes', weights: 'weights of value', hours: 'opening hours', settings: 'settings', plan: 'findings and plan',
  },
  conflicts: { title_one: '{{n}} decision in conflict', title_other: '{{n}} decisions in conflict', text: 'Where the two copies say different things one chooses; without a choice what stands here stays.', side: 'Which holds: {{subject}}', mine: 'here', theirs: 'in the file', allMine: 'Keep all that stands here', allTheirs: 'Take all from the file', field: 'Part', message: 'Open the message', more_one: 'and in {{n}} other part', more_other: 'and in {{n}} other parts', nothing: 'nothing', yes: 'yes', no: 'no' },
  fields: {
    owner: 'owner', dueMs: 'due', due_ms: 'due', state: 'state', outcome: 'outcome', note: 'note', recommendation: 'advice', decision: 'the client’s decision', sentence: 'sentence', name: 'name', notes: 'notes', task: 'task', output: 'what comes of it', verdict: 'verdict', value: 'value', intents: 'intents', acts: 'acts', sentiment: 'tone', department: 'department', text: 'text', kept: 'in the knowledge base', together: 'together', hidden: 'hidden', color: 'colour', shape: 'shape', basis: 'stated basis', target: 'target', document: 'document', dateMs: 'date', from_ms: 'from', to_ms: 'until', other: 'other',
  },
  take: 'Take the decisions in', takeCount_zero: 'The file brings nothing new.', takeCount_one: '{{n}} decision is taken in.', takeCount_other: '{{n}} decisions are taken in.',
  done_zero: 'Nothing new: nothing has changed.', done_one: '{{n}} decision taken in. Undo takes all of them back at once.', done_other: '{{n}} decisions taken in. Undo takes all of them back at once.',
  refused_one: '{{n}} decision on identities cannot stand beside those of this copy and was left out.', refused_other: '{{n}} decisions on identities cannot stand beside those of this copy and were left out.',
};
