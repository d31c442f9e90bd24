import { expect, test } from 'vitest';
import { moodOf } from '../material.fixtures.ts';
import { echoOf } from './echo.ts';
import { situationPhrases } from './moods.ts';
import { lossOf, situationOf } from './situations.ts';

test.each([
  ['tired but proud', moodOf('mixed', 'tired', 'proud'), 'exhausting but rewarding'],
  ['proud, and tired', moodOf('mixed', 'proud', 'tired'), 'exhausting but rewarding'],
  ['excited but nervous', moodOf('mixed', 'excited', 'nervous'), 'exciting and nerve-racking at the same time'],
  ['lonely but hopeful: the hard side first', moodOf('mixed', 'hopeful', 'lonely'), 'lonely but hopeful'],
  ['two hard ones', moodOf('negative', 'angry', 'tired'), 'infuriating and exhausting'],
  ['one alone', moodOf('negative', 'overwhelmed'), 'overwhelming'],
  ['one that has no words of its own', moodOf('negative', 'flummoxed'), 'hard'],
])('%s', (_, mood, phrase) => {
  expect(situationPhrases(mood)).toContain(phrase);
});

test('a mood that is a guess is not named', () => {
  expect(situationPhrases({ ...moodOf('negative', 'sad'), confidence: 0.1 })).toEqual([]);
  expect(situationPhrases(null)).toEqual([]);
});

test.each([
  ['I got the promotion!!', 'you got the promotion'],
  ['We finally finished my thesis, I am so happy', 'you finally finished your thesis'],
  ['I PASSED THE EXAM', 'you passed the exam'],
  ['I got rid of him', null],
  ['I feel like I got it wrong', null],
  ['I made a mistake because you told me to', null],
  ['the weather is nice', null],
])('%j is said back as %j', (message, echo) => {
  expect(echoOf(message)).toBe(echo);
});

test.each([
  ['my grandma passed away', 'person'],
  ['we had to put our dog to sleep, he died', 'pet'],
  ['I lost my best friend last year', 'person'],
  ['my phone died', null],
  ['I nearly died laughing', null],
  ['I lost my keys', null],
])('%j tells of the loss of %s', (message, loss) => {
  expect(lossOf(message)).toBe(loss);
});

test.each([
  ['I got the promotion', 'positive', 'promotion'],
  ["I didn't get the promotion", 'negative', 'job-missed'],
  ['failed my driving test again', 'negative', 'exam-failed'],
  ['the baby was up all night teething', 'negative', 'sleepless-parent'],
  ['my dog ate the sofa', 'neutral', 'pet-mischief'],
  ['nothing much', 'neutral', 'nothing-much'],
] as const)('%j is the situation %s', (message, polarity, id) => {
  expect(situationOf(message, polarity)?.id).toBe(id);
});
