import { describe, expect, it } from 'vitest';
import { featuresOf } from './emotion-features.ts';
import { readEmotions } from './emotion-reading.ts';

describe('a plain sentence has the emotion it says', () => {
  it.each([
    ['I am so happy today', 'joy', 'joy', 'positive'],
    ['Thank you so much, you made my day', 'gratitude', 'joy', 'positive'],
    ["I passed my exam, I'm so proud of myself", 'pride', 'joy', 'positive'],
    ['What a relief, the results came back clear', 'relief', 'joy', 'positive'],
    ["I can't wait for the holiday!!!", 'excitement', 'joy', 'positive'],
    ['haha that was hilarious', 'amusement', 'joy', 'positive'],
    ['I love you', 'love', 'joy', 'positive'],
    ['I hope it gets better soon', 'optimism', 'joy', 'positive'],
    ['😂', 'amusement', 'joy', 'positive'],
    ["I'm so angry at my boss right now", 'anger', 'anger', 'negative'],
    ["I'm annoyed by the noise", 'annoyance', 'anger', 'negative'],
    ['😡', 'anger', 'anger', 'negative'],
    ['That is disgusting, it makes me want to vomit', 'disgust', 'disgust', 'negative'],
    ["I'm terrified of the results tomorrow", 'fear', 'fear', 'negative'],
    ["I'm really nervous about the interview", 'nervousness', 'fear', 'negative'],
    ["I miss my dad, I can't stop crying", 'sadness', 'sadness', 'negative'],
    ["I'm so disappointed in him", 'disappointment', 'sadness', 'negative'],
    ['I was so embarrassed in front of everyone', 'embarrassment', 'sadness', 'negative'],
    ["I'm sorry, it was my fault", 'remorse', 'sadness', 'negative'],
    ['Wow, I did not expect that', 'surprise', 'surprise', 'ambiguous'],
    ["I'm confused, what does that mean?", 'confusion', 'surprise', 'ambiguous'],
    ['Curious how this works', 'curiosity', 'surprise', 'ambiguous'],
    ['The meeting is at three on Tuesday', 'neutral', 'neutral', 'neutral'],
    ['making tea, then emails', 'neutral', 'neutral', 'neutral'],
  ])('%s → %s', (text, label, ekman, sentiment) => {
    const emotions = readEmotions(text);
    expect(likeliestOf(emotions.labels)).toBe(label);
    expect(emotions.leading).toMatchObject({ ekman, sentiment });
  });
});

describe('a negation takes from what it negates', () => {
  it.each([
    ["I'm happy about this", "I'm not happy about this", 'joy'],
    ['I love it', "I don't love it", 'joy'],
    ['this is funny', 'this is not funny', 'joy'],
    ['I am sad', 'I am not sad', 'sadness'],
    ["I'm afraid", "I'm not afraid anymore", 'fear'],
  ] as const)('%s ↔ %s', (said, negated, ekman) => {
    expect(readEmotions(negated).ekman[ekman]).toBeLessThan(readEmotions(said).ekman[ekman] * 0.7);
  });

  it.each(["I'm not happy about this", "I don't love it"])('%s is negative', (text) => {
    expect(readEmotions(text).leading.sentiment).toBe('negative');
  });

  it('is not heard in words that end alike', () => {
    expect(readEmotions('I want to be happy').leading.ekman).toBe('joy');
    expect(readEmotions('my parent is sad').leading.ekman).toBe('sadness');
  });
});

describe('whatever is written', () => {
  const texts = [
    '',
    '   \n\t',
    '今日はとても嬉しいです',
    '🚌',
    '\ud800 lone surrogate',
    '\u200b\u200b',
    '!!!???...',
    '[NAME] is [RELIGION]',
    'a'.repeat(8000),
    'why '.repeat(2000),
    `${'x'.repeat(1999)}😂`,
    'WHY WOULD YOU DO THAT',
    'soooooo goooood',
    '__proto__ constructor toString',
  ];

  it.each(texts)('%j has probabilities that sum to one', (text) => {
    const { labels, ekman, sentiment } = readEmotions(text);
    for (const shares of [labels, ekman, sentiment]) {
      const values = Object.values(shares);
      expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    }
  });

  it.each(texts)('%j is read alike twice', (text) => {
    expect(readEmotions(text)).toEqual(readEmotions(text));
  });

  it.each(['', '   \n\t', '\u200b\u200b'])('%j shows nothing and is neutral', (text) => {
    const { ekman, sentiment, leading } = readEmotions(text);
    expect(ekman.neutral).toBe(1);
    expect(sentiment.neutral).toBe(1);
    expect(leading).toMatchObject({ ekman: 'neutral', sentiment: 'neutral' });
  });

  it('always has a felt emotion to fall back on', () => {
    for (const text of texts) {
      const { felt } = readEmotions(text).leading;
      expect(felt.ekman).not.toBe('neutral');
      expect(felt.sentiment).not.toBe('neutral');
    }
  });

  it('is read up to 2,000 characters', () => {
    const opening = 'I am so happy today. '.repeat(100).slice(0, 2000);
    expect(readEmotions(`${opening} I hate everything`.repeat(3))).toEqual(readEmotions(opening));
    expect(featuresOf('lorem ipsum dolor '.repeat(444)).size).toBeLessThan(200);
  });

  it('is read the same with curly quotes, other white space and invisible characters', () => {
    const plain = readEmotions("I can't stop crying");
    expect(readEmotions('I can’t  stop\tcrying')).toEqual(plain);
    expect(readEmotions('I can\u200b’t stop cry\u00ading')).toEqual(plain);
  });
});

function likeliestOf(shares: Readonly<Record<string, number>>): string | undefined {
  return Object.entries(shares).sort((a, b) => b[1] - a[1])[0]?.[0];
}
