import type { Evaluation, Miss } from '../understanding/evaluate.ts';
import { answerFromMemory, type QuestionToMemory } from './answer.ts';
import { lemmaOf } from './answer/lemma.ts';
import { copies } from './answer/phrasing.ts';
import type { Evidence, Fact } from './fact.ts';
import { readQuestion } from './question.ts';

/** One labelled conversation of a recall set (`packages/core/evals/recall*.jsonl`). */
export interface RecallRow {
  readonly id: string;
  readonly tags: readonly string[];
  /** What the person wrote, session by session; sessions lie a day apart unless `dates` says otherwise. */
  readonly sessions: readonly (readonly string[])[];
  /** ISO dates of the sessions. */
  readonly dates?: readonly string[];
  /** Asked in order, after all sessions, in one conversation. */
  readonly recall: readonly RecallQuestion[];
}

export interface RecallQuestion {
  readonly q: string;
  /** Of each group, one has to be in the answer; `@ABSTAIN` stands for any way to say that it was never told. */
  readonly must: readonly (readonly string[])[];
  readonly must_not: readonly string[];
  /** Longest answer in words; more than 100 marks a question that is none of memory's. */
  readonly max_words: number;
}

/** What is known after a message, given what was known before: how facts are learnt, which the evaluation leaves to its caller. */
export type Learn = (
  message: {
    readonly id: string;
    readonly text: string;
    readonly saidAt: Date;
    readonly timeZone: string;
    readonly earlier: readonly string[];
  },
  known: readonly Fact[],
) => { readonly facts: readonly Fact[]; readonly forgotten: readonly (string | null)[] };

export interface RecallEvaluation extends Evaluation<'questions' | 'conversations' | 'copies' | 'inventions'> {
  /** How many questions were asked; `count` is the number of conversations. */
  readonly asked: number;
}

/** An answer that says it was never told. */
const ABSTAINS = [
  "don't know",
  'do not know',
  "haven't told",
  'have not told',
  'not sure',
  "haven't mentioned",
  "didn't mention",
  "don't have",
  'no record',
  "don't remember",
  "hasn't come up",
  "don't recall",
  'not told me',
  "can't recall",
  "haven't shared",
];
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const FIRST_DAY = Date.UTC(2026, 2, 2, 18);
const TIME_ZONE = 'UTC';
/** Questions with more room than this are for another part of the house: memory has to leave them alone. */
const LONGEST_OF_MEMORY = 100;
/** Messages that search hands to an answer. */
const MOST_EVIDENCE = 10;

/**
 * Plays each conversation through reading, learning and search in memory, then asks. `questions`: share answered right;
 * `conversations`: share with every question right; `copies`: share of answers with seven words in a row of the person's;
 * `inventions`: share of unanswerable questions that got an answer. Without `learn`, answers come from the messages alone.
 */
export function evaluateRecall(
  rows: readonly RecallRow[],
  learn: Learn = nothingLearnt,
  meaningOf?: QuestionToMemory['meaningOf'],
): RecallEvaluation {
  const misses: Miss[] = [];
  const count = { asked: 0, right: 0, conversations: 0, copies: 0, unanswerable: 0, invented: 0 };
  for (const row of rows) {
    const ask = listenTo(row, learn, meaningOf);
    let allRight = true;
    for (const question of row.recall) {
      count.asked += 1;
      const answer = ask(question.q);
      const isCopy = answer !== null && copies(answer, row.sessions.flat());
      if (isCopy) count.copies += 1;
      const right = isRight(question, answer) && !isCopy;
      if (isUnanswerable(question)) {
        count.unanswerable += 1;
        if (!right) count.invented += 1;
      }
      if (right) count.right += 1;
      else {
        allRight = false;
        misses.push({
          id: row.id,
          text: question.q,
          expected: expectation(question),
          got: answer ?? '(not read as a question of memory)',
        });
      }
    }
    if (allRight) count.conversations += 1;
  }
  const share = (part: number, whole: number, ofNothing: number): number => (whole === 0 ? ofNothing : part / whole);
  return {
    count: rows.length,
    asked: count.asked,
    metrics: {
      questions: share(count.right, count.asked, 1),
      conversations: share(count.conversations, rows.length, 1),
      copies: share(count.copies, count.asked, 0),
      inventions: share(count.invented, count.unanswerable, 0),
    },
    misses,
  };
}

const nothingLearnt: Learn = () => ({ facts: [], forgotten: [] });

/** Whether an answer is right by the question's own terms; `null` where the message was left to others. */
export function isRight(question: RecallQuestion, answer: string | null): boolean {
  if (question.max_words > LONGEST_OF_MEMORY) return answer === null;
  if (answer === null) return false;
  return (
    (answer.match(/[\p{L}\p{N}']+/gu) ?? []).length <= question.max_words &&
    question.must.every((group) =>
      group.flatMap((needle) => (needle === '@ABSTAIN' ? ABSTAINS : [needle])).some((needle) => holds(answer, needle)),
    ) &&
    !question.must_not.some((needle) => holds(answer, needle))
  );
}

function isUnanswerable({ must }: RecallQuestion): boolean {
  return must.length === 1 && must[0]?.length === 1 && must[0][0] === '@ABSTAIN';
}

/** A needle matches where a word begins; one of three characters or fewer must be the whole word. */
function holds(text: string, needle: string): boolean {
  const plain = (part: string): string =>
    part
      .normalize('NFC')
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u201c\u201d]/g, '"')
      .toLowerCase();
  const sought = plain(needle.trim());
  const escaped = sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}${sought.length <= 3 ? '(?![\\p{L}\\p{N}])' : ''}`, 'u').test(
    plain(text),
  );
}

function expectation({ must, must_not }: RecallQuestion): string {
  const wanted = must.map((group) => group.join(' | ')).join(' + ');
  return must_not.length === 0 ? wanted : `${wanted}; not ${must_not.join(' | ')}`;
}

interface Kept {
  readonly id: string;
  readonly text: string;
  readonly saidAt: Date;
  readonly session: number;
}

/** Reads the sessions; returns how to ask. */
function listenTo(
  row: RecallRow,
  learn: Learn,
  meaningOf: QuestionToMemory['meaningOf'],
): (question: string) => string | null {
  const messages: Kept[] = [];
  let facts: readonly Fact[] = [];
  row.sessions.forEach((session, index) => {
    const date = row.dates?.[index];
    const start = date === undefined ? FIRST_DAY + index * DAY_MS : Date.parse(date);
    session.forEach((text, place) => {
      const message: Kept = {
        id: `${row.id}-${index}-${place}`,
        text,
        saidAt: new Date(start + place * MINUTE_MS),
        session: index,
      };
      const earlier = messages.filter((other) => other.session === index).map((other) => other.text);
      const learnt = learn({ ...message, timeZone: TIME_ZONE, earlier }, facts);
      facts = learnt.facts;
      if (learnt.forgotten.includes(null)) messages.length = 0;
      messages.push(message);
    });
  });
  const history: { role: 'user' | 'assistant'; text: string }[] = [];
  const now = new Date((messages.at(-1)?.saidAt.getTime() ?? FIRST_DAY) + DAY_MS);
  return (question) => {
    const query = readQuestion(
      question,
      history.filter(({ role }) => role === 'user').map(({ text }) => text),
    );
    const answer =
      query === null
        ? null
        : answerFromMemory({
            question,
            query,
            name:
              facts.findLast(
                ({ slot, subject, status }) => slot === 'name' && subject.key === 'self' && status === 'active',
              )?.value ?? null,
            facts,
            evidence: searched(query.searchText, messages),
            history,
            now,
            timeZone: TIME_ZONE,
            seed: `${row.id}:${question}`,
            ...(meaningOf === undefined ? {} : { meaningOf }),
          }).text;
    history.push({ role: 'user', text: question });
    if (answer !== null) history.push({ role: 'assistant', text: answer });
    return answer;
  };
}

/** The messages that share most words with the question, in place of the hybrid search of the database. */
function searched(text: string, messages: readonly Kept[]): Evidence[] {
  const sought = new Set(lemmasOf(text));
  return messages
    .map((message, index) => ({
      message,
      before: neighbour(messages, index, -1),
      after: neighbour(messages, index, 1),
      shared: lemmasOf(message.text).filter((lemma) => sought.has(lemma)).length,
    }))
    .sort((one, other) => other.shared - one.shared || other.message.saidAt.getTime() - one.message.saidAt.getTime())
    .slice(0, MOST_EVIDENCE)
    .map(({ message, before, after }, rank) => ({
      messageId: message.id,
      text: message.text,
      saidAt: message.saidAt,
      before,
      after,
      score: 1 - rank / MOST_EVIDENCE,
    }));
}

function neighbour(messages: readonly Kept[], index: number, step: number): string | null {
  const other = messages[index + step];
  return other !== undefined && other.session === messages[index]?.session ? other.text : null;
}

function lemmasOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(lemmaOf);
}
