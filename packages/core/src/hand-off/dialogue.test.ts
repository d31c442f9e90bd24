import { describe, expect, it } from 'vitest';
import { beginHandOff, continueHandOff, type DialogueStep, hasLapsed } from './dialogue.ts';

const NOW = new Date('2026-12-01T15:00:00Z');
type Reason = Parameters<typeof beginHandOff>[0]['reason'];

const begin = (reason: Reason, text: string, known = {}) =>
  beginHandOff({ reason, messageId: 'm1', text, known, now: NOW });

/** Says one thing after the other, as long as something is asked. */
function talk(reason: Reason, text: string, ...replies: readonly string[]): DialogueStep {
  return replies.reduce<DialogueStep>(
    (step, reply) => (step.kind === 'ask' ? continueHandOff(step.dialogue, reply, []) : step),
    begin(reason, text),
  );
}

describe('what is asked', () => {
  const cases: readonly (readonly [string, DialogueStep, object])[] = [
    ['an order: its number', begin('order', 'where is my order'), { kind: 'ask', dialogue: { asking: 'orderNumber' } }],
    [
      'not what the message says',
      begin('order', 'where is my order #48213'),
      { kind: 'ask', dialogue: { asking: 'email', collected: { orderNumber: '48213' } } },
    ],
    [
      'nothing where all is known',
      begin('order', 'order 48213 is late', { email: 'a@b.co' }),
      { kind: 'open', because: 'complete', case: { collected: { orderNumber: '48213', email: 'a@b.co' } } },
    ],
    [
      'a reaction: product, then when, not what it told',
      begin('reaction', 'your mask gave me a rash all over my neck'),
      { kind: 'ask', dialogue: { asking: 'product' } },
    ],
    [
      'the press: the deadline, where the outlet was named',
      begin('press', "I'm a reporter at Essence writing a story"),
      { kind: 'ask', dialogue: { asking: 'deadline', collected: { outlet: 'Essence' } } },
    ],
    [
      'an answer to a later question counts at once',
      talk('order', 'where is my order', 'mia@example.com, and the number is #48213'),
      { kind: 'open', case: { collected: { email: 'mia@example.com', orderNumber: '48213' } } },
    ],
  ];
  it.each(cases)('%s', (_what, step, expected) => expect(step).toMatchObject(expected));
});

describe('how it ends', () => {
  const order = 'where is my order';
  const cases: readonly (readonly [string, DialogueStep, object])[] = [
    [
      'what they have not got is passed over',
      talk('order', order, "I don't have it"),
      { kind: 'ask', because: 'not-given' },
    ],
    ['a refusal opens the case', talk('order', order, "I'd rather not say"), { kind: 'open', because: 'refused' }],
    ['a plain no does too', talk('order', order, 'no'), { kind: 'open', because: 'refused' }],
    ['one reply that is none is asked again', talk('order', order, 'ok'), { kind: 'ask', because: 'unclear' }],
    ['two open the case', talk('order', order, 'ok', 'hmm'), { kind: 'open', because: 'unclear' }],
    [
      'a question is answered first',
      talk('order', order, 'How often should I wash?'),
      { kind: 'ask', because: 'aside' },
    ],
    ['why it is asked is no aside', talk('order', order, 'why do you need that?'), { kind: 'ask', because: 'unclear' }],
    ['never mind drops it', talk('order', order, 'never mind'), { kind: 'cancelled' }],
    ['so does the parcel itself', talk('order', order, 'oh it just arrived!'), { kind: 'cancelled' }],
    [
      'an order by a number alone',
      talk('order', order, '1048213'),
      { kind: 'ask', dialogue: { collected: { orderNumber: '1048213' } } },
    ],
  ];
  it.each(cases)('%s', (_what, step, expected) => expect(step).toMatchObject(expected));

  it('ends, whatever is said, after a few replies', () => {
    const words = ['?', 'ok', 'what', 'a@', '#', 'no number', 'tomorrow', 'why?', 'mask', '12'];
    for (const reason of ['asked', 'complaint', 'reaction', 'order', 'refund', 'press', 'unanswered'] as const) {
      for (const word of words) {
        expect(talk(reason, 'x', ...Array.from({ length: 6 }, () => word)).kind, `${reason}: ${word}`).not.toBe('ask');
      }
    }
  });

  it('lapses after a day', () => {
    const step = begin('order', order);
    const dialogue = step.kind === 'ask' ? step.dialogue : null;
    expect(dialogue !== null && hasLapsed(dialogue, new Date(NOW.getTime() + 23 * 3_600_000))).toBe(false);
    expect(dialogue !== null && hasLapsed(dialogue, new Date(NOW.getTime() + 25 * 3_600_000))).toBe(true);
  });
});
