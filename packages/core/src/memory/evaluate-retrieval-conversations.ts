import { z } from 'zod';

/** One turn of a long conversation between two people. */
export interface ConversationTurn {
  /** As questions cite it: `D3:14` is the fourteenth turn of the third session. */
  readonly turnId: string;
  readonly speaker: string;
  readonly text: string;
}

export interface ConversationSession {
  readonly startedAt: Date;
  readonly turns: readonly ConversationTurn[];
}

/** A question about a conversation, and the turns that answer it. */
export interface ConversationQuestion {
  readonly question: string;
  readonly category: string;
  /** Ids of turns of the conversation, at least one. */
  readonly evidence: readonly string[];
}

export interface LongConversation {
  readonly id: string;
  /** Whose turns are kept as the person's, and whose as the assistant's. */
  readonly speakers: { readonly user: string; readonly assistant: string };
  readonly sessions: readonly ConversationSession[];
  readonly questions: readonly ConversationQuestion[];
}

/** Categories as LoCoMo numbers them (Maharana et al. 2024, https://github.com/snap-research/locomo). */
const CATEGORIES: Readonly<Record<string, string>> = {
  1: 'multi-hop',
  2: 'temporal',
  3: 'open-domain',
  4: 'single-hop',
  5: 'adversarial',
};

const turnShape = z.object({
  speaker: z.string(),
  dia_id: z.string(),
  text: z.string().nullish(),
  blip_caption: z.string().nullish(),
});
const sampleShape = z.object({
  sample_id: z.union([z.string(), z.number()]).optional(),
  qa: z.array(
    z.object({
      question: z.string(),
      evidence: z.array(z.string()).nullish(),
      category: z.union([z.string(), z.number()]).optional(),
    }),
  ),
  conversation: z.looseObject({ speaker_a: z.string(), speaker_b: z.string() }),
});

const DAY_MS = 86_400_000;
/** Of a session that says nothing of its time. */
const FIRST_DAY = Date.UTC(2023, 0, 1, 12);

/**
 * Reads conversations in LoCoMo's format: a JSON array of samples, or a sample a line. Evidence that names no turn of its
 * conversation is left out, and so is a question without any. What a picture shows is part of its turn.
 *
 * @throws SyntaxError or z.ZodError when the text is no such file.
 */
export function readLongConversations(text: string): LongConversation[] {
  return samplesOf(text).map((sample, index) => {
    const { speaker_a: user, speaker_b: assistant } = sample.conversation;
    const sessions = sessionsOf(sample.conversation);
    const known = new Set(sessions.flatMap(({ turns }) => turns.map(({ turnId }) => turnId)));
    return {
      id: String(sample.sample_id ?? index + 1),
      speakers: { user, assistant },
      sessions,
      questions: sample.qa.flatMap(({ question, evidence, category }) => {
        const turns = [...new Set((evidence ?? []).flatMap(turnIdsIn))].filter((turnId) => known.has(turnId));
        const name = CATEGORIES[String(category ?? '')] ?? `category ${category ?? 'unknown'}`;
        return turns.length === 0 ? [] : [{ question, category: name, evidence: turns }];
      }),
    };
  });
}

function samplesOf(text: string): z.infer<typeof sampleShape>[] {
  const trimmed = text.trim();
  const parsed: unknown = trimmed.startsWith('[')
    ? JSON.parse(trimmed)
    : trimmed
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): unknown => JSON.parse(line));
  return z.array(sampleShape).parse(parsed);
}

function sessionsOf(conversation: Readonly<Record<string, unknown>>): ConversationSession[] {
  const numbers = Object.keys(conversation)
    .flatMap((key) => /^session_(\d{1,6})$/.exec(key)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other);
  return numbers.map((number) => ({
    startedAt: timeOf(conversation[`session_${number}_date_time`]) ?? new Date(FIRST_DAY + number * DAY_MS),
    turns: z
      .array(turnShape)
      .parse(conversation[`session_${number}`])
      .map(({ speaker, dia_id: turnId, text, blip_caption: caption }) => ({
        turnId,
        speaker,
        text: [text ?? '', caption ? `[a picture: ${caption}]` : ''].join(' ').trim().replaceAll('\u0000', ''),
      })),
  }));
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** "1:56 pm on 8 May, 2023", as UTC. */
function timeOf(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const match = /^\s*(\d{1,2}):(\d{2})\s*([ap])m\s+on\s+(\d{1,2})\s+(\p{L}+),?\s+(\d{4})\s*$/iu.exec(value);
  if (match === null) return null;
  const [, hour, minute, half, day, month, year] = match;
  const monthIndex = MONTHS.indexOf(month?.toLowerCase() ?? '');
  if (monthIndex < 0) return null;
  const hours = (Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
  return new Date(Date.UTC(Number(year), monthIndex, Number(day), hours, Number(minute)));
}

/** Some cells of the public set hold several ids ("D8:6; D9:17") or one spelt "D:11:26" or "D30:05". */
function turnIdsIn(cell: string): string[] {
  return Array.from(cell.matchAll(/D:?(\d{1,4}):(\d{1,5})/g), ([, session, turn]) => `D${session}:${Number(turn)}`);
}
