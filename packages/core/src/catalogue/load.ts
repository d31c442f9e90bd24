import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { type Product, product } from './product.ts';

/** A brand's products, in the order of its file. */
export interface Catalogue {
  readonly products: readonly Product[];
  /** Hash of all the file says: a reply made from another is not given again. */
  readonly version: string;
}

/** A catalogue that cannot be used: the file, the product, which field of it and what is wrong, in words its author understands. */
export class CatalogueFileError extends Error {
  override readonly name = 'CatalogueFileError';
  readonly file: string;
  /** Id of the product, or its place in the file where it has none; null when it is the whole file. */
  readonly product: string | null;
  /** Path of the field in the product, such as `price.amount`; `file` when it is the whole file. */
  readonly field: string;
  readonly problem: string;
  /** Where in the file, for people: the product and its field. */
  readonly place: string;

  constructor(file: string, productId: string | null, field: string, problem: string, cause?: unknown) {
    const where = productId === null ? field : `product "${productId}": ${field}`;
    super(`catalogue file ${file}: ${where}: ${problem}`, cause === undefined ? undefined : { cause });
    this.problem = problem;
    this.place = where;
    this.file = file;
    this.product = productId;
    this.field = field;
  }
}

/** Reads a catalogue's file. Throws {@link CatalogueFileError} for one that is invalid, the file system's error for none. */
export function loadCatalogue(path: string): Catalogue {
  return parseCatalogue(basename(path), readFileSync(path, 'utf8'));
}

const catalogueFile = z.strictObject({ products: z.array(z.unknown()).min(1) });

/** Parses a catalogue's JSON; `file` names it in errors. Throws {@link CatalogueFileError} for the first product that is wrong. */
export function parseCatalogue(file: string, content: string): Catalogue {
  let written: unknown;
  try {
    written = JSON.parse(content);
  } catch (error) {
    throw new CatalogueFileError(file, null, 'file', `is not JSON: ${(error as SyntaxError).message}`, error);
  }
  const whole = catalogueFile.safeParse(written);
  if (!whole.success) {
    const [issue] = whole.error.issues;
    throw new CatalogueFileError(file, null, issue?.path.join('.') || 'file', issue?.message ?? 'is not valid');
  }
  const products = whole.data.products.map((entry, place) => parseProduct(file, entry, place));
  refuseDoubles(file, products);
  return catalogueOf(products);
}

/** Products as they are served, with the hash of all they say. */
export function catalogueOf(products: readonly Product[]): Catalogue {
  return { products, version: createHash('sha256').update(JSON.stringify(products)).digest('hex').slice(0, 16) };
}

function parseProduct(file: string, entry: unknown, place: number): Product {
  const result = product.safeParse(entry);
  if (result.success) return result.data;
  const id = (entry as { readonly id?: unknown } | null)?.id;
  const named = typeof id === 'string' && id !== '' ? id : `number ${place + 1}`;
  const [issue] = result.error.issues;
  throw new CatalogueFileError(
    file,
    named,
    issue?.path.join('.') || 'product',
    issue?.message ?? 'is not valid',
    result.error,
  );
}

/** Two products of one id or one name could not be told apart in a reply. */
function refuseDoubles(file: string, products: readonly Product[]): void {
  const [double] = doublesAmong(products);
  if (double !== undefined) throw new CatalogueFileError(file, double.id, double.field, double.problem);
}

/** A product whose id or name is an earlier one's. */
export interface DoubledProduct {
  readonly id: string;
  readonly field: 'id' | 'name';
  readonly problem: string;
}

/** Which products have an id or a name of an earlier one, with whose it is. */
export function doublesAmong(products: readonly Product[]): DoubledProduct[] {
  const doubles: DoubledProduct[] = [];
  const seen = new Map<string, string>();
  for (const { id, name, alsoCalled } of products) {
    for (const [field, value] of [['id', id] as const, ...[name, ...alsoCalled].map((one) => ['name', one] as const)]) {
      const key = `${field}:${value.toLowerCase()}`;
      const other = seen.get(key);
      if (other === undefined) seen.set(key, id);
      else doubles.push({ id, field, problem: `"${value}" is already that of "${other}"` });
    }
  }
  return doubles;
}
