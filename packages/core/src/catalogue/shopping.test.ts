import { describe, expect, it, test } from 'vitest';
import { understand } from '../understanding/understand.ts';
import { entryOf, fileOf, SHELF } from './catalogue.fixtures.ts';
import { parseCatalogue } from './load.ts';
import { productQuestionIn } from './questions.ts';
import { adviseProducts } from './recommend.ts';
import { cheapest, compared, describe as described, isSumOfNamed, routineText, routineWithin } from './shopping.ts';

const advise = (message: string, conversation: readonly string[] = []) =>
  adviseProducts(SHELF, {
    message,
    summary: understand(message, { nameAsked: false }),
    before: conversation,
    conversation,
    recent: conversation,
    passages: [],
  });
const [wash, leaveIn, oil] = SHELF.products;

describe('what is asked of the shelf', () => {
  test.each([
    ['what is Fern Wash?', 'about'],
    ['Dune Leave-In', 'about'],
    ['where can I buy the Fern Wash', 'where'],
    ['Fern Wash vs Ridge Gel, which is better?', 'compare'],
    ['cheapest product you have?', 'extreme-price'],
    ['a whole routine under $40 please', 'routine-budget'],
    ['does it have shea?', 'contains'],
    ['is the Moss Oil safe in pregnancy?', 'other-fact'],
    ['do you test on animals?', 'claim'],
  ])('%s: %s', (message, kind) => expect(productQuestionIn(message, advise(message))).toMatchObject({ kind }));

  it('is nothing where a word of shops is by the way', () =>
    expect(productQuestionIn('my braids were cheaper last year and now my scalp is dry', advise(''))).toBeNull());
});

describe('what is said of it', () => {
  it('tells what is on file and what is not, of one product', () => {
    expect(described(wash ?? fail(), "Acme's")).toBe(
      'The Fern Wash is a mild wash for scalp and lengths. Work a palmful into the wet scalp and rinse until the water is clear. It is stated for 3 years and up. It is stated to be vegan. It costs $12.50.',
    );
    expect(described(oil ?? fail(), "Acme's")).toContain(
      "Its ingredients, directions and price are not on file with me; the label or Acme's own page has them.",
    );
  });
  it('ranks nothing it knows too little of', () =>
    expect(compared([leaveIn ?? fail(), oil ?? fail()])).toContain(
      "Of the Moss Oil I have no more than that on file, so I can't honestly rank them",
    ));
  it('names the least and the most expensive, and what has no price', () => {
    expect(cheapest(SHELF.products)).toMatch(
      /Ridge Gel is the least expensive at \$9.*Next is the Fern Wash at \$12\.50.*Moss Oil has no price on file/,
    );
    expect(cheapest(SHELF.products, true)).toContain('Dune Leave-In is the most expensive at $18');
    expect(cheapest([oil ?? fail()])).toBeNull();
  });
  it('adds a routine up within a budget, and has none where two do not fit', () => {
    const routine = routineWithin(advise('a routine under $35'), 35) ?? [];
    expect(routine.map(({ id }) => id)).toEqual(['fern-wash', 'dune-leave-in']);
    expect(routineText(routine, 35)).toBe(
      'Within $35: the Fern Wash at $12.50 and the Dune Leave-In at $18, together $30.50.',
    );
    expect(routineWithin(advise('a routine under $15'), 15)).toBeNull();
  });
  it('knows a sum of the products a text names from any other amount', () => {
    const text = 'the Fern Wash and the Dune Leave-In, together';
    expect(isSumOfNamed(3050, text, SHELF.products)).toBe(true);
    expect(isSumOfNamed(2000, text, SHELF.products)).toBe(false);
  });
});

describe('whose hair it is', () => {
  test.each([
    ['a pronoun', 'which shampoo is ok for her?', ['my youngest screams at the comb', "she's 4"], 4],
    ['nothing but the talk', 'what order do I do it in', ["my daughter's hair is matted, she is 6"], 6],
    ['the person again', 'and for my own hair?', ["she's 4, my youngest"], null],
    ['nobody told of', 'which shampoo do you have', [], null],
  ])('is a child by %s', (_, message, conversation, age) =>
    expect(advise(message, conversation).need.constraints.ageYears).toBe(age),
  );

  it('keeps what is stated for grown hair from a child, the whole talk through', () =>
    expect(advise('which gel for her?', ["my daughter is 5, her puffs won't hold"]).objections.get('ridge-gel')).toBe(
      'it is not stated for that age',
    ));
});

describe('a product named in short', () => {
  const samples = parseCatalogue(
    'products.json',
    fileOf(
      entryOf({ id: 'a', name: 'Sample Gentle Shampoo', sample: true, sourceUrl: null, verifiedOn: null }),
      entryOf({ id: 'b', name: 'Sample Reset Clarifying Shampoo', sample: true, sourceUrl: null, verifiedOn: null }),
    ),
  );
  const askedIn = (message: string) =>
    adviseProducts(samples, {
      message,
      summary: understand(message, { nameAsked: false }),
      before: [],
      recent: [],
      passages: [],
    }).asked.map(({ id }) => id);
  test.each([
    ['compare the gentle shampoo with the reset one', ['a', 'b']],
    ['is a gentle shampoo enough for me?', []],
  ])('%s', (message, ids) => expect(askedIn(message)).toEqual(ids));
});

function fail(): never {
  throw new Error('the shelf of the fixtures has fewer products than this needs');
}
