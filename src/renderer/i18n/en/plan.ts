/** English words of the plan on one page, its calendar, and the canvas on paper. */
export const plan = {
  title: 'The plan on one page',
  subtitle_zero: 'No task so far: accepted findings enter, and strategy canvases with an owner or a date',
  subtitle_one: '{{n}} task: {{owned}} with an owner and a date, {{late}} overdue',
  subtitle_other: '{{n}} tasks: {{owned}} with an owner and a date, {{late}} overdue',
  print: 'Print',
  saveTable: 'Save as a table',
  saveCalendar: 'Save as a calendar (.ics)',
  undated_one: '{{n}} task without a date is not in the saved calendar.',
  undated_other: '{{n}} tasks without a date are not in the saved calendar.',
  decisions: 'Decisions from and for another copy',
  facts: { next: 'Next date', nextNone: 'no date', nextWhat: '{{what}} · {{owner}}', steps: 'Five steps', stepsReached_zero: 'none reached so far', stepsReached_one: '{{n}} of {{of}} reached: {{name}}', stepsReached_other: '{{n}} of {{of}} reached, up to: {{name}}', stepsOpen: 'Open the five steps', target: 'Formation target', targetNone: 'no target written', targetLine: '{{line}} {{share}}', targetOpen: 'Open the formation', late: 'Overdue', lateNone: 'none' },
  findings: { title: 'Accepted findings', none: 'No finding accepted so far: they are accepted in the list.' },
  canvases: { title: 'Strategy canvases by tribe', none: 'No canvas written so far.', caption: 'Strategy canvases: task, activity, owner and date', tribe: 'Tribe', task: 'Task', activity: 'Activity', owner: 'Owner', due: 'Due', state: 'State', blank: 'to be written', open: 'Open the canvas: {{tribe}}' },
  calendar: {
    title: 'Calendar', subtitle: 'Findings, canvases, routed value and hypotheses on the day they are due or can be judged', view: 'Show as', month: 'month', list: 'list', previous: 'Previous month', next: 'Next month', grid: 'Calendar of {{month}}', keys: 'Arrows go from day to day, Page Up and Page Down from month to month; Enter opens the first entry of the day.',
    kinds: { finding: 'finding', canvas: 'canvas', piece: 'piece of value', hypothesis: 'hypothesis to judge' }, late: 'overdue', noDate: 'no date', caption: 'Tasks by date', what: 'What', kind: 'Kind', owner: 'Owner', due: 'Due', state: 'State', tribe: 'Tribe', empty: 'No task in this month.', open: '{{what}}: open', canvasOf: 'Strategy canvas: {{tribe}}', noOwner: 'no owner', more_one: 'and {{n}} more', more_other: 'and {{n}} more',
    day_zero: '{{date}}, no tasks', day_one: '{{date}}, {{n}} task', day_other: '{{date}}, {{n}} tasks',
  },
  paper: {
    title: 'Strategy canvas', question: 'On a sheet of A3: to be filled by hand, or to be laid on the table.', back: 'Back to the canvas', print: 'Print on A3', printOne: 'Print this canvas', printBlank: 'Print an empty canvas', blankTitle: 'Strategy canvas', tribe: 'Tribe', people_one: '{{n}} person', people_other: '{{n}} people', owner: 'Owner', due: 'Due', state: 'State', target: 'Stated target', costs: 'Cost of an engaged person', costsText: 'Figures of whoever wrote the canvas: nothing is estimated here.', mine: 'This tribe', mass: 'Mass campaign', range: 'from {{low}} to {{high}} {{currency}}', evidence: 'Evidence', noEvidence: 'no finding linked', weak: 'Caution: {{standing}}', foot: '{{project}} · printed on {{date}}',
  },
};
