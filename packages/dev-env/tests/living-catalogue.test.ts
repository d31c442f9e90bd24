import type { ProblemDocument, ProductEntry } from '@rapport/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, onEachDatabase, type TestApp } from '../src/index.ts';
import { type Brand, brandNamed, passageAbout, productNamed } from './brands.ts';
import { expectProblem } from './problem-assertions.ts';

const OPERATOR_TOKEN = 'op-3fK9vQ2xL7mW4tZ8nB6cR1yH5jD0sG-catalogue-test';

const sample = (name: string) =>
  productNamed(`Sample ${name}`, { sample: true, sourceUrl: null, verifiedOn: null, ingredients: null, price: null });

onEachDatabase('a catalogue that a team edits', (databases) => {
  let brand: Brand;
  let app: TestApp;
  beforeAll(async () => {
    brand = brandNamed('fern', [passageAbout('Marula')], [sample('Wash'), sample('Gel')]);
    app = await createTestApp({
      database: await databases.migrated(),
      environment: { OPERATOR_TOKEN },
      overrides: { assistants: [brand.definition] },
    });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    brand[Symbol.dispose]();
  });

  const send = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1/admin/catalogue${path}${path.includes('?') ? '&' : '?'}assistant=fern`, {
      token: OPERATOR_TOKEN,
      ...(body === undefined ? {} : { body }),
    });
  const shelf = () => app.app.assistants.get('fern')?.catalogue?.products.map(({ name }) => name);

  it('has its sample data replaced by a whole file or, when one row is wrong, not at all', async () => {
    expect((await send('GET', '?sample=true')).json()).toMatchObject({ total: 2 });
    const own = [productNamed('Fern Wash'), productNamed('Fern Mask', { category: 'mask_treatment' })];
    const refused = await send('POST', '/import', {
      products: [
        ...own,
        productNamed('Fern Oil', { price: { amount: 12.5, currency: 'dollar' } }),
        productNamed('Fern Wash', { id: 'other' }),
        'no product',
      ],
    });
    expectProblem(refused, 'VALIDATION_ERROR');
    const paths = refused.json<ProblemDocument>().errors?.map(({ path }) => path);
    expect(paths).toEqual([
      'body.products.2.price.amount',
      'body.products.2.price.currency',
      'body.products.4',
      'body.products.3.name',
    ]);
    expect(shelf()).toEqual(['Sample Wash', 'Sample Gel']);

    const dry = await send('POST', '/import', { products: own, dryRun: true });
    expect(dry.json()).toMatchObject({ added: 2, changed: 0, unchanged: 0, retired: 2 });
    expect(shelf()).toEqual(['Sample Wash', 'Sample Gel']);
    await send('POST', '/import', { products: own });
    expect(shelf()).toEqual(['Fern Mask', 'Fern Wash']);
    expect((await send('GET', '/export')).json()).toEqual({ products: [own[1], own[0]] });
    expect((await send('GET', '?sample=true&served=edit')).json()).toMatchObject({ total: 0 });
  });

  it('takes one product at a time, and no two of one name', async () => {
    const added = await send('POST', '', { product: productNamed('Fern Rinse') });
    expect(added.status).toBe(201);
    const double = await send('POST', '', { product: productNamed('Fern Rinse', { id: 'twin' }) });
    expectProblem(double, 'VALIDATION_ERROR');
    const early = await send('POST', '', { product: productNamed('Fern Balm', { verifiedOn: '2199-01-01' }) });
    expect(early.json<ProblemDocument>().errors?.[0]?.path).toBe('body.product.verifiedOn');
    const promise = await send('POST', '', { product: productNamed('Fern Balm', { about: 'regrows lost edges' }) });
    expect(promise.json<ProblemDocument>().errors?.[0]?.path).toBe('body.product.about');

    const dearer = productNamed('Fern Rinse', { price: { amount: 1500, currency: 'USD' } });
    const changed = await send('PUT', '/fern-rinse', { product: dearer, state: 'live', revision: 1 });
    expect(changed.json<ProductEntry>()).toMatchObject({ revision: 2, servedContent: { price: { amount: 1500 } } });
    expectProblem(await send('PUT', '/fern-rinse', { product: dearer, state: 'live', revision: 1 }), 'CONFLICT');
    expectProblem(await send('PUT', '/fern-wash', { product: dearer, state: 'live', revision: 1 }), 'VALIDATION_ERROR');
    expectProblem(await send('PUT', '/nothing', { state: 'retired', revision: 0 }), 'NOT_FOUND');
    expect((await send('DELETE', '/fern-rinse?revision=2')).json()).toMatchObject({ served: 'nothing' });
    expect((await send('GET', '/fern-rinse/revisions')).json()).toMatchObject({
      items: [{ revision: 3, state: 'deleted' }, { revision: 2 }, { revision: 1 }],
    });
  });
});
