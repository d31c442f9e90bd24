import type { FoundPassage, Passage } from './passage.ts';

/** A valid passage for tests, with what matters to the test given. */
export function passageOf(given: Partial<Passage> & { readonly id: string }): Passage {
  return {
    title: 'A passage',
    tags: ['routine'],
    questions: ['first way to ask', 'second way to ask', 'third way to ask'],
    answer: 'An answer of some length that stands alone and says what there is to say about it, no more and no less.',
    next: 'What would you like to change?',
    sources: [{ title: 'A source', url: `https://example.org/${given.id}` }],
    lastReviewed: '2026-11-01',
    reviewer: 'editorial',
    safety: null,
    body: 'A first sentence of the body. A second sentence with more. A third one to end.',
    ...given,
  };
}

export function foundOf(passage: Passage, answers = true): FoundPassage {
  return { passage, score: 10, answers };
}
