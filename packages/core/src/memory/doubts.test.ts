import { describe, expect, it } from 'vitest';
import { evaluateRecall } from './evaluate-recall.ts';
import { learningByRules } from './evaluate-recall-learning.ts';

/** What is answered to a question after a message: judged by a needle that has to be in it, or by its saying that it was not told. */
function isAnswered(told: string, question: string, needle: string): boolean {
  const row = {
    id: 'row',
    tags: [],
    sessions: [[told]],
    recall: [{ q: question, must: [[needle]], must_not: [], max_words: 25 }],
  };
  return evaluateRecall([row], learningByRules()).metrics.questions === 1;
}

describe('what was never told', () => {
  it.each([
    ['Dad fixed the gate.', 'Who fixed the roof?'],
    ['I had soup for lunch at my desk', 'What did I have for dinner?'],
    ['My friend Lotte is allergic to cats.', 'What am I allergic to?'],
    ["thesis deadline's 12 may", 'What is my thesis about?'],
    ['Broke my arm falling off a horse', 'Which arm did I break?'],
    ["my brother's coming round tonight", 'What time is my brother coming?'],
    ['I collect stamps', 'Who got me into stamps?'],
    ['Going to see a film with Omar', 'What film am I seeing?'],
    ['I quit smoking', 'Why did I quit smoking?'],
    ["The camera is a Pentax. It's blue.", 'Is my camera broken?'],
  ])('%s %s', (told, question) => {
    expect(isAnswered(told, question, '@ABSTAIN')).toBe(true);
  });
});

describe('what was told is still answered', () => {
  it.each([
    ['Dad fixed the gate.', 'Who fixed the gate?', 'dad'],
    ['I had soup for lunch at my desk', 'What did I have for lunch?', 'soup'],
    ['My friend Lotte is allergic to cats.', 'Who is allergic to cats?', 'Lotte'],
    ['Broke my left arm falling off a horse', 'Which arm did I break?', 'left'],
    ['Saving for a kiln. Got 600 so far.', 'What am I saving for?', 'kiln'],
    ['Just finished Middlemarch, took me five months.', 'What book did I finish?', 'Middlemarch'],
    ['practice is Thursdays at half seven', 'What time is practice?', 'half seven'],
  ])('%s %s', (told, question, needle) => {
    expect(isAnswered(told, question, needle)).toBe(true);
  });
});
