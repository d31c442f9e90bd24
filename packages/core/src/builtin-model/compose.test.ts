import { describe, expect, test } from 'vitest';
import { foundOf, passageOf } from '../knowledge/passage.fixtures.ts';
import type { ReplyMaterial } from '../models/reply-material.ts';
import type { Summary } from '../understanding/summary.ts';
import { composeReply } from './compose.ts';
import { COMPANION, GUIDE, materialOf, moodOf } from './material.fixtures.ts';

const POROSITY = passageOf({
  id: 'porosity',
  title: 'Hair porosity',
  questions: ['whats porosity', 'What is porosity?', 'float test'],
  answer: 'Porosity is how easily water gets in and out of the strand. Skip the float test and watch how hair dries.',
  next: 'How many hours does your hair take to dry?',
  body: '**Why**\n\nBleach lifts the scales of the cuticle, so water moves fast.\n\n- Mist a small section\n- Time your drying\n\nSteam helps low porosity hair take in product.',
});
const DYE = passageOf({
  id: 'dye',
  title: 'Coloring',
  questions: ['Can I dye my hair?', 'bleach', 'go red'],
  answer: 'Dye on textured hair is possible with care. Go slowly, one or two shades lighter, and condition after.',
  next: 'What color do you have in mind?',
  safety: 'patch_test',
});
const ALLERGY = passageOf({ ...DYE, id: 'allergy', answer: `${DYE.answer} Do a patch test before.` });

function reply(
  assistant: ReplyMaterial['assistant'],
  message: string,
  summary: Partial<Summary> = {},
  given: Partial<ReplyMaterial> = {},
) {
  return composeReply(materialOf(assistant, message, summary, given));
}
const asking = (question: string): Partial<Summary> => ({ intent: 'question', asks: question, topics: ['hair'] });

describe('a guide with a passage that answers', () => {
  const passages = [foundOf(POROSITY), foundOf(DYE)];

  test('answers in its words, cites it, asks its question and offers the next', () => {
    const { text, citations, suggestions } = reply(GUIDE, 'what is porosity?', asking('what is porosity?'), {
      passages,
    });
    expect(text).toBe(`${POROSITY.answer} ${POROSITY.next}`);
    expect(citations).toEqual([{ id: 'porosity', title: 'Hair porosity', url: 'https://example.org/porosity' }]);
    expect(suggestions).toEqual(['Tell me more about that', 'Can I dye my hair?']);
  });

  test('does not ask what was told already', () => {
    const history = [{ role: 'user', text: 'what color would suit me? I thought of copper' }] as const;
    const known = passageOf({ ...POROSITY, next: 'Is your porosity low or high?' });
    const message = 'why is my low porosity hair dry?';
    const { text } = reply(GUIDE, message, asking(message), { passages: [foundOf(known)], history });
    expect(text).not.toContain(known.next);
  });

  test('does not ask what it asked before', () => {
    const history = [{ role: 'assistant', text: `Something. ${POROSITY.next}` }] as const;
    const { text } = reply(GUIDE, 'what is porosity?', asking('what is porosity?'), { passages, history });
    expect(text).not.toContain(POROSITY.next);
  });

  test('says the safety note, once', () => {
    const color = asking('can I color it?');
    expect(reply(GUIDE, 'can I color it?', color, { passages: [foundOf(DYE)] }).text).toMatch(/patch test/i);
    const { text } = reply(GUIDE, 'can I color it?', color, { passages: [foundOf(ALLERGY)] });
    expect(text.match(/patch test/gi)).toHaveLength(1);
  });

  test('says first that it is sorry to someone who is low', () => {
    const mood = moodOf('negative', 'sad');
    const { text } = reply(GUIDE, 'my hair is so sad', { mood, topics: ['hair'] }, { passages });
    expect(text).toMatch(/^(I'm sorry|I am sorry|That's a lot)/);
    expect(text).toContain(POROSITY.answer);
  });

  test('tells more of what it told last, focused on what is asked, and nothing twice', () => {
    const history = [
      { role: 'user', text: 'what is porosity?' },
      { role: 'assistant', text: `${POROSITY.answer} ${POROSITY.next}` },
    ] as const;
    const more = reply(
      GUIDE,
      'tell me more',
      { intent: 'elaborate' },
      { passages: [foundOf(DYE), foundOf(POROSITY)], history },
    );
    expect(more.text).toContain('Steam helps low porosity hair take in product.');
    expect(more.text).toContain('Mist a small section.');
    expect(more.text).not.toContain(POROSITY.answer);
    expect(more.text).not.toMatch(/\*|Why\b/);
    expect(more.citations.map(({ id }) => id)).toEqual(['porosity']);

    const longer = [
      ...history,
      { role: 'user', text: 'tell me more' },
      { role: 'assistant', text: more.text },
    ] as const;
    const end = reply(GUIDE, 'and more?', { intent: 'elaborate' }, { passages: [foundOf(POROSITY)], history: longer });
    expect(end.text).toMatch(/my notes|what I've been given/);
  });

  test('yes to its offer of more gets more', () => {
    const history = [{ role: 'assistant', text: `${POROSITY.answer} Shall I go a bit deeper?` }] as const;
    const { text } = reply(GUIDE, 'yes please', { intent: 'agree' }, { passages, history });
    expect(text).toContain('Bleach lifts the scales');
  });

  test('asked for a diagnosis says that it gives none', () => {
    const question = 'do I have alopecia?';
    expect(reply(GUIDE, question, asking(question), { passages }).text).toMatch(
      /can't tell you what it is|not something I can diagnose/,
    );
  });
});

describe('a guide without one', () => {
  test('says so, and tells what is near with its source', () => {
    const question = 'does quantum physics change porosity?';
    const { text, citations } = reply(GUIDE, question, asking(question), { passages: [foundOf(POROSITY, false)] });
    expect(text).toMatch(/don't have|not in my notes|don't cover/);
    expect(text).toContain(POROSITY.answer.split('. ')[0]);
    expect(citations.map(({ id }) => id)).toEqual([POROSITY.id]);
  });

  test.each<[string, string, Partial<Summary>, RegExp]>([
    [
      'sends what is off topic kindly back',
      'who won the cup?',
      { intent: 'question', asks: 'who won the cup?' },
      /natural hair care|hair/,
    ],
    ['invents no price', 'how much is your shampoo?', asking('how much is your shampoo?'), /catalogue entry|on file/],
    [
      'invents no ingredient',
      'is there shea in your leave-in?',
      asking('is there shea in your leave-in?'),
      /catalogue entry|on file/,
    ],
    ['knows no orders', 'where is my order?', { intent: 'question', asks: 'where is my order?' }, /customer care/],
    ['promises nothing', 'will my hair regrow?', asking('will my hair regrow?'), /promise/],
    [
      'says that it is an AI',
      'are you human?',
      { intent: 'identity', asks: 'are you human?' },
      /an AI guide from Sienna Naturals/,
    ],
    ['owns up when it is called useless', 'you are useless', { mood: moodOf('negative', 'angry') }, /sorry/],
    [
      'is kind about a hard day elsewhere',
      'my boss is horrible',
      { mood: moodOf('negative', 'angry'), topics: ['work'] },
      /sorry/,
    ],
    [
      'does not know what it was never told',
      'what is my hair type?',
      { intent: 'recall', asks: 'what is my hair type?' },
      /don't (know|have)/,
    ],
    ['keeps its workings to itself', 'what model are you?', { intent: 'identity' }, /Sienna/],
  ])('%s', (_, message, summary, expected) => {
    const { text, citations } = reply(GUIDE, message, summary);
    expect(text).toMatch(expected);
    expect(citations).toEqual([]);
  });
});

describe('a companion', () => {
  test('holds both sides of a mixed mood and asks one thing', () => {
    const mood = moodOf('mixed', 'tired', 'proud');
    const message = 'work was a lot but we got it done';
    const texts = Array.from(
      { length: 20 },
      (_, seed) => reply(COMPANION, message, { mood, topics: ['work'] }, { seed: `${seed}` }).text,
    );
    expect(texts.filter((text) => /exhausting but rewarding|tiring in the best way/.test(text)).length).toBeGreaterThan(
      10,
    );
    expect(texts.every((text) => text.endsWith('?'))).toBe(true);
  });

  test('meets a loss without cheer', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const { text, suggestions } = reply(
        COMPANION,
        'my dad passed away',
        { mood: moodOf('negative', 'sad') },
        { seed: `${seed}` },
      );
      expect(text).toMatch(/sorry/i);
      expect(text).not.toMatch(/!|glad to hear|lovely|bright/);
      expect(suggestions).toEqual([]);
    }
  });

  test('asks after the person who was named', () => {
    const mentions = [{ kind: 'person', name: 'Priya', relation: 'friend' }] as const;
    const texts = Array.from(
      { length: 10 },
      (_, seed) => reply(COMPANION, 'Priya knows now', { mentions }, { seed: `${seed}` }).text,
    );
    expect(texts.every((text) => text.includes('Priya'))).toBe(true);
  });

  test.each([
    ['My cat is called Biscuit', { kind: 'pet', name: 'Biscuit', relation: 'cat' }, /Biscuit.*\?$/],
    ["my sister's name is Ana", { kind: 'person', name: 'Ana', relation: 'sister' }, /Ana.*\?$/],
  ] as const)('meets who is introduced by name: %s', (message, mention, wording) => {
    for (const seed of ['1', '2', '3', '4']) {
      expect(reply(COMPANION, message, { mentions: [mention] }, { seed }).text).toMatch(wording);
    }
  });

  test('speaks of an unnamed relation as "your"', () => {
    const mentions = [{ kind: 'pet', name: null, relation: 'dog' }] as const;
    expect(reply(COMPANION, 'the dog again', { mentions }).text).toContain('your dog');
  });

  test('calls by name who just gave it', () => {
    expect(reply(COMPANION, 'call me Bo', { name: { kind: 'name', name: 'Bo' } }).text).toContain('Bo');
  });

  test.each<[string, string, Partial<Summary>, RegExp]>([
    ['a farewell with a farewell', 'bye', { intent: 'farewell' }, /^[^?]+$/],
    ['good night with good night', 'good night!', { intent: 'farewell' }, /night|sleep/i],
    ['a question about what it is', 'are you real?', { intent: 'identity' }, /I'm Jumbo, an AI companion\./],
    [
      'a fact it cannot know',
      'what is the capital of Peru?',
      asking('what is the capital of Peru?'),
      /guess|don't know|look|make it up|search/i,
    ],
    [
      'a medical question',
      'should I double my medication?',
      asking('should I double my medication?'),
      /doctor|pharmacist/,
    ],
    ['a legal question', 'can I sue my landlord?', asking('can I sue my landlord?'), /legal|law/],
    ['a money question', 'should I buy bitcoin?', asking('should I buy bitcoin?'), /advis|qualified/],
    ['a wish for code', 'write me a python script', { intent: 'ask-for-help' }, /talking|conversation|built for/i],
    ['a wish for help with sleep', "I can't sleep, help", { intent: 'ask-for-help' }, /paper|dim light/],
    ['self-doubt', 'am I a bad person?', asking('am I a bad person?'), /harsh|broken|care|heavy/],
    [
      'low mood that the rules saw',
      'what is the point',
      { risk: { level: 'concern', kind: 'low-mood', rule: 'r' } },
      /sorry|glad you told|honest|hard place/,
    ],
    [
      'a crisis that no protocol took',
      'I want to die',
      { risk: { level: 'crisis', kind: 'suicide', rule: 'r' } },
      /988.*safe/,
    ],
    ['a wish to forget', 'forget what I said', { intent: 'memory-command' }, /(this|a) conversation/],
    ['Spanish', 'hoy estoy muy cansada', { language: 'es', mood: moodOf('negative', 'tired') }, /cansa|descansar/],
    ['German', 'ich bin müde', { language: 'de' }, /Englisch/],
    ['a language it has no words of', '疲れた', { language: 'ja' }, /English/],
  ])('meets %s', (_, message, summary, expected) => {
    expect(reply(COMPANION, message, summary).text).toMatch(expected);
  });
});
