/**
 * `npm run train`: makes the reader's models from the messages in scripts/train/corpus and, for the tone of English, from
 * a set whose licence allows it (VADER, MIT; found under TRIBUNA_REFERENCE_DATA). The same corpus and seed give the same
 * bytes.
 * 1. read the corpus, and write careless copies of it
 * 2. first stage: n-grams, once over all themes, and once without each fold of themes
 * 3. second stage: the logits that each message got without its theme, and what the rules saw
 * 4. thresholds and scores on the themes left out
 * 5. write the models and what the model card says of them
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTENTS, SENTIMENTS } from '../../src/domain/model/codes.ts';
import { seededRandom } from '../../src/domain/stats/seeded-random.ts';
import { READ_LANGUAGES, type ReadLanguage } from '../../src/text/lexicon.ts';
import { INBOUND_EVIDENCE } from '../../src/text/model/inbound-evidence.ts';
import { MOST_LOGIT, packedWeights, type ModelFile } from '../../src/text/model/linear-model.ts';
import { BUCKETS } from '../../src/text/model/feature-hash.ts';
import { OUTBOUND_EVIDENCE } from '../../src/text/model/outbound-evidence.ts';
import { INBOUND_OUTPUTS, MODELLED_ACTS, OUTBOUND_OUTPUTS } from '../../src/text/model/reading-models.ts';
import { ROOT } from '../run-program.ts';
import { corpusOf } from './corpus.ts';
import { inboundTargets, outboundTargets, rowMaker, withCarelessCopies, type PreparedRow } from './examples-as-rows.ts';
import { trainedMixing, type MixingRow } from './mixing-training.ts';
import { bestThreshold, themeScore, type ThemeScore } from './score-report.ts';
import { meanWeights, quantised, rowLogits, trainedWeights, type TrainedWeights } from './sparse-training.ts';
import { vaderExamples } from './vader-examples.ts';

const SEED = 20_261_126;
const FOLDS = 4;
/** Runs of the whole that are averaged; the folds, which only calibrate, take one each. */
const RUNS = 2;
const COPIES = 1;
const COPY_WEIGHT = 0.5;
/** Themes of public life: the tone of what is no concern of a brand is learnt from them, so they weigh more. */
const PUBLIC_THEMES: readonly string[] = ['piazza', 'cinguettii', 'square', 'notices', 'weekend', 'everyday-talk'];
const PUBLIC_WEIGHT = 1.6;
/**
 * Themes of what people ordinarily write to and about brands. The others were written against the reader: praise that only
 * sounds so, problems told in kind words, talk of public life. Their share of what people write is far smaller than their
 * share of the corpus, so that for the intents each of their messages counts less. On themes left out this helps English in
 * both kinds of themes and leaves Italian level.
 */
const ORDINARY_THEMES: readonly string[] = [
  'airlines-travel', 'banking-utilities', 'beauty-home', 'care-openers', 'care-threads', 'care-tweets', 'everyday-again', 'everyday-care', 'everyday-counters', 'everyday-desk', 'everyday-homes', 'everyday-pages', 'everyday-trips', 'food-drink', 'games-media', 'phones-software', 'retail-delivery', 'telecom',
  'altre-settimane', 'ancora-giorni', 'auto-mobilita', 'banche-energia', 'bellezza', 'caffe-alimentari', 'casa-famiglia', 'elettronica-app', 'giorni-comuni', 'moda-negozi', 'operatori-servizi', 'ristoranti-eventi', 'settimane', 'spesa-negozi', 'sportello', 'spot-pubblicita', 'telefonia', 'turismo', 'tutti-i-giorni',
];
const ODD_WEIGHT = 0.4;
const FIRST_STAGE = { epochs: 10, rate: 0.25, decay: 2e-4, dropout: 0.5 };
/** Letters of what people write count less than its words: on themes left out that read better; of brands' texts it was not tried. */
const LETTER_SHARE = { inbound: 0.6, outbound: 1 } as const;
const SECOND_STAGE = { rounds: 260, rate: 0.35, decay: 3e-3 };

/**
 * How often each intent is the main one under brands' pages, as we expect it: the corpus holds all alike, and a reader
 * that expected as many prize entries as complaints would find them everywhere.
 */
const INTENT_PRIORS: Readonly<Record<string, number>> = { trouble: 0.35, other: 0.24, praise: 0.18, information: 0.11, idea: 0.045, purchase: 0.045, help: 0.03, recommendation: 0.04, decision: 0.015, contest: 0.025 };

/**
 * What the second stage of an output may rest on. Few weights carry over from messages we wrote to messages of others:
 * the first stage's logit of the same output and what the rules say of it; for the tone also how the words feel.
 */
function mayRestOn(task: Pick<Task, 'outputs' | 'evidence'>, output: number, value: number): { readonly allowed: boolean; readonly positive: boolean } {
  const code = task.outputs[output] ?? '';
  if (value < task.outputs.length) return { allowed: value === output || (TONES.includes(code) && TONES.includes(task.outputs[value] ?? '')), positive: value === output };
  const name = task.evidence[value - task.outputs.length] ?? '';
  if (name === `rule ${code}`) return { allowed: true, positive: true };
  if (TONES.includes(code)) return { allowed: TONE_EVIDENCE.includes(name), positive: false };
  return { allowed: (EVIDENCE_BY_CODE[code] ?? []).includes(name), positive: false };
}

const TONES: readonly string[] = SENTIMENTS;
const TONE_EVIDENCE: readonly string[] = ['rule negative', 'rule positive', 'positive', 'negative', 'polarity', 'valence up', 'valence down', 'valence', 'valence last', 'questions', 'link', 'emoji', 'length', 'sarcastic'];
const EVIDENCE_BY_CODE: Readonly<Record<string, readonly string[]>> = {
  irony: ['sarcastic', 'theme sarcasm', 'negative', 'positive'], help: ['mention first', 'questions'], information: ['questions'], trouble: ['valence'], praise: ['valence', 'questions'],
  ask: ['last question', 'questions'], promise: ['promised', 'promises'], answer: ['mention first'], content: ['mention first', 'hashtags'], promotion: ['mention first', 'hashtags'],
};

/** The same of a brand's own messages: mostly replies. */
const ACT_PRIORS: Readonly<Record<string, number>> = { answer: 0.26, care: 0.13, ask: 0.15, acknowledge: 0.14, promise: 0.04, deflect: 0.17, promotion: 0.03, content: 0.06, personal: 0.02 };

interface Task {
  readonly language: ReadLanguage;
  readonly direction: 'inbound' | 'outbound';
  readonly outputs: readonly string[];
  readonly evidence: readonly string[];
  readonly rows: readonly PreparedRow[];
  /** Outputs that a text has exactly one of, or any of, scored by their likeliest. */
  readonly scored: Readonly<Record<string, readonly string[]>>;
  readonly exclusive: readonly (readonly string[])[];
  readonly priors: Readonly<Record<string, number>> | null;
}

const placesOf = (outputs: readonly string[], codes: readonly string[]): number[] => codes.map((code) => outputs.indexOf(code));

/** Weight of a row in the second stage so that primaries come in the shares of the priors. */
function priorWeights(task: Task, rows: readonly PreparedRow[]): number[] {
  const { priors } = task;
  if (priors === null) return rows.map(() => 1);
  const primaryOf = (row: PreparedRow): string => Object.keys(priors).find((code) => row.targets[task.outputs.indexOf(code)] === 1) ?? 'none';
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(primaryOf(row), (counts.get(primaryOf(row)) ?? 0) + 1);
  return rows.map((row) => ((priors[primaryOf(row)] ?? 0) * rows.length) / (counts.get(primaryOf(row)) ?? 1));
}

/** Weight of a row among outputs that exclude one another so that each of them comes as often: no tone is expected more than another. */
function evenWeights(task: Task, rows: readonly PreparedRow[]): number[] {
  const codes = task.exclusive.flat();
  const codeOf = (row: PreparedRow): string => codes.find((code) => row.targets[task.outputs.indexOf(code)] === 1) ?? 'none';
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(codeOf(row), (sums.get(codeOf(row)) ?? 0) + row.toneWeight);
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  return rows.map((row) => total / ((sums.get(codeOf(row)) ?? 1) * Math.max(1, codes.length)));
}

const valuesOf = (first: Float64Array, evidence: Float64Array): Float64Array => {
  const values = new Float64Array(first.length + evidence.length);
  values.set(first);
  values.set(evidence, first.length);
  return values;
};

const mixedOf = (mixing: { readonly rows: readonly Float64Array[]; readonly bias: Float64Array }, values: Float64Array): number[] =>
  mixing.rows.map((row, output) => row.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), mixing.bias[output] ?? 0));

const listsOf = ({ direction }: Task): number => (direction === 'inbound' ? 4 : 2);

/** The first output that rows weigh for by the tone. */
const toneFrom = ({ direction, outputs }: Task): number => (direction === 'inbound' ? outputs.indexOf(SENTIMENTS[0]) : outputs.length);

/** The mean of runs in different orders: what one order happens to teach last does not stand out. */
function firstStage(task: Task, rows: readonly PreparedRow[], seed: number, runs: number): TrainedWeights {
  return meanWeights(Array.from({ length: runs }, (_, run) => () => trainedWeights(rows, { outputs: task.outputs.length, lists: listsOf(task), toneFrom: toneFrom(task), letterShare: LETTER_SHARE[task.direction], ...FIRST_STAGE, seed: seed + 1000 * run })));
}

/** A fold for each theme, the largest first and always into the emptiest, so that each fold leaves as much to learn from. */
function foldsOf(themes: readonly { readonly theme: string; readonly size: number }[]): Map<string, number> {
  const sizes = new Float64Array(FOLDS);
  const folds = new Map<string, number>();
  for (const { theme, size } of themes.toSorted((a, b) => b.size - a.size)) {
    const emptiest = sizes.indexOf(Math.min(...sizes));
    folds.set(theme, emptiest);
    sizes[emptiest] = (sizes[emptiest] ?? 0) + size;
  }
  return folds;
}

function trained(task: Task): { readonly file: Omit<ModelFile, 'version'>; readonly scores: Readonly<Record<string, ThemeScore>>; readonly rows: number } {
  const themes = [...new Set(task.rows.map(({ theme }) => theme))].toSorted();
  const originals = task.rows.filter(({ isOriginal }) => isOriginal);
  const foldOf = foldsOf(themes.map((theme) => ({ theme, size: originals.filter((row) => row.theme === theme).length })));
  // 2. n-grams without each fold: what they say of themes they have not seen
  const logits = new Map<PreparedRow, Float64Array>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = originals.filter(({ theme }) => foldOf.get(theme) === fold);
    if (held.length === 0) continue;
    const weights = firstStage(task, task.rows.filter(({ theme }) => foldOf.get(theme) !== fold), SEED + fold + 1, 1);
    for (const row of held) logits.set(row, rowLogits(weights, row, MOST_LOGIT));
  }
  const whole = firstStage(task, task.rows, SEED, RUNS);
  const { bytes, scales } = quantised(whole);
  // 3. the second stage, again without each fold for its scores
  const mixingOf = (rows: readonly PreparedRow[]): ReturnType<typeof trainedMixing> => {
    const weights = priorWeights(task, rows);
    const even = evenWeights(task, rows);
    const exclusive = task.exclusive.map((codes) => placesOf(task.outputs, codes));
    const mixed = rows.map((row, index): MixingRow => ({
      values: valuesOf(logits.get(row) ?? new Float64Array(task.outputs.length), row.evidence), targets: row.targets,
      weights: new Float64Array(task.outputs.length).map((_, output) => (task.exclusive.flat().includes(task.outputs[output] ?? '') ? row.toneWeight * (even[index] ?? 1) : row.weight * (weights[index] ?? 1))),
    }));
    return trainedMixing(mixed, { outputs: task.outputs.length, ...SECOND_STAGE, exclusive, allowed: (output, value) => mayRestOn(task, output, value).allowed, positive: (output, value) => mayRestOn(task, output, value).positive });
  };
  const mixing = mixingOf(originals);
  const unseen = new Map<PreparedRow, readonly number[]>();
  // 4. scores on themes that neither stage has seen
  const pairs = new Map<string, { truth: string; said: string; probability: number }[]>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = originals.filter(({ theme }) => foldOf.get(theme) === fold);
    if (held.length === 0) continue;
    const without = mixingOf(originals.filter(({ theme }) => foldOf.get(theme) !== fold));
    for (const row of held) {
      const said = mixedOf(without, valuesOf(logits.get(row) ?? new Float64Array(task.outputs.length), row.evidence));
      unseen.set(row, said);
      for (const [name, codes] of Object.entries(task.scored)) {
        const places = placesOf(task.outputs, codes);
        if (places.some((place) => (row.targets[place] ?? -1) < 0)) continue;
        const exclusive = task.exclusive.some((group) => group.join() === codes.join());
        const sum = places.reduce((all, place) => all + Math.exp(said[place] ?? 0), 0);
        const best = codes.toSorted((a, b) => (said[task.outputs.indexOf(b)] ?? 0) - (said[task.outputs.indexOf(a)] ?? 0))[0] ?? '';
        const score = said[task.outputs.indexOf(best)] ?? 0;
        const truth = codes.find((code) => row.targets[task.outputs.indexOf(code)] === 1);
        if (truth === undefined) continue;
        const list = pairs.get(name) ?? [];
        pairs.set(name, list);
        list.push({ truth: row.targets[task.outputs.indexOf(best)] === 1 ? best : truth, said: best, probability: exclusive ? Math.exp(score) / sum : 1 / (1 + Math.exp(-score)) });
      }
    }
  }
  const shares = priorWeights(task, originals);
  const weightOf = new Map(originals.map((row, index) => [row, (shares[index] ?? 1) * row.weight]));
  const thresholds = task.outputs.map((_, output) => bestThreshold([...unseen].flatMap(([row, said]) => ((row.targets[output] ?? -1) < 0 ? [] : [{ isOn: row.targets[output] === 1, probability: 1 / (1 + Math.exp(-(said[output] ?? 0))), weight: weightOf.get(row) ?? 1 }]))));
  const short = (values: Float64Array): number[] => [...values].map((value) => Number(value.toPrecision(5)));
  return {
    rows: originals.length,
    scores: Object.fromEntries([...pairs].map(([name, list]) => [name, themeScore(list, task.scored[name] ?? [])])),
    file: {
      buckets: BUCKETS, lists: listsOf(task), outputs: task.outputs, evidence: task.evidence, scales, bias: short(whole.bias),
      mixing: mixing.rows.map(short), mixingBias: short(mixing.bias), thresholds, weights: Buffer.from(packedWeights(bytes)).toString('base64'),
    },
  };
}

function inboundTask(language: ReadLanguage, folder: string): Task {
  const { inbound } = corpusOf(folder, language);
  const maker = rowMaker(language);
  const random = seededRandom(SEED);
  const own = withCarelessCopies(inbound, { copies: COPIES, language, random }).map(({ example, text, isOriginal }) => {
    const { theme } = example;
    const weight = isOriginal ? 1 : COPY_WEIGHT;
    return maker.inbound(text, { theme, isOriginal, targets: inboundTargets(example), weight: weight * (ORDINARY_THEMES.includes(theme) ? 1 : ODD_WEIGHT), toneWeight: weight * (PUBLIC_THEMES.includes(theme) ? PUBLIC_WEIGHT : 1) });
  });
  const toned = (sentiment: string): Int8Array => Int8Array.from(INBOUND_OUTPUTS, (output) => ((SENTIMENTS as readonly string[]).includes(output) ? (sentiment === output ? 1 : 0) : -1));
  const tone = language === 'en' ? vaderExamples() : [];
  const borrowed = tone.map(({ text, sentiment, theme, weight }) => maker.inbound(text, { theme, isOriginal: true, targets: toned(sentiment), weight, toneWeight: weight }));
  return {
    language, direction: 'inbound', outputs: INBOUND_OUTPUTS, evidence: INBOUND_EVIDENCE, rows: [...own, ...borrowed],
    scored: { intent: INTENTS, sentiment: SENTIMENTS }, exclusive: [SENTIMENTS], priors: INTENT_PRIORS,
  };
}

function outboundTask(language: ReadLanguage, folder: string): Task {
  const { outbound } = corpusOf(folder, language);
  const maker = rowMaker(language);
  const random = seededRandom(SEED);
  const rows = withCarelessCopies(outbound, { copies: 1, language, random })
    .map(({ example, text, isOriginal }) => maker.outbound(text, { theme: example.theme, isOriginal, targets: outboundTargets(example), weight: isOriginal ? 1 : COPY_WEIGHT }));
  return { language, direction: 'outbound', outputs: OUTBOUND_OUTPUTS, evidence: OUTBOUND_EVIDENCE, rows, scored: { act: MODELLED_ACTS }, exclusive: [], priors: ACT_PRIORS };
}

const only = process.argv.slice(2);
const folder = join(ROOT, 'scripts/train/corpus');
const target = join(ROOT, 'resources/models');
mkdirSync(target, { recursive: true });
const version = (JSON.parse(readFileSync(join(ROOT, 'scripts/train/version.json'), 'utf8')) as { version: string }).version;
const cards: Record<string, unknown> = {};
for (const language of READ_LANGUAGES) {
  for (const make of [inboundTask, outboundTask]) {
    const name = `${language}.${make === inboundTask ? 'inbound' : 'outbound'}`;
    if (only.length > 0 && !only.includes(name)) continue;
    const started = performance.now();
    const { file, scores, rows } = trained(make(language, folder));
    writeFileSync(join(target, `${name}.json`), `${JSON.stringify({ version, ...file })}\n`);
    cards[name] = { rows, scores };
    process.stdout.write(`${name}: ${String(rows)} messages, ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    for (const [measure, score] of Object.entries(scores)) process.stdout.write(`  ${measure.padEnd(10)} n ${String(score.n)} macro-F1 ${score.macroF1.toFixed(3)} calibration error ${score.calibration.toFixed(3)} ${Object.entries(score.each).map(([code, value]) => `${code} ${value.toFixed(2)}`).join(' ')}\n`);
  }
}
const scoresFile = join(target, 'scores.json');
const before = existsSync(scoresFile) ? (JSON.parse(readFileSync(scoresFile, 'utf8')) as Record<string, unknown>) : {};
writeFileSync(scoresFile, `${JSON.stringify({ ...before, ...cards }, null, 1)}\n`);
