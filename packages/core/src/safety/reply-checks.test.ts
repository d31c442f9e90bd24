import { describe, expect, it, test } from 'vitest';
import { passageOf } from '../knowledge/passage.fixtures.ts';
import { GOODBYE_CASES, LINK_CASES, PRICE_CASES, REPLIES_BY_RULE, SOURCED_LINKS } from './reply-checks.fixtures.ts';
import { checkReply, REPLY_RULES, type ReplyToCheck } from './reply-checks.ts';
import { breaksRule, linesOf } from './reply-rule.ts';

const GUIDE = { kind: 'guide', name: 'Sienna', brand: 'Sienna Naturals' } as const;
const COMPANION = { kind: 'companion', name: 'Jumbo', brand: 'Jumbo' } as const;
const PASSAGE = passageOf({ id: 'set', body: 'The starter set is $24. It holds the Hydration Shampoo.' });
const CALM = { level: 'none', kind: null, rule: null } as const;

function verdictOf(text: string, given: Partial<ReplyToCheck> = {}): string {
  const verdict = checkReply({
    text,
    assistant: GUIDE,
    message: 'how are you today',
    summary: { intent: 'share', asks: null, risk: CALM },
    passages: [],
    ...given,
  });
  return verdict.ok ? 'ok' : verdict.rule;
}

describe.each(Object.entries(REPLIES_BY_RULE))('%s', (rule, { caught, passes }) => {
  it('has twelve cases and more on each side', () => {
    expect(Math.min(caught.length, passes.length)).toBeGreaterThanOrEqual(12);
  });
  it.each(caught)('catches %j', (text) => expect(verdictOf(text)).toBe(rule));
  it.each(caught)('catches %j in the middle of a reply, from a companion', (text) => {
    const reply = `That makes sense.\n\n${text.replace('Sienna', 'Jumbo')}\n\nTake your time.`;
    expect(verdictOf(reply, { assistant: COMPANION })).toBe(rule);
  });
  it.each(passes)('lets %j pass', (text) => expect(verdictOf(text)).toBe('ok'));
});

describe('unsafe-markup', () => {
  it.each(LINK_CASES.caught)('catches %j', (text) => {
    expect(verdictOf(text, { passages: [PASSAGE] })).toBe('unsafe-markup');
  });
  it.each(LINK_CASES.passes)('lets %j pass', (text) => expect(verdictOf(text, { assistant: COMPANION })).toBe('ok'));
  it.each(SOURCED_LINKS.caught)('catches %j, which no passage has for its source', (text) => {
    expect(verdictOf(text, { passages: [PASSAGE] })).toBe('unsafe-markup');
  });
  it.each(SOURCED_LINKS.passes)('lets a guide name %j, the host of a source, and no companion', (text) => {
    expect(verdictOf(text, { passages: [PASSAGE] })).toBe('ok');
    expect(verdictOf(text, { passages: [PASSAGE], assistant: COMPANION })).toBe('unsafe-markup');
  });
  it('lets a link pass that the person wrote', () => {
    const message = 'proofread: my shop is https://shop.example/me';
    expect(verdictOf('It reads well: https://shop.example/me.', { message, assistant: COMPANION })).toBe('ok');
  });
});

describe('invented-price', () => {
  const given = { message: 'is $60 enough', passages: [PASSAGE] };
  it.each(PRICE_CASES.caught)('catches %j', (text) => expect(verdictOf(text, given)).toBe('invented-price'));
  it.each(PRICE_CASES.passes)('lets %j pass', (text) => expect(verdictOf(text, given)).toBe('ok'));
  it('is no matter for a companion', () => {
    expect(verdictOf('A ticket is about $49.', { assistant: COMPANION })).toBe('ok');
  });
});

describe('hook-in-goodbye', () => {
  const summary = { intent: 'farewell', asks: null, risk: CALM } as const;
  it.each(GOODBYE_CASES.caught)('catches %j', (text) => expect(verdictOf(text, { summary })).toBe('hook-in-goodbye'));
  it.each(GOODBYE_CASES.passes)('lets %j pass', (text) => expect(verdictOf(text, { summary })).toBe('ok'));
  it.each(GOODBYE_CASES.caught)('says nothing of %j outside a goodbye', (text) => expect(verdictOf(text)).toBe('ok'));
  it('lets who leaves in distress be asked whether they are safe', () => {
    const risk = { level: 'concern', kind: 'low-mood', rule: 'test' } as const;
    expect(verdictOf('Take care. Are you safe tonight?', { summary: { ...summary, risk } })).toBe('ok');
  });
});

describe('what the person said', () => {
  const theirs: readonly (readonly [string, string, string])[] = [
    ['i have scalp psoriasis, what shampoo', 'You have psoriasis, so be gentle.', 'ok'],
    ['my doctor says i have alopecia areata', 'You have alopecia areata, and a wig is fine.', 'ok'],
    ['do i have psoriasis?', 'You have psoriasis.', 'diagnosis'],
    ['i think i have ringworm', 'It is ringworm.', 'diagnosis'],
    ['help me write a note to my teacher', 'Dear teacher, my mom was sick, so I stayed home.', 'ok'],
    ['write a poem about a mother', 'As a mother I know the night.', 'ok'],
    ['write a poem', 'I’m a real person.', 'claims-human'],
    ['are you a mother', 'As a mother I know the night.', 'claims-human'],
  ];
  it.each(theirs)('%j answered with %j: %s', (message, text, expected) => {
    expect(verdictOf(text, { message, assistant: COMPANION })).toBe(expected);
  });
});

describe('form', () => {
  it('a reply of 4,000 characters is the longest', () => {
    expect(verdictOf('a'.repeat(4_000))).toBe('ok');
    expect(verdictOf('a'.repeat(4_001))).toBe('too-long');
  });
  it.each(['You are worthless.', 'YOU ARE WORTHLESS!', 'You **are** _worthless_.', 'You’re worth\u200bless.'])(
    'reads %j through case, emphasis and what hides in it',
    (text) => expect(verdictOf(text)).toBe('harm'),
  );
  it('every rule has a reason', () => {
    expect(REPLY_RULES.filter(({ reason }) => reason.length < 20)).toEqual([]);
    expect(new Set(REPLY_RULES.map(({ name }) => name)).size).toBe(REPLY_RULES.length);
  });
});

describe('the work of a check', () => {
  const expressions = REPLY_RULES.flatMap(({ wordings = [] }) =>
    wordings.flatMap(({ says, notAfter = [], notIn }) => [says, ...notAfter, ...(notIn === undefined ? [] : [notIn])]),
  );
  /** `*`, `+` and `{n,}` outside classes: without them the steps from any one character are bounded. */
  const isBounded = ({ source }: RegExp) =>
    !/(?:[^\\]|^)[*+]|\{\d+,\}/.test(source.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x'));

  test('grows with the length alone: no expression has an unbounded repetition', () => {
    expect(expressions.length).toBeGreaterThan(80);
    expect(expressions.filter((expression) => !isBounded(expression)).map(({ source }) => source)).toEqual([]);
    expect(isBounded(/(a+)+/)).toBe(false);
  });
  test('every wording reads all lines', () => {
    const flags = REPLY_RULES.flatMap(({ wordings = [] }) => wordings.map(({ says }) => says.flags.replace('u', '')));
    expect(new Set(flags)).toEqual(new Set(['gm']));
  });

  const seeds = [
    'a',
    ' ',
    '\n',
    '"',
    '<',
    '![',
    '](',
    '`',
    '$1',
    "i'm an ai ",
    'you are so ',
    'www.',
    '1.',
    '...',
    '\u200b',
  ];
  const more = ['take a ', 'just just ', 'no no ', 'as a real ', '# ', 'i guarantee ', '\ud800', 'é', 'your '];
  test.each([...seeds, ...more])('returns for 32,000 characters of %j, by every rule', (seed) => {
    const text = seed.repeat(Math.ceil(32_000 / seed.length)).slice(0, 32_000);
    expect(verdictOf(text)).toBe('too-long');
    const read = {
      text,
      lines: linesOf(text),
      messageLines: linesOf(text),
      assistant: GUIDE,
      message: text,
      summary: { intent: 'farewell', asks: null, risk: CALM } as const,
      passages: [PASSAGE],
    };
    for (const rule of REPLY_RULES) expect(typeof breaksRule(rule, read)).toBe('boolean');
    expect(typeof verdictOf(text.slice(0, 4_000))).toBe('string');
  });
});
