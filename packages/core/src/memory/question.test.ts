import { describe, expect, it } from 'vitest';
import { isDirectRecall, readQuestion } from './question.ts';

describe('questions of memory', () => {
  it.each([
    ['Do you remember my friends?', { relations: ['friend'] }],
    ["What's my sister's name?", { relations: ['sister'], slots: ['name'] }],
    ['Where do I live now?', { slots: ['lives-in'] }],
    ['Where did I live before?', { slots: ['lives-in'], wantsHistory: true }],
    ['what am i allergic to', { slots: ['allergy', 'intolerance'] }],
    ['Who is Dean?', { names: ['dean'] }],
    ['who is pregnant?', { slots: ['expecting'] }],
    ['Can I eat a peanut butter cookie?', { slots: ['allergy'] }],
    ["What's my favourite film?", { slots: ['favourite:'] }],
    ['What were mum’s results?', { relations: ['mother'] }],
    ['Can you remind me when my exam is?', {}],
    ['ok so what did I tell you about Paula?', { names: ['paula'] }],
    ['Who left?', {}],
    ["Who's playing?", {}],
    ['Which one is the cat?', { relations: ['cat'] }],
    ['Are Dina and I still fighting?', { names: ['dina'], slots: ['conflict'] }],
    ['How many kids do I have?', { relations: ['child'] }],
    ['What do you know about me?', { wantsEverything: true }],
    ['¿Te acuerdas de mi hermana?', { relations: ['sister'] }],
  ])('%s', (text, expected) => {
    const query = readQuestion(text);
    expect(query).not.toBeNull();
    for (const [key, value] of Object.entries(expected)) {
      const got = query?.[key as keyof typeof query];
      if (Array.isArray(value)) expect(got).toEqual(expect.arrayContaining(value));
      else expect(got).toBe(value);
    }
  });

  it.each([
    'Give me three ideas for a team lunch.',
    'what should I bake for the school fair',
    'how do I plan a team lunch',
    'how are you?',
    "what's your name?",
    'who is the president of France?',
    'What is the capital of Peru?',
    'what is photosynthesis?',
    'how many cups are in a litre?',
    'when is easter?',
    'tell me a joke',
    'can you write a poem about rain?',
    'I got the job, can you believe it?',
    'My cat Biscuit knocked the router off the shelf AGAIN',
    'really?',
    'why?',
    '',
    '???',
    'What does serendipity mean?',
    'should I text him back?',
    'any tips for a good CV?',
    'who invented the telephone?',
    'why do cats purr?',
    'do you like music?',
    "can't stand horror films. Give me a cheesy romcom any day.",
    'Had my driving test today and failed by one point. Gutted.',
    'how long does rice keep in the fridge?',
    'May I ask why?',
    'can we not do names',
    'Is this the same as Alexa?',
    'Can I color my hair while I’m transitioning?',
    'what do people feel when they jump',
    'remind me to water the plants',
  ])('leaves to others: %s', (text) => {
    expect(readQuestion(text)).toBeNull();
  });

  it('searches a question that leans on the one before with its words too', () => {
    expect(readQuestion('When is it?', ['Who am I going to the concert with?'])?.searchText).toContain('concert');
  });

  it('searches without the words of asking', () => {
    expect(readQuestion('Hey, do you remember what my dog is called?')?.searchText).toBe('what my dog is called');
  });

  it('knows when memory is asked for in so many words', () => {
    expect(isDirectRecall('do you remember my sister?')).toBe(true);
    expect(isDirectRecall('who left?')).toBe(false);
  });

  it.each([
    ['NUL and lone surrogates', '\u0000\ud800 who is my \udfff sister?'],
    ['8,000 letters', `${'a'.repeat(7990)} who?`],
    ['a megabyte of openers', 'so '.repeat(350_000)],
    ['a megabyte of question marks', '?'.repeat(1_000_000)],
    ['nested quotes', `${'"('.repeat(20_000)} who is my sister?`],
  ])('takes %s', (_, text) => {
    expect(() => readQuestion(text, [text])).not.toThrow();
  });
});
