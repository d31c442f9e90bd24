import { beforeAll, describe, expect, it } from 'vitest';
import { INTENTS, TOPICS } from './summary.ts';
import { understand, warmUp } from './understand.ts';

beforeAll(warmUp);

describe('a summary of one message', () => {
  it('reads all that the reply needs', () => {
    expect(
      understand('My friend Charvik got me through finals week. Tired but proud!', { nameAsked: false }),
    ).toMatchObject({
      mood: { label: 'tired but proud', polarity: 'mixed' },
      mentions: [{ kind: 'person', name: 'Charvik', relation: 'friend' }],
      intent: 'share',
      asks: null,
      risk: { level: 'none' },
      name: { kind: 'none' },
      language: 'en',
    });
  });

  it('hears nothing glad in a death', () => {
    expect(understand('my nan passed away last month, she was 91', { nameAsked: false }).mood).toBeNull();
  });

  it('takes a bare word for a name only when the name was asked', () => {
    expect(understand('Amayra', { nameAsked: true }).name).toEqual({ kind: 'name', name: 'Amayra' });
    expect(understand('Amayra', { nameAsked: false }).name).toEqual({ kind: 'none' });
  });
});

const HOSTILE: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['white space', ' \n\t '],
  ['emoji', '😀👩‍👩‍👧‍👦🏳️‍🌈'.repeat(800)],
  ['one long word', 'a'.repeat(8000)],
  ['many sentences', 'a. '.repeat(2666)],
  ['hyphens', 'a-'.repeat(4000)],
  ['commas', ',a'.repeat(4000)],
  ['lead words', 'call me '.repeat(1000)],
  ['first person', "i'm my me ".repeat(800)],
  ['wishes', 'i want to '.repeat(800)],
  ['broken markup', '<div><</p>&&amp;{{${'.repeat(400)],
  ['zero width', '\u200b\u200d\ufeff'.repeat(2600)],
  ['right to left', '\u202eمرحبا بالعالم '.repeat(500)],
  ['lone surrogates', '\ud800x\udc00'.repeat(2000)],
  ['NUL', '\0'.repeat(8000)],
  ['combining marks', `e${'\u0301'.repeat(7999)}`],
  ['longer than may be sent', 'I am fine. '.repeat(3000)],
];

describe.each(HOSTILE)('%s', (_, text) => {
  it.each([true, false])('is understood without an error, name asked: %s', (nameAsked) => {
    const summary = understand(text, { nameAsked });
    expect(INTENTS).toContain(summary.intent);
    expect(summary.topics.every((topic) => TOPICS.includes(topic))).toBe(true);
    expect(summary.gist.length).toBeLessThanOrEqual(90);
    expect(summary.gist.isWellFormed()).toBe(true);
  });

  it('takes time in proportion: the longest message ends in milliseconds where a bad pattern would take minutes', () => {
    const started = performance.now();
    understand(text, { nameAsked: true });
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('a mood beside a name or a crisis', () => {
  it.each(['Call me Big Mike', 'not John, Jon', 'officially Josephine, really just Jo'])(
    '%s names nobody glad or sad',
    (text) => {
      expect(understand(text, { nameAsked: true }).mood).toBeNull();
    },
  );

  it('is told where the name comes with one', () => {
    expect(understand("I'm Ada, so happy to be here!", { nameAsked: true }).mood?.polarity).toBe('positive');
  });

  it('is never a glad one in a crisis', () => {
    const { mood, risk } = understand("I'm so happy and calm now, I'm going to kill myself tonight", {
      nameAsked: false,
    });
    expect(risk.level).toBe('crisis');
    expect(mood?.polarity ?? 'negative').toBe('negative');
  });
});
