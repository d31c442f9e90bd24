import { describe, expect, it, test } from 'vitest';
import { SHELF } from '../catalogue/catalogue.fixtures.ts';
import type { Product } from '../catalogue/product.ts';
import { passageOf } from '../knowledge/passage.fixtures.ts';
import type { Entry } from './entry.ts';
import { overlay, withoutDoubles } from './overlay.ts';

const FILES = new Map(['apple', 'melon'].map((id) => [id, passageOf({ id })]));
const edit = (given: Partial<Entry> & { readonly id: string }): Entry => ({
  kind: 'passage',
  state: 'live',
  revision: 1,
  content: null,
  liveContent: null,
  isHidden: false,
  ...given,
});

describe('edits over files', () => {
  test.each<[string, Partial<Entry>, string, string]>([
    ['nothing', { state: 'deleted' }, 'A passage', 'file'],
    ['a live edit', { liveContent: passageOf({ id: 'apple', title: 'Edited' }) }, 'Edited', 'edit'],
    ['a first draft', { state: 'draft', content: passageOf({ id: 'apple', title: 'Draft' }) }, 'A passage', 'file'],
    [
      'a draft of a live edit',
      {
        state: 'draft',
        content: passageOf({ id: 'apple', title: 'Draft' }),
        liveContent: passageOf({ id: 'apple', title: 'Edited' }),
      },
      'Edited',
      'edit',
    ],
    ['one that is retired', { state: 'retired', isHidden: true }, 'none', 'nothing'],
    ['a draft of one that is retired', { state: 'draft', isHidden: true }, 'none', 'nothing'],
    ['one that can not be read', { liveContent: { id: 'apple' } }, 'A passage', 'file'],
  ])('%s: what is served', (_, given, title, served) => {
    const { items, servedOf } = overlay('passage', FILES, [edit({ id: 'apple', ...given })]);
    expect(items.find(({ id }) => id === 'apple')?.title ?? 'none').toBe(title);
    expect(servedOf.get('apple')).toBe(served);
    expect(items.some(({ id }) => id === 'melon')).toBe(true);
  });

  it('come after the files where they are new, in one order whoever reads them, and as the same objects', () => {
    const entries = ['zucchini', 'banana'].map((id) => edit({ id, liveContent: passageOf({ id }) }));
    const once = overlay('passage', FILES, entries);
    expect(once.items.map(({ id }) => id)).toEqual(['apple', 'melon', 'banana', 'zucchini']);
    const again = overlay('passage', FILES, [...entries].reverse());
    expect(again.items.every((item, place) => item === once.items[place])).toBe(true);
  });

  it('that can not be read are named', () => {
    const { faults } = overlay('passage', FILES, [edit({ id: 'apple', liveContent: { id: 'apple', title: 'No' } })]);
    expect(faults).toMatchObject([{ source: 'apple', kind: 'edit', field: 'title' }]);
  });

  it('of products win a name that a file has too, and the file’s is named', () => {
    const [wash] = SHELF.products;
    if (wash === undefined) throw new Error('the shelf is empty');
    const files = new Map<string, Product>([[wash.id, wash]]);
    const entry = edit({ kind: 'product', id: 'new', liveContent: { ...wash, id: 'new' } });
    const { items, servedOf, faults } = withoutDoubles(overlay('product', files, [entry]));
    expect(items.map(({ id }) => id)).toEqual(['new']);
    expect(servedOf.get(wash.id)).toBe('nothing');
    expect(faults).toMatchObject([{ source: wash.id, kind: 'file', field: 'name' }]);
  });
});
