import type { TestApp } from '../src/index.ts';

/** The part of a JSON Schema that these tests read. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly $ref?: string;
}

interface Parameter {
  readonly in: 'query' | 'path' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

export type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

interface DocumentedResponse {
  readonly description: string;
  readonly content?: Content;
}

export interface Operation {
  readonly method: string;
  /** As the document writes it, with `{name}` for parameters. */
  readonly path: string;
  readonly access: string;
  readonly summary: string;
  readonly security: readonly unknown[];
  readonly parameters: readonly Parameter[];
  /** Null for an operation that takes no body. */
  readonly body: JsonSchema | null;
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
}

interface DocumentedOperation {
  readonly 'x-access': string;
  readonly summary: string;
  readonly security: readonly unknown[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
}

export async function readDocument(app: TestApp): Promise<OpenApiDocument> {
  return (await app.request('GET', '/openapi.json')).json<OpenApiDocument>();
}

/** Every operation of the document, in its order. */
export const operationsOf = (document: OpenApiDocument): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      access: operation['x-access'],
      summary: operation.summary,
      security: operation.security,
      parameters: operation.parameters ?? [],
      body: operation.requestBody?.content['application/json']?.schema ?? null,
      responses: operation.responses,
    })),
  );

/** Parameters that are no ids: an assistant's own, which no random one is sure to look like. */
const OF_A_KIND: Readonly<Record<string, string>> = { assistant: 'sienna' };

/** The path with each parameter replaced by what is given for it, else by an id that nobody has. */
export const fillPath = (path: string, values: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{([^}]+)\}/g, (_, name: string) => values[name] ?? OF_A_KIND[name] ?? crypto.randomUUID());
