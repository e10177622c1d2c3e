/** The graph of people in English. */
export const network = {
  title: 'Graph of people',
  question: 'Who talks with whom, and which communities come of it?',
  open: 'Open the graph of people',
  back: 'Tribes',
  lead: {
    found_one: 'One conversation community, beyond what chance would give.',
    found_other: '{{n}} conversation communities, beyond what chance would give.',
    'no-structure': 'Ties form no communities beyond chance.',
    'few-ties': 'Only {{share}} profiles in 100 have a tie to another person: 20 are needed. Interests are the better lens.',
  },
  notAnalysed: 'Ties are computed by the next analysis.',
  empty: 'In these data nobody replies to, mentions or shares another person.',
  graph: {
    title: 'People and ties',
    subtitle: '{{people}} profiles drawn of {{allPeople}}, {{ties}} ties of {{allTies}}; the strongest first',
    note: 'People with stronger ties lie nearer; axes mean nothing. Shape and colour are the tribe’s, a larger mark stands for people between others. A click shows a person with their neighbours.',
    alone: '{{name}} is shown with {{n}} neighbours.',
    everybody: 'Show everybody',
    noCanvas: 'This environment does not draw the graph; the table beside holds the same data.',
    unnamed: 'profile {{id}}',
  },
  table: { title: 'People with most ties', person: 'Person', tribe: 'Community', ties: 'Ties', strength: 'Strength', between: 'Between', show: 'Show the neighbours of {{name}}', none: 'none', broker: 'between others' },
  communities: { title: 'Communities', name: 'Words that tell it apart', unnamed: 'community {{number}}', size: 'People', certainty: 'Certainty', inside: 'Ties inside', brokers: 'People between others', smaller: '{{n}} people in communities under five people; {{left}} in communities beyond the 60 largest.' },
  run: {
    title: 'How they were found', modularity: 'Modularity', limit: 'limit of chance {{limit}} ({{shuffles}} shuffles, median {{median}})', agreement: 'Agreement between searches (adjusted Rand)', runs: '{{runs}} searches, {{rounds}} rounds, seed {{seed}}', notAgreed: 'searches did not come to one result in ten rounds: the best stands',
    resolution: 'Resolution', resolutionHelp: 'Higher: smaller communities.', again: 'Search again', running: 'Searching for communities', cancel: 'Stop',
  },
  export: { gexf: 'GEXF', graphml: 'GraphML' },
};
