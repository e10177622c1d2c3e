import type { SameKeys } from '../same-keys.ts';
import type { findingWords as italian } from '../it/finding-words.ts';

/** English sentences of findings: people as subjects, directions, and the three forms of every rule. */
export const findingWords: SameKeys<typeof italian> = {
  people: {
    all: 'people who ask for something',
    information: 'people who ask a question',
    trouble: 'people who report a problem',
    idea: 'people who propose something',
    purchase: 'people who want to buy',
    praise: 'people who pay a compliment',
    recommendation: 'people who advise others',
    help: 'people who help others',
    decision: 'people who ask others what to choose',
    contest: 'people who enter a contest',
    other: 'people who write about other things',
    promotionPosts: 'people who write under promotional posts',
  },
  zonePeople: {
    givesMore: 'people who give more than they receive',
    even: 'people who give as much as they receive',
    receivesMore: 'people who receive more than they give',
    littleActive: 'people who are little active',
    few: 'people who left fewer than five traces',
  },
  signed: {
    more: '{{duration}} more',
    less: '{{duration}} less',
    sharesMore: '{{share}} in 100 more',
    sharesLess: '{{share}} in 100 less',
  },
  finding: {
    unknown: 'A finding that this version cannot put into words',
    gap: {
      clearMore: '{{who}} wait {{gap}} longer on average than {{reference}}, counting at most {{horizon}}',
      clearLess: '{{who}} wait {{gap}} less on average than {{reference}}, counting at most {{horizon}}',
      notClear: 'it is not clear whether {{who}} wait longer or less than {{reference}}: the difference lies between {{low}} and {{high}}',
      tooFew: 'how long {{who}} wait compared with others cannot be told: too few cases ({{n}})',
    },
    answeredWithin: {
      clear: '{{who}} get an answer within {{time}} {{share}} times in 100 (between {{low}} and {{high}})',
      notClear: 'it is not clear how often {{who}} get an answer within {{time}}: between {{low}} and {{high}} times in 100',
      tooFew: 'how often {{who}} get an answer within {{time}} cannot be told: too few cases ({{n}})',
    },
    coverageAbsent: {
      clear_one: 'people who write in {{number}} page or channel ({{messages}} messages) find no answer of the brand there: this has to be settled before listening is measured',
      clear_other: 'people who write in {{number}} pages or channels ({{messages}} messages) find no answer of the brand there: this has to be settled before listening is measured',
      notClear_one: 'it is not clear whether all answers to people who write in {{number}} page or channel ({{messages}} messages) are in the data',
      notClear_other: 'it is not clear whether all answers to people who write in {{number}} pages or channels ({{messages}} messages) are in the data',
      tooFew_one: 'whether people who write in {{number}} page or channel get answers cannot be told: too few messages ({{messages}})',
      tooFew_other: 'whether people who write in {{number}} pages or channels get answers cannot be told: too few messages ({{messages}})',
    },
    largestTribe: {
      clear: '{{who}} form the largest tribe: {{size}} profiles, {{share}} in 100',
      notClear: 'which tribe is the largest depends on the weights; with those chosen it is {{who}}, with {{size}} profiles',
      tooFew: 'which tribe is the largest cannot be told: too few profiles ({{n}})',
    },
    best: {
      clear: '{{who}} are heard the most: they get an answer {{share}} times in 100 (between {{low}} and {{high}})',
      notClear: 'it is not clear who is heard the most; {{who}} get an answer between {{low}} and {{high}} times in 100',
      tooFew: 'who is heard the most cannot be told: too few cases ({{n}})',
    },
    criticism: {
      clear: 'people who criticise get an answer {{criticism}} times in 100, people who pay a compliment {{praise}}',
      notClear: 'it is not clear whether people who criticise get more or fewer answers than people who pay a compliment: the difference lies between {{low}} and {{high}}',
      tooFew: 'whether people who criticise get more or fewer answers than people who pay a compliment cannot be told: too few cases ({{n}})',
    },
    promises: {
      clear: 'people who were promised something saw it kept {{share}} times in 100 (between {{low}} and {{high}}): {{kept}} kept, {{late}} late, {{broken}} broken, {{unverifiable}} not verifiable',
      notClear: 'it is not clear how often people who were promised something saw it kept: between {{low}} and {{high}} times in 100, and {{unverifiable}} promises cannot be verified',
      tooFew: 'how often people who were promised something saw it kept cannot be told: too few promises due ({{n}})',
    },
    contest: {
      clear_one: 'of {{entrants}} people who entered the contest, {{vanished}} did not write again in the {{days}} days after its end (between {{low}} and {{high}} in 100)',
      clear_other: 'of {{entrants}} people who entered {{number}} contests, {{vanished}} did not write again in the {{days}} days after the end (between {{low}} and {{high}} in 100)',
      notClear_one: 'it is not clear whether more or less than half of the {{entrants}} people who entered the contest write again: within {{days}} days between {{low}} and {{high}} in 100 do not',
      notClear_other: 'it is not clear whether more or less than half of the {{entrants}} people who entered {{number}} contests write again: within {{days}} days between {{low}} and {{high}} in 100 do not',
      tooFew_one: 'how many people write again after entering the contest cannot be told: too few messages ({{n}})',
      tooFew_other: 'how many people write again after entering {{number}} contests cannot be told: too few messages ({{n}})',
    },
    silence: {
      clear: '{{who}} are left without an answer {{silent}} times in {{of}}',
      notClear: '{{who}} are left without an answer {{silent}} times in {{of}}, but part of the answers is missing from the data',
      tooFew: 'how often {{who}} are left without an answer cannot be told: too few cases ({{n}})',
    },
  },
};
