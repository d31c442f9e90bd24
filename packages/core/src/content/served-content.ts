import { createHash } from 'node:crypto';
import { setImmediate as afterOthers } from 'node:timers/promises';
import type { CatalogueFile } from '../catalogue/catalogue-file.ts';
import { type Catalogue, catalogueOf } from '../catalogue/load.ts';
import type { Product } from '../catalogue/product.ts';
import type { Passage } from '../knowledge/passage.ts';
import type { PassageFolder } from '../knowledge/passage-folder.ts';
import { type KnowledgeIndex, KnowledgeIndexer } from '../knowledge/retrieve.ts';
import type { SynonymGroup } from '../knowledge/vocabulary.ts';
import type { ContentFault, Entry, Served } from './entry.ts';
import { type Overlay, overlay, withoutDoubles } from './overlay.ts';

/** What an assistant ships with. */
export interface ShippedContent {
  readonly assistant: string;
  /** Null for an assistant that answers from no knowledge. */
  readonly knowledge: { readonly folder: PassageFolder; readonly synonyms: readonly SynonymGroup[] } | null;
  /** Null for one that sells nothing. */
  readonly catalogue: CatalogueFile | null;
}

/** What an assistant answers from at a moment: never changed, only replaced, so that a turn keeps what it began with. */
export interface ServedContent {
  readonly passages: readonly Passage[];
  readonly knowledge: KnowledgeIndex | null;
  readonly catalogue: Catalogue | null;
  /** Changes whenever a passage, a synonym or a product does, and is the same on every instance that serves the same. */
  readonly version: string;
  readonly servedPassages: ReadonlyMap<string, Served>;
  readonly servedProducts: ReadonlyMap<string, Served>;
  readonly faults: readonly ContentFault[];
}

/** What an assistant without a knowledge base knows. */
const NO_KNOWLEDGE = 'none';

interface OverlaidContent {
  readonly passages: Overlay<Passage>;
  readonly products: Overlay<Product>;
}

/** Lays edits over the files of one assistant and makes what is served of them. */
export class ContentBuilder {
  readonly #shipped: ShippedContent;
  readonly #indexer: KnowledgeIndexer | null;
  readonly #synonyms: string;
  #latest: ServedContent | null = null;

  /** @throws RangeError for contradictory synonyms. */
  constructor(shipped: ShippedContent) {
    this.#shipped = shipped;
    this.#indexer = shipped.knowledge === null ? null : new KnowledgeIndexer(shipped.knowledge.synonyms);
    // Synonyms decide which passages are found, so they are part of what a reply was made from.
    this.#synonyms = hash(JSON.stringify(shipped.knowledge?.synonyms ?? []));
  }

  /** At once, for a start. */
  build(entries: Iterable<Entry>): ServedContent {
    const parts = this.#overlay(entries);
    return this.#keep(parts, this.#indexer === null ? null : this.#indexer.index(parts.passages.items));
  }

  /** Between turns: in steps of some milliseconds. What did not change is taken over. */
  async buildGently(entries: Iterable<Entry>): Promise<ServedContent> {
    const parts = this.#overlay(entries);
    const before = this.#latest;
    const isSame =
      before !== null &&
      before.passages.length === parts.passages.items.length &&
      before.passages.every((passage, place) => passage === parts.passages.items[place]);
    const knowledge =
      this.#indexer === null
        ? null
        : isSame
          ? before.knowledge
          : await this.#indexer.indexGently(parts.passages.items, () => afterOthers());
    return this.#keep(parts, knowledge);
  }

  #overlay(entries: Iterable<Entry>): OverlaidContent {
    const all = [...entries];
    const { knowledge, catalogue } = this.#shipped;
    const products = new Map((catalogue?.catalogue.products ?? []).map((product) => [product.id, product]));
    return {
      passages: overlay('passage', knowledge?.folder.passages ?? new Map(), knowledge === null ? [] : all),
      products: withoutDoubles(overlay('product', products, catalogue === null ? [] : all)),
    };
  }

  #keep({ passages, products }: OverlaidContent, knowledge: KnowledgeIndex | null): ServedContent {
    const { knowledge: shippedKnowledge, catalogue: shippedCatalogue } = this.#shipped;
    const catalogue = shippedCatalogue === null ? null : catalogueOf(products.items);
    const ofKnowledge = knowledge === null ? NO_KNOWLEDGE : `${versionOf(passages.items)}.${this.#synonyms}`;
    const fileFaults = [
      ...(shippedKnowledge?.folder.faults ?? []),
      ...(shippedCatalogue?.fault == null ? [] : [shippedCatalogue.fault]),
    ].map(({ file, field, problem }) => ({ source: file, kind: 'file' as const, field, problem }));
    this.#latest = {
      passages: passages.items,
      knowledge,
      catalogue,
      // What a product is said to be is part of what a reply was made from, as a passage is.
      version: catalogue === null ? ofKnowledge : `${ofKnowledge}.${catalogue.version}`,
      servedPassages: passages.servedOf,
      servedProducts: products.servedOf,
      faults: [...fileFaults, ...passages.faults, ...products.faults],
    };
    return this.#latest;
  }
}

const hashes = new WeakMap<Passage, string>();

/** Hash of all that passages say, whatever their order; each is read once, however many there are. */
function versionOf(passages: readonly Passage[]): string {
  const ofEach = passages.map((passage) => {
    const known = hashes.get(passage) ?? hash(JSON.stringify(passage));
    hashes.set(passage, known);
    return known;
  });
  return hash(ofEach.sort().join(''));
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
