import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesBelow, ROOT } from '../support/root.ts';

const sources = filesBelow('src', ['.ts', '.tsx']);

function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** A type that only restates a value next to it: `(typeof X)[number]`, `z.infer<typeof x>`. The value carries the words. */
function isRestated(node: ts.Statement): boolean {
  return ts.isTypeAliasDeclaration(node) && /typeof /.test(node.type.getText());
}

/** The properties of a component that is documented itself, under its name and `Props`. */
function isPropsOf(node: ts.Statement, all: readonly ts.Statement[]): boolean {
  const name = nameOf(node);
  return name.endsWith('Props') && all.some((other) => isExported(other) && nameOf(other) === name.slice(0, -'Props'.length));
}

function nameOf(node: ts.Statement): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText()).join(', ');
  return 'name' in node && node.name !== undefined ? (node.name as ts.Node).getText() : '?';
}

test('every export says what it is in one documentation block', () => {
  const silent = sources.flatMap((path) =>
    parsed(path).statements
      .filter((node) => isExported(node) && !ts.isExportDeclaration(node) && !isRestated(node) && !isPropsOf(node, node.getSourceFile().statements))
      .filter((node) => ts.getJSDocCommentsAndTags(node).filter((entry) => ts.isJSDoc(entry)).length === 0)
      .map((node) => `${path}: ${nameOf(node)}`));
  expect(silent).toEqual([]);
});

test('documentation is about the code: no history, no plans, no drafts', () => {
  const words = /\b(TODO|FIXME|XXX|HACK|hack|placeholder|for now|temporary fix|previously|no longer used|eslint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck)\b/;
  const found = [...sources, ...filesBelow('scripts', ['.ts'])].flatMap((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const comments = text.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g) ?? [];
    return comments.filter((comment) => words.test(comment)).map((comment) => `${path}: ${comment.slice(0, 100)}`);
  });
  expect(found).toEqual([]);
});

interface Example {
  readonly path: string;
  readonly expression: string;
  readonly value: string;
}

const examples = filesBelow('src/domain', ['.ts']).flatMap((path): Example[] =>
  [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^\s*\*?\s*(?:\/\*\*.*?)?@example (?<expression>.+?) \/\/ (?<value>.+?)(?:\s*\*\/)?\s*$/gm)].map(({ groups }) => ({
    path, expression: groups?.['expression'] ?? '', value: groups?.['value'] ?? '',
  })));

test('the domain has examples to run', () => {
  expect(examples.length).toBeGreaterThan(5);
});

test.each(examples)('$path: $expression is $value', async ({ path, expression, value }) => {
  const scope = { ...((await import(join(ROOT, 'src/domain/model/codes.ts'))) as object), ...((await import(join(ROOT, path))) as object) };
  const evaluate = (code: string): unknown => new Function(...Object.keys(scope), `return (${code});`)(...Object.values(scope)) as unknown;
  const actual = evaluate(expression);
  const expected = evaluate(value);
  if (typeof expected === 'number' && typeof actual === 'number' && !Number.isInteger(expected)) {
    const digits = value.split('.')[1]?.length ?? 0;
    expect(actual).toBeCloseTo(expected, Math.min(digits, 12));
  } else expect(actual).toEqual(expected);
});
