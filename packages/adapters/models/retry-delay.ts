import type { ErrorBody } from './error-body.ts';

/** A vendor that names a longer wait has made a mistake, or means a date of another calendar. */
const MAX_DELAY_MS = 31 * 24 * 60 * 60 * 1_000;

const SPAN =
  /(?:(\d+(?:\.\d+)?)d)?(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?/;
const SPAN_IN_TEXT = new RegExp(
  `(?:try again|retry)(?: again)? (?:in|after) (${SPAN.source.replaceAll('(\\d', '(?:\\d')})`,
  'i',
);
const SECONDS_IN_TEXT = /(?:try again|retry)(?: again)? (?:in|after) (\d+(?:\.\d+)?) seconds?/i;

/**
 * Milliseconds until the vendor may be asked again: from the headers, else from the body's details, else from its
 * sentence, where Groq ("try again in 1m7.39s") and Google ("retry in 23.47s") put it. Null when none says.
 */
export function readRetryDelay(headers: Headers, body: ErrorBody, now: number): number | null {
  const delay = headerDelay(headers, now) ?? spanMs(body.retryDelay) ?? textDelay(body.message);
  return delay === null ? null : Math.min(Math.max(0, Math.ceil(delay)), MAX_DELAY_MS);
}

function headerDelay(headers: Headers, now: number): number | null {
  const milliseconds = numberOf(headers.get('retry-after-ms'));
  if (milliseconds !== null) return milliseconds;
  const value = headers.get('retry-after');
  const seconds = numberOf(value) ?? numberOf(value?.replace(/s$/i, '') ?? null);
  if (seconds !== null) return seconds * 1_000;
  const date = Date.parse(value ?? '');
  if (Number.isNaN(date)) return null;
  // By the vendor's own clock where it shows one: ours may be off.
  const vendorNow = Date.parse(headers.get('date') ?? '');
  return date - (Number.isNaN(vendorNow) ? now : vendorNow);
}

function textDelay(message: string): number | null {
  const seconds = numberOf(SECONDS_IN_TEXT.exec(message)?.[1] ?? null);
  return seconds === null ? spanMs(SPAN_IN_TEXT.exec(message)?.[1] ?? null) : seconds * 1_000;
}

/** `1h2m3.5s`, `34.4s` or `300ms` in milliseconds. */
function spanMs(span: string | null): number | null {
  const parts = span === null || span === '' ? null : new RegExp(`^${SPAN.source}$`).exec(span.trim());
  if (parts === null) return null;
  const [, days, hours, minutes, seconds, milliseconds] = parts.map((part) => Number(part ?? 0));
  return (
    (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1_000 + (milliseconds ?? 0)
  );
}

function numberOf(value: string | null): number | null {
  const number = value === null || value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}
