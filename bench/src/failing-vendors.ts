import type { Behaviour, Fault } from '@rapport/dev-env/fake-vendors/fake-vendors.ts';
import { seededTokens } from '@rapport/dev-env/fake-vendors/seeded.ts';
import type { VendorCall } from './vendors-process.ts';

export const SEED = 20_261_122;
export const FAIL_SHARE = 0.3;
const TOKENS = 40;

/** Slow enough that a failure in the middle comes after text was shown. */
export const CALM: Behaviour = { latencyMs: 20, tokens: TOKENS, tokensPerSecond: 200 };

/**
 * Every kind of fault the fake vendors know. Statuses that keep a model away for minutes whatever the breakers' settings
 * (401, 402, 404) are left out: after the first of them there would be no failures left to measure.
 */
const FAULTS: readonly (Fault | readonly Fault[])[] = [
  { kind: 'status', status: 400 },
  { kind: 'status', status: 413 },
  { kind: 'status', status: 429, headers: { 'retry-after-ms': '200' } },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'html', status: 200 },
  { kind: 'html', status: 502 },
  { kind: 'reset' },
  { kind: 'hang-before-headers' },
  { kind: 'hang', afterTokens: 0 },
  { kind: 'hang', afterTokens: 12 },
  { kind: 'truncated-json' },
  { kind: 'empty' },
  { kind: 'no-finish' },
  { kind: 'no-finish', afterTokens: 12 },
  { kind: 'error-in-stream' },
  { kind: 'error-in-stream', afterTokens: 12 },
  { kind: 'cut', atByte: 100 },
  { kind: 'cut', atByte: 4_000 },
  { kind: 'drip', delayMs: 1 },
  [{ kind: 'bytewise' }, { kind: 'error-in-stream', afterTokens: 12 }],
  [{ kind: 'crlf' }, { kind: 'cut', atByte: 4_000 }],
];

export const FAILING: Behaviour = { ...CALM, failShare: FAIL_SHARE, among: FAULTS };

export interface AttemptText {
  /** Whether the vendor sent all of it and said that it was finished. */
  readonly isComplete: boolean;
  /** What went wrong with it, for people to read. */
  readonly history: string;
}

/** Every text the vendors have begun, by model and text, as it would be if all of it had been sent. */
export function attemptTexts(calls: readonly VendorCall[]): ReadonlyMap<string, Map<string, AttemptText>> {
  const counts = new Map<string, number>();
  const texts = new Map<string, Map<string, AttemptText>>();
  for (const call of calls) {
    const id = `${call.vendor}/${call.model}`;
    const callNumber = (counts.get(id) ?? 0) + 1;
    counts.set(id, callNumber);
    const text = seededTokens(TOKENS, SEED, call.vendor, call.model, callNumber).join('');
    const history = `${call.outcome}, ${call.faults.map(({ kind }) => kind).join(' + ') || 'no fault'}`;
    const known = texts.get(id) ?? new Map<string, AttemptText>();
    texts.set(id, known.set(text, { isComplete: isComplete(call), history }));
  }
  return texts;
}

function isComplete({ vendor, faults, outcome }: VendorCall): boolean {
  return outcome === 'complete' && faults.every(({ kind }) => isHarmless(kind, vendor));
}

/**
 * A slow answer is whole when it arrives in time. Broken JSON breaks the last document, which at xAI and OpenAI counts
 * the tokens of a reply that is already finished.
 */
function isHarmless(kind: Fault['kind'], vendor: VendorCall['vendor']): boolean {
  return kind === 'drip' || (kind === 'truncated-json' && (vendor === 'xai' || vendor === 'openai'));
}
