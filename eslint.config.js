import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const NETWORK_MODULES = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'undici'].flatMap((name) => [name, `node:${name}`]);
const NETWORK_GLOBALS = ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'RTCPeerConnection', 'WebTransport', 'importScripts'];
const ELECTRON_NETWORK = ['net', 'netLog', 'autoUpdater', 'crashReporter', 'shell', 'webFrameMain', 'desktopCapturer', 'inAppPurchase', 'pushNotifications'];
const networkModules = (except = []) => ({
  paths: [
    ...NETWORK_MODULES.filter((name) => !except.includes(name)).map((name) => ({ name, message: 'Tribuna makes no network connection; only serve/ listens, on 127.0.0.1.' })),
    { name: 'electron', importNames: ELECTRON_NETWORK, message: 'Tribuna makes no network connection, updates nothing by itself and opens nothing outside its windows.' },
  ],
});
const networkGlobals = NETWORK_GLOBALS.map((name) => ({ name, message: 'Tribuna makes no network connection.' }));

const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' };
const BANNED_SYNTAX = [
  NO_DEFAULT_EXPORT,
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text is never HTML here: render it as text.' },
  { selector: 'Property[key.name="dangerouslySetInnerHTML"]', message: 'Text is never HTML here: render it as text.' },
  { selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]', message: 'Text is never HTML here: render it as text.' },
  { selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)$/]', message: 'Text is never HTML here: render it as text.' },
  { selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]', message: 'Text is never HTML here: render it as text.' },
  { selector: 'MemberExpression[object.name=/^(globalThis|window|self)$/][property.name=/^(fetch|WebSocket|XMLHttpRequest|EventSource|RTCPeerConnection|WebTransport)$/]', message: 'Tribuna makes no network connection.' },
  { selector: 'MemberExpression[object.name="navigator"][property.name="sendBeacon"]', message: 'Tribuna makes no network connection.' },
  { selector: 'MemberExpression[property.name=/^(openExternal|openPath|showItemInFolder)$/]', message: 'No address is opened outside the product.' },
  { selector: 'CallExpression[callee.property.name="getBuiltinModule"]', message: 'Import modules where rules can see them; only the network guard asks for them by name.' },
  { selector: 'TSEnumDeclaration', message: 'Use a const array or object: Node runs erasable syntax only.' },
  { selector: 'TSNonNullExpression', message: 'Handle the absent case.' },
];
const DOMAIN_SYNTAX = [
  ...BANNED_SYNTAX,
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'The domain is pure: take the time as an argument.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The domain is pure: take the time as an argument.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'The domain is pure: take a seeded generator.' },
  { selector: 'MemberExpression[object.name="performance"]', message: 'The domain is pure: take the time as an argument.' },
];

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'coverage/**', 'test-results/**', 'playwright-report/**', 'tests/fixtures/**', '.cache/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.domain.json', './tsconfig.node.json', './tsconfig.web.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': ['error', ...BANNED_SYNTAX],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // numbers, booleans and nulls read well inside template strings
      '@typescript-eslint/restrict-template-expressions': 'off',
      // `() => void set.delete(x)` says that the answer is dropped
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // index signatures and parsed documents make honest checks look needless
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      // handlers answer with a value or a promise of one by contract
      '@typescript-eslint/require-await': 'off',
      'no-control-regex': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // code points are what escaping and cleaning work on
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': ['error', networkModules()], 'no-restricted-globals': ['error', ...networkGlobals] } },
  { files: ['src/serve/**/*.ts'], rules: { 'no-restricted-imports': ['error', networkModules(['node:http'])] } },
  // the loopback bridge talks to the server that sent the page, and to nothing else
  { files: ['src/renderer/bridge/loopback-bridge.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['src/engine/network-guard.ts'], rules: { 'no-restricted-syntax': ['error', ...BANNED_SYNTAX.filter(({ selector }) => !selector.includes('getBuiltinModule'))] } },
  { files: ['src/domain/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...DOMAIN_SYNTAX] } },
  { files: ['scripts/**/*.{ts,cjs}', 'src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 600 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': ['error', ...BANNED_SYNTAX.filter(({ selector }) => selector !== 'TSNonNullExpression')],
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-console': 'off',
      'no-empty-pattern': 'off',
    },
  },
  { files: ['*.config.{ts,js}', '.dependency-cruiser.cjs'], rules: { 'no-restricted-syntax': ['error', ...BANNED_SYNTAX.filter((rule) => rule !== NO_DEFAULT_EXPORT)] } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable', process: 'readonly', __dirname: 'readonly' } } },
);
