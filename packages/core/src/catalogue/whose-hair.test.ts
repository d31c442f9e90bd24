import { expect, test } from 'vitest';
import { constraintsOf } from './constraints.ts';

/** What was said before, the message, and whether a child's hair is meant. */
const CASES: readonly (readonly [readonly string[], string, boolean])[] = [
  [['my toddler hates combing'], 'i have a bald patch myself, smooth, size of a coin', false],
  [['my toddler hates combing'], 'and there is a bald patch on my crown', false],
  [[], 'my toddler has curly hair and i found a smooth bald patch on my own head', false],
  [[], 'i have a bald patch on my own crown, but my toddler has one too', true],
  [[], 'my toddler has a bald patch and i have one on my own head, what can we both use', true],
  [['my toddler hates combing'], 'there is a bald patch now', true],
  [['my toddler hates combing', 'there is a bald patch on my crown'], 'can i put castor oil on it', false],
  [['my toddler hates combing', 'there is a bald patch on my crown'], 'and what of her tangles', true],
  [[], 'my toddler is 3, i do her hair myself', true],
];

test.each(CASES)('after %j, "%s" is of a child: %s', (before, message, isOfChild) => {
  expect(constraintsOf([...before, message], [], before).ageYears !== null).toBe(isOfChild);
});
