'use strict';

// Which folder may import which: the list below is the whole law, and a file in no folder of it is an error too.
// Type imports count like any other.

/** Layer -> the folders of src/ it may import besides itself. */
const LAYERS = {
  domain: [],
  contract: ['domain'],
  ingest: ['domain'],
  text: ['domain'],
  store: ['domain'],
  present: ['domain'],
  app: ['domain', 'ingest', 'text', 'store', 'present', 'contract'],
  engine: ['app', 'contract'],
  main: ['engine', 'contract', 'preload'],
  serve: ['engine', 'contract'],
  cli: ['engine', 'app', 'contract', 'domain'],
  preload: ['contract', 'renderer'],
  renderer: ['contract', 'domain'],
};

/** Package -> the only folder that may import it. */
const ONLY_HERE = {
  ingest: ['papaparse', 'iconv-lite', 'chardet', 'yauzl', 'stream-json', 'stream-chain', 'htmlparser2', 'postal-mime', 'email-reply-parser'],
  text: ['wink-nlp', 'wink-eng-lite-web-model', 'eld', '@orama/stemmers'],
  store: ['better-sqlite3'],
  present: ['pptxgenjs', 'pptx-automizer', 'exceljs'],
  cli: ['hyparquet-writer'],
  renderer: ['react', 'react-dom', 'react-aria-components', '@internationalized/date', 'react-i18next', 'recharts', 'lucide-react', '@tanstack/react-virtual', '@fontsource-variable/[^/]+'],
};

/** A package's files wherever node_modules lies, or its bare name when it is not installed. */
const packagePath = (names) => `(^|/)node_modules/(@types/)?(${names})(/|$)|^(@types/)?(${names})(/|$)`;

const layerRules = Object.entries(LAYERS).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  severity: 'error',
  comment: `src/${layer} may import ${[layer, ...allowed].join(', ')}`,
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}));

const onlyHereRules = Object.entries(ONLY_HERE).map(([layer, packages]) => ({
  name: `only-${layer}`,
  severity: 'error',
  comment: `${packages.join(', ')}: only src/${layer}`,
  from: { path: '^src/', pathNot: `^src/${layer}/` },
  to: { path: packagePath(packages.join('|')) },
}));

module.exports = {
  forbidden: [
    { name: 'known-folder', severity: 'error', comment: 'every file of src/ lies in a known layer', from: { path: '^src/', pathNot: `^src/(${Object.keys(LAYERS).join('|')})/` }, to: {} },
    { name: 'known-folder-imported', severity: 'error', comment: 'every file of src/ lies in a known layer', from: {}, to: { path: '^src/', pathNot: `^src/(${Object.keys(LAYERS).join('|')})/` } },
    { name: 'known-folder-alone', severity: 'error', comment: 'every file of src/ lies in a known layer', from: { orphan: true, path: '^src/', pathNot: `^src/(${Object.keys(LAYERS).join('|')})/` }, to: {} },
    ...layerRules,
    ...onlyHereRules,
    { name: 'words-in-pages-and-decks', severity: 'error', comment: 'i18next: only src/renderer and src/present', from: { path: '^src/', pathNot: '^src/(renderer|present)/' }, to: { path: packagePath('i18next') } },
    { name: 'pure-domain', severity: 'error', comment: 'the domain imports nothing but itself', from: { path: '^src/domain/' }, to: { pathNot: '^src/domain/' } },
    { name: 'contract-libraries', severity: 'error', comment: 'the contract needs zod alone', from: { path: '^src/contract/' }, to: { pathNot: `^src/(contract|domain)/|${packagePath('zod')}` } },
    { name: 'contract-model-only', severity: 'error', comment: 'of the domain, the contract knows the model', from: { path: '^src/contract/' }, to: { path: '^src/domain/', pathNot: '^src/domain/model/' } },
    { name: 'no-node-in-pages', severity: 'error', comment: 'pages run in a sandbox', from: { path: '^src/(renderer|preload|contract|domain)/' }, to: { dependencyTypes: ['core'] } },
    { name: 'pages-see-types', severity: 'error', comment: 'pages know the contract as types only', from: { path: '^src/(renderer|preload)/' }, to: { path: '^src/contract/', dependencyTypesNot: ['type-only'] } },
    { name: 'pages-see-codes', severity: 'error', comment: 'of the domain, pages may run the vocabularies, the limits of drawing, the check of a rule that is being written, the days of a zone, how things are put into words, and where drawn things stand', from: { path: '^src/renderer/' }, to: { path: '^src/domain/', pathNot: '^src/domain/(wording|drawing)/|^src/domain/model/(codes|drawing|tribe-look|tribe-rule|value-piece|strategy-codes|ladder-step|formation-line|canvas-line|origin-code|map-polygon|event-kind|week-start|floors|change-code|local-days|answer-team)\\.ts$', dependencyTypesNot: ['type-only'] } },
    { name: 'preload-bridge-only', severity: 'error', comment: 'the preload shares the exchange of files with the bridge, nothing else', from: { path: '^src/preload/' }, to: { path: '^src/renderer/', pathNot: '^src/renderer/bridge/with-file-handles\\.ts$' } },
    { name: 'main-sees-channels', severity: 'error', comment: 'the host shares channel names with the preload, nothing else', from: { path: '^src/main/' }, to: { path: '^src/preload/', pathNot: '^src/preload/channels\\.ts$' } },
    { name: 'features-apart', severity: 'error', comment: 'a feature never imports another', from: { path: '^src/renderer/features/([^/]+)/' }, to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' } },
    { name: 'shared-below-features', severity: 'error', comment: 'what features share knows no feature', from: { path: '^src/renderer/(ui|charts|tokens|i18n|bridge|state)/' }, to: { path: '^src/renderer/(features|shell)/' } },
    { name: 'electron-in-main', severity: 'error', comment: 'electron belongs to main and preload', from: { path: '^src/', pathNot: '^src/(main|preload)/' }, to: { path: packagePath('electron') } },
    { name: 'listen-in-serve', severity: 'error', comment: 'only serve/ listens', from: { path: '^src/', pathNot: '^src/serve/' }, to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises)$' } },
    { name: 'serve-http-only', severity: 'error', comment: 'serve/ listens by http', from: { path: '^src/serve/' }, to: { path: '^(node:)?(https|http2|net|tls|dgram|dns|dns/promises)$' } },
    { name: 'scripts-for-bench', severity: 'error', comment: 'the product does not import its own scripts; the benchmark takes its generator', from: { path: '^src/', pathNot: '^src/cli/commands/bench\\.ts$' }, to: { path: '^scripts/' } },
    { name: 'no-tests', severity: 'error', comment: 'the product does not import its tests', from: { path: '^src/' }, to: { path: '^tests/' } },
    { name: 'no-circles', severity: 'error', comment: 'two files that need each other are one file or three', from: { path: '^src/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', comment: 'an import leads somewhere', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.css'] },
  },
};
