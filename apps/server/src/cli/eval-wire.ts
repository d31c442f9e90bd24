import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { AttemptOutcome } from '@rapport/core/models/attempt.ts';
import type { ModelRequest } from '@rapport/core/models/language-model.ts';
import { NO_MEMORY, USUAL_FIT } from '@rapport/core/models/reply-material.ts';
import { ModelFailure } from '@rapport/core/models/model-failure.ts';
import { runAttempt } from '@rapport/core/models/run-attempt.ts';
import { understand } from '@rapport/core/understanding/understand.ts';
import { z } from 'zod';
import { openRecordedModel } from '../open-recorded-model.ts';

/** One recorded answer of a vendor, as `npm run dev:vendors` plays it, and what someone who read it would call it. */
const wireCase = z.object({
  id: z.string().min(1),
  provider: z.string().min(1),
  api: z.string().default(''),
  model: z.string().nullable().default(null),
  status: z.int().min(100).max(599),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string(),
  /** Null when nobody has said: then the outcome is told and not judged. */
  suggested: z.string().nullable().default(null),
});
type WireCase = z.infer<typeof wireCase>;

interface Judgement {
  readonly outcome: AttemptOutcome;
  readonly exhausted: 'day' | 'credit' | null;
  /** What must be the same however the answer is split. What was shown of a failed one may differ. */
  readonly verdict: string;
  readonly summary: string;
}

/** What each label allows. Labels name what the chain does next; several outcomes may do the same. */
const ALLOWED: ReadonlyMap<string, readonly AttemptOutcome[]> = new Map([
  ['OK', ['completed']],
  ['TRUNCATED', ['truncated']],
  ['BLOCKED_PROMPT', ['filtered']],
  ['BLOCKED_OUTPUT', ['filtered']],
  ['EMPTY_OUTPUT', ['empty']],
  ['MID_STREAM_ERROR', ['failed', 'cut', 'rate-limited']],
  ['INVALID_API_KEY', ['refused-key']],
  ['RATE_LIMIT_EXCEEDED', ['rate-limited']],
  ['MODEL_NOT_FOUND', ['unknown-model']],
  ['TOO_LARGE', ['too-large']],
  // Never to be repeated as it is, and nothing against the vendor: so are a context that is too long and a refusal.
  ['BAD_REQUEST', ['bad-request', 'too-large', 'filtered']],
  ['TRANSIENT', ['failed']],
]);

const REQUEST: ModelRequest = {
  instructions: 'Answer.',
  messages: [{ role: 'user', text: 'Hello' }],
  images: [],
  // Others asked for these answers: nothing is known of how much they asked, so no count is too high to be believed.
  maxOutputTokens: 100_000,
  estimatedInputTokens: 0,
  streaming: true,
  material: {
    assistant: { name: '', kind: 'companion', brand: '', focus: '', disclosure: '' },
    preferredName: null,
    message: 'Hello',
    summary: understand('Hello', { nameAsked: false }),
    history: [],
    passages: [],
    products: null,
    memory: NO_MEMORY,
    fit: USUAL_FIT,
    seed: '',
  },
};

/** Pieces in which each answer is played, in bytes: at once, and split within characters and lines. */
const PIECES = [Number.POSITIVE_INFINITY, 7, 1];

/**
 * Plays recorded answers, given as JSON lines, through the real adapters and says what the chain would make of each,
 * beside the label it came with.
 *
 * @returns the process's exit code: 1 when any disagrees.
 */
export async function evaluateWire(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { cases: { type: 'string' } } });
  if (values.cases === undefined) {
    console.error('Which recorded answers? Give a file of them: npm run eval -- wire --cases answers.jsonl');
    return 1;
  }
  const cases = readCases(values.cases);
  if (typeof cases === 'string') {
    console.error(cases);
    return 1;
  }
  const disagreements: string[] = [];
  const explained: string[] = [];
  for (const recorded of cases) {
    const judgements = await Promise.all(PIECES.map((size) => judge(recorded, size)));
    const [whole] = judgements;
    if (whole === undefined) continue;
    const row = `${recorded.id.padEnd(24)} ${(recorded.suggested ?? '–').slice(0, 44).padEnd(46)} ${whole.summary}`;
    console.log(row);
    if (judgements.some((other) => other.verdict !== whole.verdict)) {
      disagreements.push(`${row}\n    differs in pieces: ${judgements.map(({ summary }) => summary).join(' | ')}`);
    } else if (!agrees(recorded, whole)) (isToolCall(recorded, whole) ? explained : disagreements).push(row);
  }
  section('Only a tool call, which we never offer: empty for us', explained);
  section('Disagreements', disagreements);
  console.log(`\n${cases.length} cases, ${cases.length - disagreements.length} right, ${disagreements.length} wrong`);
  return disagreements.length === 0 ? 0 : 1;
}

/** The cases of a file, or a sentence that says what is wrong with it. */
function readCases(file: string): readonly WireCase[] | string {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    return `${file} can't be read. It should be a file of recorded answers, one JSON object a line.`;
  }
  const cases: WireCase[] = [];
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = wireCase.safeParse(parseLine(line));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return `${file}, line ${index + 1}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'is no recorded answer'}. A line holds id, provider, status, headers and body, and may hold api, model and suggested.`;
    }
    cases.push(parsed.data);
  }
  return cases.length === 0 ? `${file} holds no recorded answer.` : cases;
}

function parseLine(line: string): unknown {
  try {
    // Trimmed, a byte order mark at the file's beginning is gone as well.
    return JSON.parse(line.trim());
  } catch {
    return null;
  }
}

async function judge(recorded: WireCase, pieceSize: number): Promise<Judgement> {
  const model = openRecordedModel(providerOf(recorded), recorded.model ?? 'recorded', () =>
    answer(recorded, pieceSize),
  );
  const clocks = { firstToken: 5_000, idle: 5_000, total: 5_000, turn: 5_000 };
  const context = {
    clock: { now: () => new Date(0), monotonicMs: () => 0 },
    signal: new AbortController().signal,
    check: () => null,
  };
  const { attempt, text, thrown } = await runAttempt(model, REQUEST, clocks, context, () => undefined);
  const failure = thrown instanceof ModelFailure ? thrown.details : null;
  const { input, cachedInput, output, reasoning } = attempt.usage;
  const details = [
    attempt.outcome,
    failure?.code ?? null,
    failure?.exhausted ?? null,
    failure === null || failure.retryAfterMs === null ? null : `after ${failure.retryAfterMs} ms`,
    attempt.usageSource === 'reported' ? `${input} (${cachedInput}) + ${output} (${reasoning}) tokens` : null,
    attempt.servedModel,
  ].filter((detail) => detail !== null);
  return {
    outcome: attempt.outcome,
    exhausted: failure?.exhausted ?? null,
    verdict: [...details, failure === null ? text : null].join(' · '),
    summary: [...details, ...(text === '' ? [] : [`${text.length} characters`])].join(' · '),
  };
}

function providerOf({ provider, api }: WireCase): string {
  if (provider === 'groq' || provider === 'xai' || provider === 'openai') return provider;
  const isGoogle = provider === 'google' || provider === 'gemini' || provider === 'vertex';
  return isGoogle && !api.includes('/chat/completions') ? 'google' : 'compatible';
}

function answer({ status, headers, body }: WireCase, pieceSize: number): Response {
  const bytes = new TextEncoder().encode(body);
  const size = Math.min(pieceSize, Math.max(1, bytes.length));
  let start = 0;
  const pieces = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (start >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(start, start + size));
      start += size;
    },
  });
  return new Response(pieces, { status, headers });
}

function agrees({ suggested }: WireCase, { outcome, exhausted }: Judgement): boolean {
  if (suggested === null) return true;
  const label = /^[A-Z_]+/.exec(suggested)?.[0] ?? '';
  if (ALLOWED.get(label)?.includes(outcome) !== true) return false;
  return label !== 'RATE_LIMIT_EXCEEDED' || (exhausted !== null) === suggested.includes('hard quota');
}

function isToolCall({ suggested, body }: WireCase, { outcome }: Judgement): boolean {
  return suggested === 'OK' && outcome === 'empty' && /"(tool_calls|functionCall)"/.test(body);
}

function section(title: string, rows: readonly string[]): void {
  if (rows.length > 0) console.log(`\n${title} (${rows.length}):\n${rows.map((row) => `  ${row}`).join('\n')}`);
}
