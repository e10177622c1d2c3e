'use strict';
// Starts a TypeScript script: `node scripts/require-node.cjs scripts/start.ts ...`. Plain old JavaScript, so that a Node
// that is too old to run the rest can still say so in a sentence.
const { enableCompileCache } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`Tribuna needs Node 22.18 or later; this is Node ${process.versions.node}. Install a newer Node from nodejs.org, or run it through npm on Linux or Windows after \`npm ci\`, which brings one.\n`);
  process.exit(1);
}
// what was compiled once is at hand the next time, for the threads and programs that this one starts as well
process.env['NODE_COMPILE_CACHE'] = process.env['NODE_COMPILE_CACHE'] || path.join(__dirname, '..', '.cache', 'compiled');
enableCompileCache(process.env['NODE_COMPILE_CACHE']);
const [script, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], path.resolve(script), ...rest];
import(pathToFileURL(path.resolve(script)).href).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
