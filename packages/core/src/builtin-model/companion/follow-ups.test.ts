import { expect, test } from 'vitest';
import type { Form } from './follow-ups.ts';
import { followUpsTo, formOf } from './follow-ups.ts';

test.each<[string, Form]>([
  ["she's bringing her dog", 'person'],
  ["she's my best friend since school", 'described'],
  ["he's the best", 'described'],
  ['he used to sleep on my feet', 'memory'],
  ['her husband does not care', 'person'],
  ['my friends say move on', 'person'],
  ['they have two kids', 'person'],
  ['closed 3 deals today', 'deed'],
  ['bought myself a watch', 'deed'],
  ['ok i texted her', 'deed'],
  ['i wrote her a letter', 'deed'],
  ["I didn't send it", 'state'],
  ['moved here in march', 'deed'],
  ["maybe I'll text my cousin", 'plan'],
  ["i'm thinking of asking for a raise", 'plan'],
  ['start on monday', 'plan'],
  ['i keep checking her page', 'state'],
  ["it's saturday night", 'other'],
  ['i used to have loads of friends', 'memory'],
  ['the one at the hospital I told you about', 'other'],
  ['tired', 'fragment'],
  ['20 percent more', 'fragment'],
  ['pepperoni', 'fragment'],
  ['getting the team to sleep again, honestly', 'other'],
])('%j is a %s', (message, form) => {
  expect(formOf(message)).toBe(form);
});

test('someone described is asked after by the pronoun they were given', () => {
  expect(followUpsTo("she's my best friend", 'positive')).toContain('What do you like most about her?');
  expect(followUpsTo('they are my neighbors', 'neutral')).toContain('What do you like most about them?');
});

test('every form and mood has questions, each of them one', () => {
  for (const message of ["I'll go", 'I went', 'she went off', 'I am', 'pizza', 'getting it all done again today']) {
    for (const polarity of ['negative', 'mixed', 'positive', 'neutral'] as const) {
      const questions = followUpsTo(message, polarity);
      expect(questions.length).toBeGreaterThanOrEqual(5);
      expect(questions.every((question) => question.match(/\?/g)?.length === 1)).toBe(true);
    }
  }
});
