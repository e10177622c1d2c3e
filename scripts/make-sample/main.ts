import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SAMPLE_SEED, sampleFiles } from './sample-files.ts';

// Writes resources/sample anew. `--out DIR` writes elsewhere, `--seed N` makes another year, `--truth DIR` adds the truth
// of each message, which is not shipped: a program that could read it would have nothing left to find.
const { values } = parseArgs({ options: { out: { type: 'string' }, seed: { type: 'string' }, truth: { type: 'string' } } });
const folder = values.out ?? fileURLToPath(new URL('../../resources/sample/', import.meta.url));
const sample = sampleFiles(values.seed === undefined ? SAMPLE_SEED : Number(values.seed));
mkdirSync(folder, { recursive: true });
for (const [name, content] of sample.files) writeFileSync(join(folder, name), content);
if (values.truth !== undefined) {
  mkdirSync(values.truth, { recursive: true });
  writeFileSync(join(values.truth, 'message-truth.csv'), sample.messageTruth);
}
process.stdout.write(`${sample.files.size} files, ${sample.messages.length} messages with text\n`);
