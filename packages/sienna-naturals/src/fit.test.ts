import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeReply } from '@rapport/core/builtin-model/compose.ts';
import { countWords } from '@rapport/core/builtin-model/writing.ts';
import type { LimitsDefinition } from '@rapport/core/assistants/limits-definition.ts';
import { loadPassages } from '@rapport/core/knowledge/load.ts';
import { createKnowledgeIndex } from '@rapport/core/knowledge/retrieve.ts';
import { NO_MEMORY } from '@rapport/core/models/reply-material.ts';
import { fitOf } from '@rapport/core/turn/fit.ts';
import { rowsOf } from '@rapport/core/understanding/evaluate.ts';
import { understand } from '@rapport/core/understanding/understand.ts';
import type { JourneyStage, Persona } from '@rapport/wire';
import { describe, expect, it } from 'vitest';
import { siennaNaturals } from './assistant.ts';

const { journey, personas, knowledge, brand, name, kind, disclosure } = siennaNaturals;
if (journey === null || personas === null || knowledge === null) throw new Error('Sienna declares all of them');
const passages = loadPassages(fileURLToPath(knowledge.directory));
const index = createKnowledgeIndex(passages, knowledge.synonyms);
/** Every tenth labelled question of the retrieval set that has an answer. */
const questions = rowsOf<{ text: string; expected: string | null }>(
  readFileSync(new URL('../evals/retrieval.jsonl', import.meta.url), 'utf8'),
)
  .filter(({ expected }, place) => expected !== null && place % 10 === 0)
  .map(({ text }) => text);

const UNLIMITED = { replyWords: null, centsPerPersonPerDay: null } as const;

function repliesTo(
  persona: Persona | null,
  stage: JourneyStage | null = null,
  { limits = UNLIMITED, detailed = false }: { limits?: LimitsDefinition; detailed?: boolean } = {},
): readonly string[] {
  const fit = fitOf(
    {
      persona: personas?.kinds.find(({ id }) => id === persona) ?? null,
      stage: journey?.stages.find(({ id }) => id === stage) ?? null,
      speaksFromStage: stage !== null,
      hair: [],
    },
    { personas, hairProfile: null, limits },
  );
  return questions.map((question) => {
    const message = detailed ? `${question} Explain it in detail` : question;
    return composeReply({
      assistant: { name, kind, brand: brand.name, focus: brand.focus, disclosure },
      preferredName: null,
      message,
      summary: understand(message, { nameAsked: false }),
      history: [],
      passages: index.search(message, 5),
      products: null,
      memory: NO_MEMORY,
      fit,
      seed: message,
    }).text;
  });
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const words = (replies: readonly string[]): number => mean(replies.map(countWords));
const share = (replies: readonly string[], test: (reply: string) => boolean): number =>
  replies.filter(test).length / replies.length;

describe('replies that fit who asks', () => {
  const of = Object.fromEntries(personas.kinds.map(({ id }) => [id, repliesTo(id)])) as Record<
    Persona,
    readonly string[]
  >;
  const plain = repliesTo(null);

  it('differ in length: a busy parent gets a seventh less than usual, an expert a third more', () => {
    expect(questions.length).toBeGreaterThan(30);
    expect(words(of.busy_parent) / words(plain)).toBeLessThan(0.86);
    expect(words(of.product_seeker)).toBeLessThan(words(plain));
    expect(words(of.expert) / words(plain)).toBeGreaterThan(1.3);
  });

  it.each(personas.kinds.map(({ id, mostWords }) => [id, mostWords] as const))(
    'keep the length of a %s',
    (id, most) => {
      const longest = Math.max(...of[id].map(countWords));
      // What is medical keeps the usual length, whoever asks.
      expect(longest).toBeLessThanOrEqual(Math.max(most, 79));
    },
  );

  it('explain terms to newcomers, and to nobody else', () => {
    const explains = (reply: string) => personas.glossary.some(({ meaning }) => reply.includes(meaning));
    expect(share(of.newbie, explains)).toBeGreaterThan(0.3);
    expect(share(of.expert, explains)).toBe(0);
    expect(share(of.busy_parent, explains)).toBe(0);
  });

  it('set the tone for those who have one', () => {
    for (const { id, openings } of personas.kinds) {
      const opened = share(of[id], (reply) => openings.some((line) => reply.startsWith(line)));
      if (openings.length === 0) expect(opened).toBe(0);
      else expect(opened).toBeGreaterThan(0.3);
    }
  });

  it.each(journey.stages.map(({ id, nextSteps }) => [id, nextSteps] as const))(
    'name a next step of %s',
    (id, steps) => {
      const named = share(repliesTo(null, id), (reply) => steps.some((step) => reply.includes(step)));
      expect(named).toBeGreaterThan(0.4);
      expect(share(plain, (reply) => steps.some((step) => reply.includes(step)))).toBe(0);
    },
  );

  it('ask one question at most, whoever asks', () => {
    for (const reply of personas.kinds.flatMap(({ id }) => repliesTo(id, 'learning'))) {
      expect(reply.match(/\?/g)?.length ?? 0, reply).toBeLessThanOrEqual(1);
    }
  });

  it('leave help that matters for health as it was', () => {
    for (const [place, reply] of plain.entries()) {
      const [best] = index.search(questions[place] ?? '', 1);
      if (best?.answers !== true || best.passage.safety === null) continue;
      expect(of.busy_parent[place]).toContain(best.passage.answer.slice(0, 60));
      expect(reply).toContain(best.passage.answer.slice(0, 60));
    }
  });
});

it("keeps to the assistant's limit, whoever reads and however much is asked for", () => {
  const limits = { ...UNLIMITED, replyWords: 60 };
  const words = (text: string) => text.split(/\s+/).length;
  const longest = (replies: readonly string[]) => Math.max(...replies.map(words));
  // What belongs to health keeps its usual length with its note, which is a sixth of these questions.
  const within = (replies: readonly string[]) => replies.filter((text) => words(text) <= 60).length / replies.length;
  expect(longest(repliesTo('expert'))).toBeGreaterThan(60);
  expect(within(repliesTo('expert', null, { limits }))).toBeGreaterThan(0.75);
  expect(within(repliesTo(null, null, { limits, detailed: true }))).toBeGreaterThan(0.8);
  expect(within(repliesTo(null, null, { detailed: true }))).toBeLessThan(0.5);
});
