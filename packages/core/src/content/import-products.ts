import { doublesAmong } from '../catalogue/load.ts';
import { type Product, product } from '../catalogue/product.ts';
import { futureDate } from './edit-content.ts';
import { ContentRefusedError } from './entry.ts';

/**
 * Reads the products of a catalogue that was sent, with the schema of the file's.
 *
 * @throws ContentRefusedError with every row that is wrong, its path in the request and what is wrong with each field.
 */
export function readProducts(rows: readonly unknown[], now: Date): Product[] {
  const faults: { path: string; message: string }[] = [];
  const products: Product[] = [];
  const rowOfId = new Map<string, number>();
  for (const [row, written] of rows.entries()) {
    const result = product.safeParse(written);
    if (!result.success) {
      for (const { path, message } of result.error.issues) {
        faults.push({ path: ['body.products', row, ...path].join('.'), message });
      }
      continue;
    }
    const early = futureDate('product', result.data, now);
    if (early !== null) faults.push({ path: `body.products.${row}.${early.path}`, message: early.message });
    products.push(result.data);
    if (!rowOfId.has(result.data.id)) rowOfId.set(result.data.id, row);
    else faults.push({ path: `body.products.${row}.id`, message: `"${result.data.id}" stands in an earlier row` });
  }
  const ids = new Set<string>();
  const apart = products.filter(({ id }) => !ids.has(id) && ids.add(id));
  for (const { id, field, problem } of doublesAmong(apart)) {
    faults.push({ path: `body.products.${rowOfId.get(id) ?? 0}.${field}`, message: problem });
  }
  if (faults.length > 0) throw new ContentRefusedError(faults);
  return products;
}
