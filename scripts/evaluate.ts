import { evaluateFormats } from './evaluate/formats.ts';
import { evaluateReading } from './evaluate/reading.ts';

// `npm run evaluate -- formats | reading [options]`: how well real and made-up files are taken in, and how well messages are read.
const words = process.argv.slice(2);
const named = words[0]?.startsWith('--') === false;
const subject = named ? words[0] : 'reading';
if (subject === 'formats') process.exitCode = await evaluateFormats();
else if (subject === 'reading') process.exitCode = evaluateReading(words.slice(named ? 1 : 0));
else {
  process.stderr.write(`evaluate: unknown subject: ${subject} (one of formats, reading)\n`);
  process.exitCode = 2;
}
