// JSON Schemas of what the read routes answer, from the return types of the controllers' methods: what the compiler
// knows need not be said a second time in decorators.
import { join } from 'node:path';
import ts from 'typescript';

const HTTP_METHODS = new Set(['Get', 'Post', 'Delete', 'Put', 'Patch']);
/** Answers that have a documentation of their own, or no JSON body. */
const NOT_JSON = new Set(['void', 'StreamableFile', 'string']);

/** What a write answers beside what every write does; null: nothing. */
const moreThanWritten = (checker, type) => {
  const [more] = checker.getTypeArguments(type);
  return more.isUnionOrIntersection() || more.getProperties().length > 0 ? more : null;
};

/** The program that tsconfig.json describes. */
const programOf = (root) => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(
    fileNames.filter((file) => file.endsWith('.controller.ts')),
    options,
  );
};

const isRoute = (member) =>
  ts.isMethodDeclaration(member) &&
  (ts.getDecorators(member) ?? []).some(
    ({ expression }) => ts.isCallExpression(expression) && HTTP_METHODS.has(expression.expression.getText()),
  );

const holdsObjects = (type) =>
  type.isUnion() ? type.types.some(holdsObjects) : Boolean(type.flags & ts.TypeFlags.Object);

/** The names that our files give to types with objects in them. */
const namesOf = (program, checker) => {
  const names = new Map();
  for (const file of program.getSourceFiles()) {
    if (file.fileName.includes('/node_modules/')) continue;
    for (const alias of file.statements.filter(ts.isTypeAliasDeclaration)) {
      const type = checker.getTypeAtLocation(alias.name);
      if (!alias.typeParameters && holdsObjects(type) && !names.has(type)) names.set(type, alias.name.text);
    }
  }
  return names;
};

/** Turns types into schemas; those with a name of ours become shared ones. Of two with one name, the second is inline. */
class Schemas {
  shared = {};
  #taken = new Map();
  #open = new Set();

  constructor(checker, names) {
    this.checker = checker;
    this.names = names;
  }

  of(type) {
    const name = this.names.get(type);
    if (name === undefined || this.checker.isArrayType(type)) return this.#inline(type);
    if (this.#open.has(type)) return {};
    if (!this.#taken.has(name)) {
      this.#taken.set(name, type);
      // What refers to itself, such as any JSON, says no more than that.
      this.#open.add(type);
      this.shared[name] = this.#inline(type);
      this.#open.delete(type);
    }
    return this.#taken.get(name) === type ? { $ref: `#/components/schemas/${name}` } : this.#inline(type);
  }

  #inline(type) {
    const { flags } = type;
    if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    // A list that is always empty has elements of no type.
    if (flags & (ts.TypeFlags.Never | ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
    if (type.isUnion()) return this.#union(type.types);
    if (this.checker.isArrayType(type)) return this.#array([this.checker.getTypeArguments(type)[0]]);
    if (this.checker.isTupleType(type)) return this.#array(this.checker.getTypeArguments(type));
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#object(type);
    if (flags & ts.TypeFlags.BigIntLike) throw new Error(`JSON has no ${this.checker.typeToString(type)}`);
    if (flags & ts.TypeFlags.NonPrimitive) return { type: 'object' };
    if (flags & ts.TypeFlags.Null) return { nullable: true };
    throw new Error(`No schema for ${this.checker.typeToString(type)}`);
  }

  #array(elements) {
    const schemas = elements.map((element) => this.of(element));
    return { type: 'array', items: schemas.length === 1 ? schemas[0] : { anyOf: schemas } };
  }

  #union(types) {
    const isNull = (type) => Boolean(type.flags & ts.TypeFlags.Null);
    const said = types.filter((type) => !(type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
    const nullable = types.some(isNull) ? { nullable: true } : {};
    if (said.every((type) => type.flags & ts.TypeFlags.BooleanLike)) return { type: 'boolean', ...nullable };
    if (said.every((type) => type.isStringLiteral())) {
      return { type: 'string', enum: said.map(({ value }) => value), ...nullable };
    }
    const schemas = [...new Map(said.map((type) => [JSON.stringify(this.of(type)), this.of(type)])).values()];
    if (schemas.length > 1) return { anyOf: schemas, ...nullable };
    // A reference has no siblings in OpenAPI 3.0.
    return schemas[0].$ref && types.some(isNull) ? { allOf: schemas, nullable: true } : { ...schemas[0], ...nullable };
  }

  #object(type) {
    const properties = {};
    const required = [];
    for (const property of type.getProperties()) {
      const isOptional = Boolean(property.flags & ts.SymbolFlags.Optional);
      const said = this.checker.getTypeOfSymbol(property);
      if (said.getCallSignatures().length > 0) continue;
      properties[property.name] = this.of(said);
      if (!isOptional) required.push(property.name);
    }
    const rest = this.checker.getIndexInfosOfType(type)[0];
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(required.length > 0 && { required }),
      ...(rest && { additionalProperties: this.of(rest.type) }),
    };
  }
}

/** By operation id the schema of its answer, and the schemas that these share. */
export const answerSchemasOf = (root) => {
  const program = programOf(root);
  const checker = program.getTypeChecker();
  const schemas = new Schemas(checker, namesOf(program, checker));
  const answers = {};
  const classes = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.endsWith('.controller.ts'))
    .flatMap((file) => file.statements.filter(ts.isClassDeclaration));
  for (const method of classes.flatMap(({ members }) => members.filter(isRoute))) {
    const returned = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method));
    const answer = checker.getAwaitedType(returned);
    const operation = method.name.getText();
    if (answer.symbol?.name === 'Written') {
      const more = moreThanWritten(checker, answer);
      if (more) answers[operation] = { allOf: [{ $ref: '#/components/schemas/WrittenAnswer' }, schemas.of(more)] };
    } else if (!NOT_JSON.has(checker.typeToString(answer))) answers[operation] = schemas.of(answer);
  }
  return { answers, shared: schemas.shared };
};
