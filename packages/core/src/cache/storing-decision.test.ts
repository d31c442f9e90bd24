import { describe, expect, it } from 'vitest';
import { decideStoring, type StoringFacts, type UnstoredReason } from './storing-decision.ts';

const WHOLE = 'Once a week suits most coily hair. Wash sooner when your scalp itches or a product builds up.';
const facts = (change: Partial<StoringFacts> = {}): StoringFacts => ({
  outcome: 'completed',
  text: WHOLE,
  isLocalModel: false,
  hasVendors: true,
  ...change,
});

describe('a reply is stored', () => {
  it.each<readonly [string, Partial<StoringFacts>]>([
    ['that a vendor wrote whole', {}],
    ['of the built-in model when there is no other', { isLocalModel: true, hasVendors: false }],
    ['that ends with a list', { text: `${WHOLE}\n- Rinse well\n- **Condition**` }],
    ['that ends with an emoji', { text: `${WHOLE} 🌿` }],
    ["that uses I can't of itself in passing", { text: `${WHOLE} You can't wash too gently.` }],
    ['in another language', { text: 'Una vez a la semana es suficiente para la mayoría del pelo rizado.' }],
  ])('%s', (_, change) => expect(decideStoring(facts(change))).toEqual({ stored: true }));
});

describe('a reply is not stored', () => {
  it.each<readonly [UnstoredReason, Partial<StoringFacts>]>([
    ['unfinished', { outcome: 'cancelled' }],
    ['unfinished', { outcome: 'exhausted' }],
    ['unfinished', { outcome: 'scripted' }],
    ['fallback', { isLocalModel: true }],
    ['too-short', { text: 'Weekly.' }],
    ['too-short', { text: '' }],
    ['too-long', { text: 'Wash. '.repeat(2_000) }],
    ['cut', { text: `${WHOLE} You can also use`.concat(' the') }],
    ['cut', { text: `${WHOLE} Use these:` }],
    ['cut', { text: `${WHOLE} First,` }],
    ['cut', { text: `${WHOLE} **Then` }],
    ['cut', { text: `\`\`\`\n${WHOLE}` }],
    ['refusal', { text: "I'm sorry, but I can't help with that. Please ask me about hair." }],
    ['refusal', { text: 'I’m sorry, but I can’t help with that. Please ask me about hair.' }],
    ['refusal', { text: "I don't have that information on file, but our team can help you with it." }],
    ['refusal', { text: 'As an AI language model I have no hair of my own, yet here is what I know.' }],
    ['refusal', { text: 'Could you tell me more about your hair so that I can give a better answer?' }],
    ['refusal', { text: 'That ingredient is not on file, so I can say nothing about whether it is in there.' }],
    ['of-the-day', { text: `This evening, wash it gently. ${WHOLE}` }],
    ['of-the-day', { text: `It is a good day to wash: Sunday. ${WHOLE}` }],
    ['of-the-person', { text: `As you mentioned, your curls are dry. ${WHOLE}` }],
    ['of-the-person', { text: `Welcome back! ${WHOLE}` }],
    ['of-the-person', { text: `Good morning! ${WHOLE}` }],
    ['of-the-person', { text: `For your daughter: ${WHOLE}` }],
  ])('%s: %j', (reason, change) => expect(decideStoring(facts(change))).toEqual({ stored: false, reason }));
});
