import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Asked } from './http-server.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { schema: unknown }>>;
  };
}

interface Reference {
  readonly $ref: string;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

/** A request that the description knows: which operation it is, and its parameters. */
export interface Described {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly json: Readonly<Record<string, unknown>>;
}

/** What GitHub publishes of its REST API, as a judge of requests. */
export interface ApiDescription {
  /** @returns what is wrong with the request, in one line, or what it is */
  readonly check: (asked: Asked) => Described | string;
}

/** Reads the description that the package @octokit/openapi has of api.github.com. */
export function apiDescription(): ApiDescription {
  const file = createRequire(import.meta.url).resolve('@octokit/openapi/package.json');
  const text = readFileSync(file.replace(/package\.json$/, 'generated/api.github.com.json'), 'utf8');
  const description = JSON.parse(text) as Description;
  const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: false, allErrors: true });
  ajv.addSchema(description, 'github');
  const routes = Object.keys(description.paths).map((path) => ({ path, pattern: patternOf(path) }));
  // Words before parameters: /releases/latest is not the release "latest".
  routes.sort((a, b) => parametersIn(a.path) - parametersIn(b.path));
  return { check: (asked) => check({ description, ajv, routes }, asked) };
}

interface Judge {
  readonly description: Description;
  readonly ajv: Ajv;
  readonly routes: readonly { readonly path: string; readonly pattern: RegExp }[];
}

function patternOf(path: string): RegExp {
  const parts = path.split(/(\{[^}]+\})/).map((part) => {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return `(?<${name.replaceAll('-', '_')}>[^/]+)`;
  });
  return new RegExp(`^${parts.join('')}$`);
}

function parametersIn(path: string): number {
  return path.split('{').length;
}

function check({ description, ajv, routes }: Judge, { method, url, headers, body }: Asked): Described | string {
  const fits = routes.filter(({ path, pattern }) => {
    return pattern.test(url.pathname) && description.paths[path]?.[method.toLowerCase()] !== undefined;
  });
  const [route] = fits;
  if (!route) return `${method} ${url.pathname} is not described`;
  const operation = description.paths[route.path]?.[method.toLowerCase()] as Operation;
  const pointer = `github#/paths/${escaped(route.path)}/${method.toLowerCase()}`;
  const inPath = { ...(route.pattern.exec(url.pathname)?.groups ?? {}) };
  const inQuery = Object.fromEntries(url.searchParams);
  for (const problem of parameterProblems({ description, ajv, routes }, operation, inPath, inQuery))
    return `${operation.operationId}: ${problem}`;
  const type = (headers['content-type'] ?? '').split(';')[0] as string;
  const content = operation.requestBody?.content ?? {};
  const json = type === 'application/json' && body.length > 0 ? parsed(body) : {};
  if (json === undefined) return `${operation.operationId}: the body is no JSON`;
  if (content['application/json'] !== undefined) {
    const isEmpty = body.length === 0;
    if (isEmpty && operation.requestBody?.required) return `${operation.operationId}: there is no body`;
    const validate = ajv.getSchema(`${pointer}/requestBody/content/application~1json/schema`) as ValidateFunction;
    if (!isEmpty && !validate(json)) return `${operation.operationId}: ${ajv.errorsText(validate.errors)}`;
    const schema = content['application/json'].schema as { readonly properties?: Readonly<Record<string, unknown>> };
    const odd = Object.keys(json).find((name) => schema.properties && !(name in schema.properties));
    if (odd !== undefined) return `${operation.operationId}: "${odd}" is not described`;
  } else if (body.length > 0 && content['application/octet-stream'] === undefined)
    return `${operation.operationId}: takes no body`;
  return { operation: operation.operationId, parameters: inPath, query: inQuery, json };
}

function parameterProblems(
  { description, ajv }: Judge,
  operation: Operation,
  inPath: Readonly<Record<string, string>>,
  inQuery: Readonly<Record<string, string>>,
): readonly string[] {
  const problems: string[] = [];
  const known = new Set<string>();
  for (const given of operation.parameters ?? []) {
    const name = '$ref' in given ? (given.$ref.split('/').at(-1) as string) : undefined;
    const parameter =
      name === undefined ? (given as Parameter) : (description.components.parameters[name] as Parameter);
    if (parameter.in === 'query') known.add(parameter.name);
    const values = parameter.in === 'path' ? inPath : inQuery;
    const text = values[parameter.name];
    if (text === undefined) {
      if (parameter.required && parameter.in !== 'header') problems.push(`${parameter.name} is missing`);
      continue;
    }
    const isNumber = parameter.schema.type === 'integer' || parameter.schema.type === 'number';
    const value = isNumber && /^-?\d+$/.test(text) ? Number(text) : text;
    if (!ajv.validate(refersToWhole(parameter.schema), value)) problems.push(`${parameter.name}: ${ajv.errorsText()}`);
  }
  for (const name of Object.keys(inQuery))
    if (!known.has(name)) problems.push(`the query has "${name}", which is not described`);
  return problems;
}

/** References inside of a schema are meant from the whole description. */
function refersToWhole(schema: unknown): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"github#/')) as object;
}

function escaped(path: string): string {
  return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function parsed(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(body.toString('utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
