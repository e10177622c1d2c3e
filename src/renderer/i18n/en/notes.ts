/** Words of what people write beside the data: views, events, notes and tags, history. */
export const notes = {
  views: {
    title: 'Views', open: 'Kept views', none: 'A view keeps the room, the filters and what the page shows under a name, to come back to.', name: 'Name of the view', keep: 'Keep this view', replace: 'Write over “{{name}}”',
    remove: 'Remove the view {{name}}', here: 'this one', command: 'Keep the view', goTo: 'View: {{name}}', where: '{{room}} · {{filters}}', noFilters: 'no filters', filters_one: '{{n}} filter', filters_other: '{{n}} filters',
  },
  history: {
    title: 'History of changes', command: 'History of changes', none: 'Nothing was changed in this project.', note: 'The latest at the top. Going back to a point undoes what stands above it; until something else is changed, it can be repeated.',
    undone: 'undone', back: 'Back to before', forward: 'Repeat up to here', backLabel: 'Back to before: {{what}}', forwardLabel: 'Repeat up to here: {{what}}', unknown: 'change',
  },
  note: {
    open: 'Note and tags', text: 'Note', tags: 'Tags', tagsHint: 'Separated by commas', save: 'Save', cancel: 'Leave', card: 'Note and tags', empty: 'No note on this person.', write: 'Write a note',
    inReport: 'In the appendix of reports', isInReport: 'It stands in the appendix of reports; for a client without names, contacts and long numbers.', emptyTribe: 'No note on this tribe.', emptyFigure: 'No note on this figure.',
    changed: 'changed on {{date}}',
  },
  list: {
    title: 'Notes and tags', command: 'Notes and tags', none: 'No notes. They are written on a message (key N) and on a person’s page; they stay when the data are imported again.', all: 'All', tagged_one: '{{tag}}, {{n}}', tagged_other: '{{tag}}, {{n}}',
    total_one: '{{n}} note', total_other: '{{n}} notes', gone: 'no longer in the data', message: 'Message', account: 'Person', tribe: 'Tribe', figure: 'Figure', openTribe: 'Open the tribe', openFigure: 'Open the definition', openMessage: 'Open the message', openAccount: 'Open the person', filter: 'Tag', messages: 'Open the messages with this tag',
  },
  bulk: {
    chosen_one: '{{n}} message chosen', chosen_other: '{{n}} messages chosen', choose: 'Choose the message', leave: 'Clear the choice', tag: 'Tag', add: 'Add', take: 'Take off', intent: 'Intent', set: 'Correct', done_one: '{{n}} changed', done_other: '{{n}} changed', tools: 'On the chosen messages', 
  },
  events: {
    title: 'Events', open: 'Events', none: 'Campaigns, prices, outages: what happened around the brand. They show in every course of time and stand beside changes of level, without being called their cause.',
    name: 'Name', kind: 'What', from: 'From', to: 'To', add: 'Add the event', save: 'Save', edit: 'Change {{name}}', remove: 'Remove {{name}}', cancel: 'Leave', needs: 'A name and a first day are needed.', order: 'The last day is before the first one.',
    kinds: { campaign: 'campaign', contest: 'contest', launch: 'launch', price: 'price', outage: 'outage', crisis: 'crisis', other: 'other' },
    near_one: 'Near by date, which proves nothing: {{list}}.', near_other: 'Near by date, which proves nothing: {{list}}.', nearItem: '{{name}} ({{when}})', on: '{{date}}', span: '{{from}} – {{to}}', marks: 'Events: {{list}}',
  },
  backups: {
    title: 'Backups', command: 'Backups', note: 'In every quarter of an hour in which the project changes a copy is made beside its file: three of today, one a day before that, ten in all. Going back to a copy keeps what was there.', none: 'No copies yet.', make: 'Make a copy now', making: 'Copying', restore: 'Go back to this copy', restoreLabel: 'Go back to this copy: {{date}}',
    sure: 'The project will be as it was on {{date}}; as it is now it stays in the list, to be taken up again.', yes: 'Go back', no: 'Leave', replaced: 'put aside when another file took its place', broken: '“{{name}}” does not open: where to resume from',
  },
  tour: {
    title: 'Tour of the sample', command: 'Tour in six steps', step: 'Step {{at}} of {{of}}', back: 'Back', next: 'Next', finish: 'Finish', end: 'Close the tour',
    stops: {
      emerges: { title: 'What emerges', text: 'The overview says what matters in a sentence, with the cases it rests on. Where the data are not enough, it says so. A sentence is kept with the pin or with the key F.' },
      behind: { title: 'Behind every number', text: 'Every mark and every number opens the messages that make it, and its definition. All of them are read here: E explains a label, C corrects it, N writes a note.' },
      waits: { title: 'Who waits', text: 'Silence is data: curves count those who had no answer too. Before any figure, coverage says whether the brand’s replies are in the data.' },
      tribes: { title: 'The tribes', text: 'The people around the brand by value created and received, roles, interests and conversations. A box or a lasso on the map becomes a tribe of your own.' },
      decide: { title: 'From data to decisions', text: 'Kept findings become decisions with an owner and a date; every tribe has its canvas, and a simulator tries what would change.' },
      deck: { title: 'Presenting', text: 'The report writes itself, is corrected in words and leaves as PowerPoint, PDF, HTML and Excel. By default it is for the client: nobody can be recognised in it.' },
    },
  },
} as const;
