import { expect, test } from 'vitest';
import type { Intent } from '../understanding/summary.ts';
import { conversationQuery, tellsAge } from './conversation-query.ts';

const ANSWER =
  'Porosity is how easily water gets in and out of the strand. Low porosity wets slowly and dries slowly, high porosity soaks up fast and dries fast, and no kitchen test measures it. Does your hair take hours to dry?';
const HISTORY = [
  { role: 'user', text: 'what is porosity' },
  { role: 'assistant', text: ANSWER },
] as const;

test.each<[string, string, Intent, readonly string[], readonly string[]]>([
  ['a question of its own stands alone', 'how do I wash box braids', 'question', [], ['dry', 'porosity']],
  ['"tell me more" searches what was answered', 'tell me more', 'elaborate', ['kitchen test'], []],
  ['"yes" searches what was answered', 'yes', 'agree', ['kitchen test'], []],
  ['a short answer searches with our question', 'hours and hours', 'share', ['take hours to dry', 'Porosity is'], []],
  ['a word that points back brings what it points to', 'is it bad?', 'question', ['what is porosity'], []],
  [
    'a plea that points back does so without a question mark',
    "it's still on there",
    'recall',
    ['what is porosity'],
    [],
  ],
  [
    'a question without a word of its own leans on what came before',
    'and how often?',
    'question',
    ['what is porosity', 'Porosity is'],
    [],
  ],
  ['a goodbye leans on nothing', 'that was it, bye', 'farewell', [], ['porosity']],
  ['a short question that points nowhere stands alone', 'best oils?', 'question', [], ['porosity']],
])('%s', (_, message, intent, held, absent) => {
  const query = conversationQuery(message, intent, HISTORY);
  expect(query.startsWith(message)).toBe(true);
  for (const part of held) expect(query).toContain(part);
  for (const part of absent) expect(query).not.toContain(part);
});

test('what it leans on stands on lines of its own, however the message is laid out', () => {
  const [first, ...context] = conversationQuery('is it\nbad?', 'question', HISTORY).split('\n');
  expect(first).toBe('is it bad?');
  expect(context).toEqual(['what is porosity', 'Porosity is how easily water gets in and out of the strand.']);
});

test('the first message of a conversation stands alone', () => {
  expect(conversationQuery('tell me more', 'elaborate', [])).toBe('tell me more');
});

test.each([
  ["she's 4", true],
  ['my son is six now', true],
  ['7 years old', true],
  ['he just turned 9!', true],
  ['4', false],
  ['4 times a week', false],
  ["I'm 34", false],
  ["she's 4C", false],
  ["he's 8 months old", false],
  ["she's 5 and hates wash day", false],
])("%s tells a child's age alone: %s", (message, tells) => expect(tellsAge(message)).toBe(tells));

test("a child's age leans on care by age and on what was answered", () => {
  const answered = { role: 'assistant', text: `Wash weekly. ${'Words of an answer follow here. '.repeat(6)}` } as const;
  expect(conversationQuery("she's 4", 'share', [answered]).split('\n')).toEqual([
    "she's 4",
    "children's hair age by age",
    'Wash weekly.',
  ]);
});
