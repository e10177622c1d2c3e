import { evaluateFormats } from './evaluate/formats.ts';
import { evaluateReading } from './evaluate/reading.ts';

// `npm run evaluate -- formats | reading`: how well real and made-up files are taken in, and how well messages are read.
const [subject = 'reading'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (subject === 'formats') process.exitCode = await evaluateFormats();
else if (subject === 'reading') process.exitCode = evaluateReading();
else {
  process.stderr.write(`evaluate: unknown subject: ${subject} (one of formats, reading)\n`);
  process.exitCode = 2;
}
