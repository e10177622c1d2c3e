/** Words of the preferences. */
export const preferences = {
  title: 'Preferences',
  command: 'Preferences',
  all: 'All preferences',
  window: { title: 'On this computer' },
  project: { title: 'In this project' },
  density: { label: 'Density', comfortable: 'Comfortable', compact: 'Compact' },
  csv: {
    label: 'CSV tables', language: 'As the language', semicolon: 'Semicolon', comma: 'Comma',
    note: {
      language: 'In Italian semicolons and a decimal comma, in English commas and a decimal point. It holds for every CSV that is written.',
      semicolon: 'Semicolons, a decimal comma and a UTF-8 mark at the beginning: as Excel in Italian opens them. It holds for every CSV that is written.',
      comma: 'Commas, a decimal point and UTF-8 without a mark: as programs read them. It holds for every CSV that is written.',
    },
  },
  zone: {
    label: 'Time zone',
    note: 'Times are shown and counted in this zone: hours, days, weeks, months and the dates that promises name.',
    looking: 'Working out what would change…',
    nothing: 'No message would fall on another day. Hours would be counted in the new zone after a new analysis.',
    effect_one: '{{n}} message out of {{total}} would fall on another day (in another month: {{months}}). Hours, days and weeks are counted again by an analysis; the change can be undone.',
    effect_other: '{{n}} messages out of {{total}} would fall on another day (in another month: {{months}}). Hours, days and weeks are counted again by an analysis; the change can be undone.',
    set: 'Use this zone',
    leave: 'Leave as it is',
  },
  week: { label: 'The week begins on', monday: 'Monday', saturday: 'Saturday', sunday: 'Sunday', note: 'It holds for charts and for what is counted by week. A week keeps the name of the ISO week whose Thursday it holds.' },
  floors: { people: 'People, at least', cases: 'Cases, at least', note: 'Below these no figure is given: the count stays, without a percentage. It holds in every view, in reports and in what the program answers; the definitions ask for 5 people and 30 cases already, and less is not possible.' },
  hours: { label: 'Opening hours', open: 'Open the hours' },
} as const;
