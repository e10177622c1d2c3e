import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-program.ts';
import { licenceText, shippedPackages } from './shipped-packages.ts';

// `npm run licences`: writes resources/licences.json, what the window shows under “licences” and what packages carry: every
// package that ships with the text of its licence. Needs an installed node_modules; the same packages give the same bytes.
const texts: string[] = [];
const packages = shippedPackages().map(({ name, version, licence, folder }) => {
  const text = licenceText(folder);
  if (text !== null && !texts.includes(text)) texts.push(text);
  return { name, version, licence, text: text === null ? null : texts.indexOf(text) };
});
mkdirSync(join(ROOT, 'resources'), { recursive: true });
writeFileSync(join(ROOT, 'resources', 'licences.json'), `${JSON.stringify({ packages, texts }, null, 1)}\n`);
process.stdout.write(`${String(packages.length)} packages, ${String(texts.length)} texts in resources/licences.json\n`);
