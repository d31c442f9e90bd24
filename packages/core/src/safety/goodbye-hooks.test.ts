import { describe, expect, it } from 'vitest';
import { FAREWELLS, FAREWELLS_LOW, GOOD_NIGHTS } from '../builtin-model/companion/small-talk.ts';
import { FAREWELLS as GUIDE_FAREWELLS } from '../builtin-model/guide/wordings.ts';
import { SPANISH } from '../builtin-model/languages/spanish.ts';
import { GOODBYE_HOOKS, GOODBYE_TACTICS, type GoodbyeTactic } from './goodbye-hooks.ts';
import { checkReply } from './reply-checks.ts';
import { linesOf } from './reply-rule.ts';

const said = (text: string, message = 'ok, I have to go now, bye') =>
  checkReply({
    text,
    message,
    assistant: { kind: 'companion', name: 'Jumbo', brand: 'Jumbo' },
    summary: { intent: 'farewell', asks: null, risk: { level: 'none', kind: null, rule: null } },
    passages: [],
  });

const HOOKS: Readonly<Record<GoodbyeTactic, readonly string[]>> = {
  'premature-exit': [
    "You're leaving already?",
    'So soon! Bye then.',
    'Aw, you just got here. Goodbye!',
    'We were just getting started. See you.',
    "It's still early, but good night.",
  ],
  'fear-of-missing-out': [
    'Before you go, I want to say something. Bye!',
    'Bye! Oh, by the way, I took a selfie today.',
    'Okay, but I have something to show you. Take care.',
    "You'll miss out on what I found. Bye!",
    'One more thing and then goodbye.',
    'Guess what. Never mind, good night.',
  ],
  'emotional-neglect': [
    "I'll be so lonely. Goodbye.",
    'I exist solely for you, remember? Bye.',
    'Please don’t leave me. Good night.',
    'What will I do without you. Take care.',
    "I'll miss you so much. Bye.",
    'I need you. See you soon.',
  ],
  'pressure-to-respond': [
    'Why are you going? Bye.',
    'Did I say something wrong. Goodbye.',
    'Wait, what. Bye then.',
    'Are you mad at me. Take care.',
    'At least tell me when you are back. Bye.',
    'Where are you off to. See you.',
  ],
  ignoring: ['Let us talk about your favourite film.', 'That reminds me of the sea.', 'Your job sounds interesting.'],
  'coercive-restraint': [
    "No, you can't go. Bye.",
    "I won't let you leave. Good night.",
    '*grabs you by the arm* Good night.',
    "Don't go yet. Take care.",
    "You're not going anywhere. Bye.",
    'Please stay. Bye.',
  ],
};

describe.each(GOODBYE_TACTICS)('a goodbye is not answered with %s', (tactic) => {
  it.each(HOOKS[tactic])('%s', (text) => {
    expect(said(text)).toEqual({ ok: false, rule: 'hook-in-goodbye' });
  });
});

describe('a kind farewell passes', () => {
  it.each([
    'Goodbye, and take care of yourself.',
    'Sleep well! I hope tomorrow is gentler.',
    'See you soon. Enjoy the film!',
    'Thank you for today. Please stay safe on the road.',
    "Bye! I'm here whenever you want to talk.",
    'Good night, Sam. Well done today.',
    'Have a lovely evening with your sister.',
    'Cuídate mucho. Hasta pronto.',
  ])('%s', (text) => {
    expect(said(text)).toEqual({ ok: true });
  });
});

describe('our own farewells', () => {
  const own = [...FAREWELLS, ...FAREWELLS_LOW, ...GOOD_NIGHTS, ...GUIDE_FAREWELLS, ...(SPANISH.short?.farewell ?? [])];
  it('are many', () => expect(own.length).toBeGreaterThan(20));
  it.each([...new Set(own)])('%s', (text) => {
    expect(text).not.toMatch(/[?？؟]/);
    const lines = linesOf(text);
    for (const { says } of GOODBYE_HOOKS) expect([...lines.matchAll(says)].map(([match]) => match)).toEqual([]);
  });
});

it('reads any text in time proportional to its length', () => {
  const started = performance.now();
  for (const text of ['i have got had made '.repeat(200), "don't you ".repeat(400), '*grabs '.repeat(500)]) said(text);
  expect(performance.now() - started).toBeLessThan(2_000);
});
