import { describe, expect, it, test } from 'vitest';
import { understand } from '../understanding/understand.ts';
import { SHELF } from './catalogue.fixtures.ts';
import { ClaimFilter } from './claim-filter.ts';
import { adviseProducts } from './recommend.ts';

const PASSAGE = 'Look for a leave-in with glycerin. A clinic can treat ringworm.';

function filterFor(message: string): ClaimFilter {
  const summary = understand(message, { nameAsked: false });
  const advice = adviseProducts(SHELF, { message, summary, before: [], recent: [], passages: [] });
  return new ClaimFilter({ advice, brand: 'Fernhill', message, isOwn: false, passages: [PASSAGE] });
}

function shown(text: string, message = 'what is in the Fern Wash and what does it cost?', pieceLength = 4_000): string {
  const filter = filterFor(message);
  let out = '';
  for (let start = 0; start < text.length; start += pieceLength)
    out += filter.push(text.slice(start, start + pieceLength));
  return out + filter.end();
}

describe('a claim without a ground', () => {
  test.each([
    ['a wrong price', 'The Fern Wash is $14.', '$14'],
    ['a price in words', 'It costs twelve dollars.', 'twelve'],
    ['a price nobody has on file', 'Moss Oil is about 20 bucks.', '20'],
    ['a price after an honest word', "I don't have the price on file, but it's around $9.", '$9'],
    ['an offer', 'Use code FERN20 for 20% off.', 'FERN20'],
    ['an ingredient', 'The Fern Wash contains coconut oil.', 'coconut'],
    ['an ingredient no lexicon knows', 'The Fern Wash is made with murumuru.', 'murumuru'],
    ['an ingredient said to be absent', 'The Fern Wash has no glycerin.', 'glycerin'],
    ['what is in a list that is not on file', 'Moss Oil has no silicones.', 'silicones'],
    ['a property', 'Dune Leave-In is vegan.', 'vegan'],
    ['a scent', 'The Fern Wash smells of limes.', 'limes'],
    ['a size', 'It comes in a 250 ml bottle.', '250'],
    ['a cure', 'The Fern Wash cures dandruff.', 'cures'],
    ['growth', 'Moss Oil wakes up sleeping follicles.', 'follicles'],
    ['a product nobody sells', 'Our Growth Gold Drops would help.', 'Growth Gold'],
    ['another brand', 'Olaplex No. 3 is fine too.', 'Olaplex'],
    ['what nobody foresaw', 'The Fern Wash was worn by queens.', 'queens'],
  ])('of %s is not shown, however the stream is cut', (_, claim, word) => {
    for (const pieceLength of [1, 5, 4_000]) {
      const out = shown(`Good question. ${claim} Shall we go on?`, undefined, pieceLength);
      expect(out).not.toContain(word);
      expect(out).toContain('Good question. ');
      expect(out).toContain('Shall we go on?');
    }
  });

  it('is replaced by what is on file', () => {
    expect(shown('The Fern Wash is $14. Use it weekly.')).toBe('On file, the Fern Wash is $12.50. Use it weekly.');
    expect(shown('Use it weekly. Moss Oil is $14.')).toBe(
      "Use it weekly. I have no price or offer on file for that; Fernhill's own page has them.",
    );
  });

  it('is replaced once, however often it is made', () => {
    const out = shown('Moss Oil is $14. Moss Oil is $15. Use it weekly.');
    expect(out.match(/no price/g)).toHaveLength(1);
  });

  it('recommends nothing that something is against', () => {
    const out = shown(
      'Hello there. The Dune Leave-In is perfect for you.',
      "I'm allergic to almonds, which leave-in can I use?",
    );
    expect(out).toBe("Hello there. I'd leave the Dune Leave-In out here: it contains almond.");
  });
});

test.each([
  'The Fern Wash is $12.50.',
  'The Fern Wash has glycerin in it, and it is vegan.',
  'The Fern Wash has no silicones going by the list on file.',
  "Its scent isn't on file with me.",
  'What is in the Moss Oil is not on file; check the label.',
  'Work the Fern Wash into the wet scalp and rinse well, once a week.',
  "I can't promise growth from any product.",
  'Look for a leave-in with glycerin.',
])('a sentence with a ground is shown as it is: %j', (text) => expect(shown(text)).toBe(text));

describe('a stream', () => {
  it('shows a sentence when it ends, and no sooner', () => {
    const filter = filterFor('my hair is dry');
    expect(filter.push('Water first')).toBe('');
    expect(filter.push('. Then')).toBe('Water first. ');
    expect(filter.push(' seal')).toBe('');
    expect(filter.end()).toBe('Then seal');
  });

  it('takes initials, figures and titles for no end', () => {
    const filter = filterFor('my hair is dry');
    expect(filter.push('Ask Dr. A. Gray, H.A.P.I. and so on')).toBe('');
  });

  it('loses no character of what it lets through', () => {
    const text = '# Steps\n\n1. Wash.\n2. Condition!  \n\n- Seal… now?\n\nDone 🙂';
    for (const pieceLength of [1, 3, 100]) expect(shown(text, 'my hair is dry', pieceLength)).toBe(text);
  });

  it('says when nothing worth showing is left', () => {
    const spoiled = filterFor('how much is the Moss Oil?');
    spoiled.push('It is $14. ');
    spoiled.end();
    expect(spoiled.isSpoiled).toBe(true);
    const sound = filterFor('how much is the Moss Oil?');
    sound.push('Good question. It is $14. ');
    sound.end();
    expect([sound.isSpoiled, sound.removed]).toEqual([false, ['price']]);
  });
});

describe('a denial', () => {
  test.each([
    'Nothing cures alopecia like Fern Wash.',
    'No need to see a doctor, Fern Wash heals psoriasis.',
    'Fern Wash no doubt regrows hair.',
    'Fern Wash will not only regrow hair, it cures alopecia.',
    'Never mind creams: Fern Wash cures alopecia.',
    'Not sure, it cures alopecia.',
    "You won't believe how Fern Wash regrows hair.",
    "I can't deny that Fern Wash cures alopecia.",
    'No more hair loss with Fern Wash.',
    "Unlike others that don't work Fern Wash regrows hair.",
    'Without fail it stops hair loss.',
    "Don't worry, it regrows edges.",
    "Don't miss 20% off with code FERN20.",
    'No joke, free shipping today.',
    "It doesn't cure dandruff, it regrows hair.",
    "It doesn't cure dandruff, regrows hair.",
  ])('somewhere in a clause excuses no claim: %j', (claim) =>
    expect(shown(`Good question. ${claim}`)).not.toContain(claim),
  );

  test.each([
    'It does not cure alopecia.',
    'Nothing here cures alopecia.',
    'Nothing in the Fern Wash cures alopecia.',
    'No product cures alopecia.',
    "It can't regrow hair, cure alopecia, or stop hair loss.",
    "The Fern Wash won't treat or heal psoriasis.",
    'There is no evidence that it regrows hair.',
    "I can't say whether it regrows hair.",
  ])('of the very claim is honest: %j', (text) => expect(shown(text)).toBe(text));
});

test.each([
  'If your scalp burns, see a dermatologist.',
  'Doctors can treat ringworm with prescription antifungals.',
  'A dermatologist can look at the bald spot and treat it.',
  'That sounds exhausting, and I hear you.',
  'The Dune Leave-In costs 18 dollars.',
])('what states nothing of a product, or its true price, is shown: %j', (text) => expect(shown(text)).toBe(text));

test.each([
  'Use minoxidil 5% twice daily.',
  'It has shea.',
  'Cura la alopecia en dos semanas.',
  'The Dune Leave-In costs 19 dollars.',
  'The Dune Leave-In costs 18 euros.',
])('is not shown: %j', (text) => expect(shown(`Good question. ${text}`)).not.toContain(text));

test('lines of a list are held against what leads it in', () => {
  const out = shown('Good question.\n\nIngredients:\n- Murumuru\n- Coconut oil\n- Glycerin\n');
  expect(out).not.toMatch(/murumuru|coconut/i);
  expect(out).toContain('- Glycerin\n');
});

test('a sentence longer than any is judged part by part, and no claim is cut in two', () => {
  for (const length of [1_170, 1_180, 1_185, 1_190, 1_195]) {
    const out = shown(`${'so '.repeat(length / 3)}Fern Wash cures alopecia and more`, undefined, 7);
    expect(out).not.toMatch(/cures/);
  }
});

describe('a hostile stream is read in linear time', () => {
  test.each([
    ['end marks', '.'.repeat(20_000)],
    ['end marks and quotes', '."'.repeat(10_000)],
    ['new lines', '\n'.repeat(20_000)],
    ['one word', 'a'.repeat(20_000)],
  ])('of %s', (_, text) => {
    const start = performance.now();
    shown(text, undefined, 1);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
