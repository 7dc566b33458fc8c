import { basename } from 'node:path';
import ts from 'typescript';

/** A rule of the house that no import betrays. `find` gives the places of a file that break it. */
export type SourceRule = Readonly<{
  name: string;
  appliesTo: (path: string) => boolean;
  find: (file: ts.SourceFile) => readonly ts.Node[];
}>;

const isSpec = (path: string) => path.endsWith('.spec.ts');
const isProgram = (path: string) => /^(apps|libs)\//.test(path) && !path.startsWith('libs/testing/') && !isSpec(path);
const isPure = (path: string) => /^libs\/(kernel\/src|[^/]+\/src\/domain)\//.test(path) && !isSpec(path);

const nodesOf = (root: ts.Node, matches: (node: ts.Node) => boolean): readonly ts.Node[] => {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (matches(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
};

const isNamed = (node: ts.Node | undefined, name: string): boolean =>
  node !== undefined &&
  ((ts.isIdentifier(node) && node.text === name) || (ts.isStringLiteral(node) && node.text === name));

/** `owner.member` or `owner['member']`, also behind `globalThis.`. */
const isMember = (node: ts.Node, owner: string, member: string): boolean => {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  const named = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
  const of = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  return isNamed(named, member) && isNamed(of, owner);
};

/** The names that the file imports from a module, under the names that they have there; a namespace counts as `*`. */
const namesImported = (file: ts.SourceFile, from: RegExp): readonly (readonly [string, ts.Node])[] =>
  file.statements.flatMap((statement): readonly (readonly [string, ts.Node])[] => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const bindings = statement.importClause?.namedBindings;
    if (!from.test(statement.moduleSpecifier.text) || bindings === undefined) return [];
    if (ts.isNamespaceImport(bindings)) return [['*', bindings]];
    return bindings.elements.map((element) => [(element.propertyName ?? element.name).text, element]);
  });

const takesEnvFrom = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) &&
  isNamed(node.initializer, 'process') &&
  ts.isObjectBindingPattern(node.name) &&
  node.name.elements.some((element) => isNamed(element.propertyName ?? element.name, 'env'));

const NOT_FOR_FACTS = ['EventBus', 'EventPublisher', 'EventsHandler', 'AggregateRoot', 'Saga', 'ofType', '*'];

const isDefault = (node: ts.Node): boolean =>
  ts.isExportAssignment(node) || (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent));

export const sourceRules: readonly SourceRule[] = [
  {
    // Settings are validated once, at start, and named in one place.
    name: 'environment-only-in-config',
    appliesTo: (path) => isProgram(path) && !path.startsWith('libs/config/'),
    find: (file) => [
      ...nodesOf(file, (node) => isMember(node, 'process', 'env') || takesEnvFrom(node)),
      ...namesImported(file, /^(node:)?process$/).flatMap(([name, node]) => (name === 'env' ? [node] : [])),
    ],
  },
  {
    // The same command on the same state decides the same, today and in a replay.
    name: 'no-clock-or-chance-in-domain',
    appliesTo: isPure,
    find: (file) =>
      nodesOf(
        file,
        (node) =>
          isMember(node, 'Date', 'now') ||
          isMember(node, 'Math', 'random') ||
          (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) ||
          (ts.isCallExpression(node) && isNamed(node.expression, 'Date')),
      ),
  },
  {
    // A new event without its case must not compile.
    name: 'evolve-names-every-event',
    appliesTo: (path) => isPure(path),
    find: (file) =>
      nodesOf(
        file,
        (node) =>
          (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isPropertyAssignment(node)) &&
          node.name !== undefined &&
          ts.isIdentifier(node.name) &&
          /^evolve/.test(node.name.text),
      ).flatMap((evolve) => nodesOf(evolve, ts.isDefaultClause)),
  },
  {
    // The event bus of @nestjs/cqrs has no order, no retry and no checkpoint, and swallows errors.
    name: 'facts-go-through-the-log',
    appliesTo: () => true,
    find: (file) =>
      namesImported(file, /^@nestjs\/cqrs/).flatMap(([name, node]) => (NOT_FOR_FACTS.includes(name) ? [node] : [])),
  },
  {
    // A name has one home and one path to it.
    name: 'no-barrels',
    appliesTo: () => true,
    find: (file) =>
      /^index\.tsx?$/.test(basename(file.fileName))
        ? [file]
        : nodesOf(file, (node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined),
  },
  {
    // A default export is called differently by each file that imports it.
    name: 'no-default-exports',
    appliesTo: (path) => !path.startsWith('apps/web/'),
    find: (file) => nodesOf(file, isDefault),
  },
  {
    name: 'files-in-kebab-case',
    appliesTo: () => true,
    find: (file) => (/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.tsx?$/.test(basename(file.fileName)) ? [] : [file]),
  },
];

/** The places in `text` that break the rule, as `path:line`. */
export const violationsOf = (rule: SourceRule, path: string, text: string): readonly string[] => {
  if (!rule.appliesTo(path)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return rule.find(file).map((node) => `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`);
};
