import type { Assistant } from '@rapport/wire';

/** The two things a brand's team edits: what is answered from, and what may be recommended. */
export interface ContentKind {
  readonly id: 'knowledge' | 'catalogue';
  readonly path: '/api/v1/admin/knowledge' | '/api/v1/admin/catalogue';
  /** The field of the API's bodies that holds an entry. */
  readonly field: 'passage' | 'product';
  /** What a new entry begins with. */
  readonly blank: Readonly<Record<string, unknown>>;
}

export const KNOWLEDGE: ContentKind = {
  id: 'knowledge',
  path: '/api/v1/admin/knowledge',
  field: 'passage',
  blank: {
    id: 'a-new-passage',
    title: '',
    tags: [],
    questions: ['', '', ''],
    answer: '',
    next: '',
    sources: [{ title: '', url: 'https://' }],
    lastReviewed: '',
    reviewer: 'editorial',
    safety: null,
    body: '',
  },
};

export const CATALOGUE: ContentKind = {
  id: 'catalogue',
  path: '/api/v1/admin/catalogue',
  field: 'product',
  blank: {
    id: 'a-new-product',
    name: '',
    alsoCalled: [],
    category: 'shampoo',
    about: null,
    forWhom: { concerns: [], hairTypes: null, porosities: null, lengths: null, notOnScalp: [], fromYears: null },
    howToUse: null,
    ingredients: null,
    claims: [],
    price: null,
    sourceUrl: null,
    verifiedOn: null,
    isSample: false,
  },
};

/** The address of an entry, or with `action` of something done with all of them. */
export const contentPath = ({ path }: ContentKind, assistant: Assistant['id'], id: string): string =>
  `${path}/${encodeURIComponent(id)}?${new URLSearchParams({ assistant })}`;
