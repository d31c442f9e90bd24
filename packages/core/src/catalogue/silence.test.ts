import { expect, it, test } from 'vitest';
import { understand } from '../understanding/understand.ts';
import { SILENCE_RULES, silenceOf } from './silence.ts';

const reasonFor = (text: string) => silenceOf(text, understand(text, { nameAsked: false }), true);

test.each([
  ["i'm allergic to shea. which of yours should i avoid?", 'allergy-question'],
  ['i have a nut allergy, does the oil contain almond?', 'allergy-question'],
  ['which should i avoid? i have allergies', null],
  ["i'm allergic to coconut and my hair is dry", null],
  ['my fiancé left me and i cut it all off. i feel so lost', 'distress'],
  ["i'm a wreck since the divorce, haven't touched my hair in weeks", 'distress'],
  ["i shaved my head and don't recognize myself in the mirror", 'distress'],
  ['new look after the divorce! which gel holds a fro?', null],
  ["big chopped on sunday, don't recognize myself and i love it", null],
  ['i feel awful about my frizz, what can i use', null],
  ['people keep touching my afro, how do i tell them to stop', 'question-of-fact'],
])('%s: %s', (text, reason) => expect(reasonFor(text)).toBe(reason));

/** The first took seven seconds while a rule's gaps had no end. */
test.each([
  ['allergies and questions', 'allergy '.repeat(300) + 'do '.repeat(3000), null],
  ['allergies alone', 'allergic '.repeat(1000), null],
  ['questions alone', 'do '.repeat(3000), null],
])('8,000 characters of %s', (_, text, reason) => {
  expect(reasonFor(text.slice(0, 8000))).toBe(reason);
});

it('has no rule with a gap without an end', () => {
  const sources = SILENCE_RULES.flatMap(({ says, followedBy, unless }) => [says, followedBy, unless])
    .flatMap((pattern) => pattern?.source ?? [])
    .filter((source) => /(?:\[\\s\\S\]|(?<!\\)\.|\[\^[^\]]*\])[*+]/.test(source));
  expect(sources).toEqual([]);
});
