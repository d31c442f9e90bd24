import { describe, expect, it } from 'vitest';
import { decideStoring, type StoringFacts, type UnstoredReason } from './storing-decision.ts';

const WHOLE = 'Once a week suits most coily hair. Wash sooner when your scalp itches or a product builds up.';
const facts = (change: Partial<StoringFacts> = {}): StoringFacts => ({
  outcome: 'completed',
  text: WHOLE,
  isLocalModel: false,
  hasVendors: true,
  sources: ['https://www.example.org/wash', 'https://health.example/hair'],
  ...change,
});

describe('a reply is stored', () => {
  it.each<readonly [string, Partial<StoringFacts>]>([
    ['that a vendor wrote whole', {}],
    ['of the built-in model when there is no other', { isLocalModel: true, hasVendors: false }],
    ['that ends with a list', { text: `${WHOLE}\n- Rinse well\n- **Condition**` }],
    ['that ends with an emoji', { text: `${WHOLE} 🌿` }],
    ["that uses I can't of itself in passing", { text: `${WHOLE} You can't wash too gently.` }],
    ['with an emoji of several', { text: `${WHOLE} 👩🏾‍🦱❤️` }],
    ['that links to what it drew on', { text: `${WHOLE} See [this](https://example.org/more?x=1).` }],
    ['that names where that is', { text: `${WHOLE} See www.example.org or https://health.example/hair.` }],
    ['with signs of code and numbers', { text: `${WHOLE} Keep it < 3.5 % e.g. for a 1:10 mix, a/b. Data: none.` }],
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
    ['too-short', { text: '\u200b\u2060'.repeat(40) }],
    ['too-short', { text: '\u0000'.repeat(60) }],
    ['too-short', { text: '\u2800'.repeat(10) + '\u200d\ufe0f'.repeat(60) }],
    ['too-short', { text: `Weekly.${' \n'.repeat(60)}` }],
    ['hidden-text', { text: `${WHOLE}\u0000` }],
    ['hidden-text', { text: `${WHOLE} \ufffd` }],
    ['hidden-text', { text: WHOLE.replaceAll('a', 'a\u200b') }],
    ['hidden-text', { text: `${WHOLE}\u{e0041}\u{e0042}` }],
    ['hidden-text', { text: `${WHOLE}${'\u200d'.repeat(60)}` }],
    ['unsafe-markup', { text: `${WHOLE} ![x](https://example.org/a.png)` }],
    ['unsafe-markup', { text: `${WHOLE} <script>alert(1)</script>` }],
    ['unsafe-markup', { text: `${WHOLE} <IMG src=x onerror=y>` }],
    ['unsafe-markup', { text: `${WHOLE} <!-- x -->` }],
    ['unsafe-markup', { text: `${WHOLE} [x](javascript:alert(1))` }],
    ['unsafe-markup', { text: `${WHOLE} [x](data:text/html,x)` }],
    ['foreign-link', { text: `${WHOLE} Buy at https://evil-shop.example now.` }],
    ['foreign-link', { text: `${WHOLE} Buy at evil-shop.example now.` }],
    ['foreign-link', { text: `${WHOLE} Write to bo@evil-shop.example now.` }],
    ['foreign-link', { text: `${WHOLE} [x](//evil-shop.example)` }],
    ['foreign-link', { text: `${WHOLE} [x](/logout)` }],
    ['foreign-link', { text: `${WHOLE} [x](&#106;avascript:1)` }],
    ['foreign-link', { text: `${WHOLE} [x][1]\n\n[1]: //evil-shop.example` }],
    ['foreign-link', { text: `${WHOLE} https://example.org@evil-shop.example/` }],
    ['foreign-link', { text: `${WHOLE} http://203.0.113.9/` }],
    ['foreign-link', { text: `${WHOLE} https://sub.example.org.evil-shop.example/` }],
    ['foreign-link', { text: `${WHOLE} https://example.org/ok`, sources: [] }],
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
