import { describe, expect, it } from 'vitest';
import { readMood } from './mood.ts';

describe('a mood is a phrase of up to two moods', () => {
  it.each([
    ['tired but proud', 'tired but proud', 'mixed'],
    ['excited but nervous', 'excited but nervous', 'mixed'],
    ['I feel sad and lonely', 'sad and lonely', 'negative'],
    ["I'm so proud of you", 'proud', 'positive'],
    ['not bad at all', 'content', 'positive'],
    ['not happy about it', 'frustrated', 'negative'],
    ['never been better', 'joyful', 'positive'],
    ['oh fantastic, another meeting', 'frustrated', 'negative'],
    ["I could cry, I'm that grateful", 'grateful', 'positive'],
    ["I don't even know what I feel", 'confused', 'neutral'],
    ['no longer worried', 'calm', 'positive'],
    ['never felt so lonely', 'lonely', 'negative'],
    [':(', 'sad', 'negative'],
    ['I feel ill again', 'unwell', 'negative'],
    ["made dinner so that's nice", 'content', 'positive'],
    ["the boiler died, so that's great", 'frustrated', 'negative'],
    ['I hate my hair. I look ugly and people at work laugh at it', 'ashamed', 'negative'],
    ['everyone mocked my accent', 'hurt', 'negative'],
    ['I laughed at my own joke', 'amused', 'positive'],
    ["I can't sleep, everything feels pointless", 'tired and hopeless', 'negative'],
    ['my mother is in hospital, cancer', 'sad', 'negative'],
    ['stage 4', 'sad', 'negative'],
    ["that's a bit generic, you just repeat what I say", 'frustrated', 'negative'],
    ['you always ask questions', 'frustrated', 'negative'],
    ['stop repeating me', 'frustrated', 'negative'],
    ['this company is a joke', 'frustrated', 'negative'],
    ['we won the cup', 'joyful', 'positive'],
    ['😂😂😂', 'amused', 'positive'],
    ['😡', 'angry', 'negative'],
  ])('%s → %s', (text, label, polarity) => {
    const mood = readMood(text);
    expect(mood?.label.split(' and ')[0]).toBe(label.split(' and ')[0]);
    expect(mood?.label).toContain(label);
    expect(mood?.polarity).toBe(polarity);
  });
});

describe('a mood is heard where no word names one', () => {
  it.each([
    ['three neighbours turned up with soup and shovels', 'positive'],
    ['the vet says there is nothing more to be done', 'negative'],
    ['got the keys to the flat, got the bill for the roof', 'mixed'],
    ['wonderful, and now the printer has died', 'negative'],
  ])('%s is %s', (text, polarity) => {
    expect(readMood(text)?.polarity).toBe(polarity);
  });

  it('names both sides of a mixed one', () => {
    const mood = readMood('my first pay came in, and it went straight to the landlord, I could cry');
    expect(mood?.secondary).toBeDefined();
    expect(mood?.label).toBe(`${mood?.primary} but ${mood?.secondary}`);
  });
});

describe('whatever is written', () => {
  it.each([
    '\u0000',
    '\ud800',
    '   ',
    '!'.repeat(8_000),
    'but '.repeat(2_000),
    'a '.repeat(250),
    'won lost '.repeat(50),
    '今日はとても嬉しいです',
    '__proto__ constructor',
    'x'.repeat(500),
  ])('%j has a mood in range, or none', (text) => {
    const mood = readMood(text);
    if (mood === null) return;
    expect(Math.abs(mood.valence)).toBeLessThanOrEqual(1);
    expect(mood.arousal).toBeGreaterThanOrEqual(0);
    expect(mood.arousal).toBeLessThanOrEqual(1);
    expect(mood.confidence).toBeGreaterThan(0);
    expect(mood.confidence).toBeLessThan(1);
  });
});

describe('plain facts and questions have no mood', () => {
  it.each([
    'Wednesday.',
    'making tea, then emails',
    'I live in Leeds',
    'What time is it in Tokyo?',
    'Good morning',
    'Happy birthday to you',
    'How do I detangle 4c hair?',
    'are you happy?',
    "maybe I'll write her a letter",
    'ill call her tomorrow',
    "he'll be here, and she'll come too",
    'who won the game',
    'so who won the world cup',
    'no wait that was sarcastic',
    'that was a joke',
    'just kidding',
    'love it. just kidding',
    // What happens to everyone: a word that goes with troubles elsewhere tells of none here.
    'my cat has a vet visit on friday',
    'my late wife liked that song',
    'another one',
    'nobody else was in the office',
    'we drove past so many villages',
    'she told me about her bees',
    "i don't know which one to get",
    '',
    '🚌',
  ])('%s', (text) => {
    expect(readMood(text)).toBeNull();
  });
});

describe('another person’s mood weighs less than one’s own', () => {
  it('reads the speaker', () => {
    expect(readMood('my sister is furious but I am calm')?.polarity).toBe('positive');
  });
});

describe('a word for a feeling by itself', () => {
  it.each([
    ['tired', 'tired'],
    ['just tired', 'tired'],
    ['so excited', 'excited'],
    ['lonely', 'lonely'],
  ])('%s → %s', (text, primary) => {
    expect(readMood(text)?.primary).toBe(primary);
  });
});

describe('a side without a word for it is not named', () => {
  it.each([
    'but mostly so happy',
    "hello! i'm Leo and today is the best day ever!!",
    'it annoys me but the kids love it',
  ])('%s', (text) => {
    expect(readMood(text)?.label).not.toMatch(/disappointed|content/);
  });
});

describe('laughter that only nods', () => {
  it.each(['lol ok', 'haha yeah', 'ok lol'])('%s is hardly a mood', (text) => {
    expect(readMood(text)?.confidence ?? 0).toBeLessThan(0.5);
  });
});

describe('numbers stay in range', () => {
  it.each([
    'I am SO HAPPY!!! 🎉🎉🎉 best day ever, amazing, wonderful',
    'terrified, furious, devastated, hopeless',
    'meh',
  ])('%s', (text) => {
    const mood = readMood(text);
    expect(mood).not.toBeNull();
    expect(mood?.valence).toBeGreaterThanOrEqual(-1);
    expect(mood?.valence).toBeLessThanOrEqual(1);
    expect(mood?.arousal).toBeLessThanOrEqual(1);
    expect(mood?.confidence).toBeGreaterThan(0);
    expect(mood?.confidence).toBeLessThan(1);
  });

  it('is surer of more', () => {
    const little = readMood('happy')?.confidence ?? 0;
    expect(readMood('so happy, grateful and excited')?.confidence).toBeGreaterThan(little);
  });
});
