import { describe, expect, it } from 'vitest';
import { gistOf, MAX_GIST, questionIn } from './gist.ts';

describe('a gist speaks to the person', () => {
  it.each([
    [
      "I'm so mad at myself because my mom called me lazy",
      "you're so mad at yourself because your mom called you lazy",
    ],
    ['I was late and my boss yelled at me', 'you were late and your boss yelled at you'],
    ['Ran 5k without stopping!!!', 'you ran 5k without stopping'],
    ['tired but proud', "you're tired but proud"],
    ['making tea, then emails', "you're making tea, then emails"],
    ['We finally sold the house.', 'you finally sold the house'],
    ['You told me I was right', 'I told you you were right'],
    ['How do I detangle 4c hair?', "you're wondering how to detangle 4c hair"],
    ['Do you remember my friends?', "you're wondering if I remember your friends"],
    ['Are you a robot?', "you're wondering if I am a robot"],
    ['Can you help me?', "you'd like me to help you"],
    ['hey jumbo, so honestly I miss my sister', 'you miss your sister'],
    ['Oh. I lost my job today. The weather is bad.', 'you lost your job today'],
    ['Anna left', 'Anna left'],
    ['👍', ''],
    ['', ''],
  ])('%s → %s', (text, gist) => {
    expect(gistOf(text)).toBe(gist);
  });

  it('stays short and ends at a word', () => {
    const gist = gistOf(`I went to the market and ${'bought apples and pears and plums and '.repeat(20)}`);
    expect(gist.length).toBeLessThanOrEqual(MAX_GIST);
    expect(gist).toMatch(/^you went to the market.*[a-z]$/);
  });
});

describe('the question is verbatim', () => {
  it.each([
    ['I am lost. What should I do? Help', 'What should I do?'],
    ['what is porosity', 'what is porosity'],
    ['nice day, right?', 'nice day, right?'],
    ['I went home. Right?', null],
    ['I went home', null],
    ['My name is Dana. How do I know my porosity', 'How do I know my porosity'],
    ['and what about for my son, he is 3', 'and what about for my son, he is 3'],
    ['ok thanks but is there anything I can do', 'ok thanks but is there anything I can do'],
    ['my hair is dry, what can I do', 'my hair is dry, what can I do'],
    ['I know what I can do', null],
    ['¿Cómo estás?', '¿Cómo estás?'],
  ])('%s → %s', (text, question) => {
    expect(questionIn(text)).toBe(question);
  });
});
