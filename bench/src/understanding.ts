import { readFileSync } from 'node:fs';
import { understand, warmUp } from '@rapport/core/understanding/understand.ts';
import { quantile, table } from './machine.ts';

const EVALS = new URL('../../packages/core/evals/', import.meta.url);
/** Files of messages as people write them; what is read of each. */
const FILES = [
  'ordinary.jsonl',
  'names.extra.jsonl',
  'mood.extra.jsonl',
  'crisis.unseen.jsonl',
  'statements.jsonl',
] as const;
const MOST_MESSAGES = 700;
/** The longest message the contract accepts. */
const LONGEST = 8_000;
const LONG_ROUNDS = 20;

/** What step one costs a message: milliseconds of one after the other, in this process, as a turn waits for them. */
export function measureUnderstanding(): void {
  const startedMs = performance.now();
  warmUp();
  const warmUpMs = performance.now() - startedMs;
  const sets = FILES.map((file) => ({ file, texts: textsOf(file) }));
  const long = sets
    .flatMap(({ texts }) => texts)
    .join(' ')
    .slice(0, LONGEST);
  const rows = sets.map(({ file, texts }) => [file, String(texts.length), ...figures(texts)]);
  rows.push([`one of ${LONGEST} characters`, String(LONG_ROUNDS), ...figures(Array<string>(LONG_ROUNDS).fill(long))]);
  console.log(`Warm-up at the start of a process: ${warmUpMs.toFixed(0)} ms`);
  console.log(table(['messages', 'how many', 'p50', 'p95', 'p99', 'longest'], rows));
}

function textsOf(file: string): string[] {
  return readFileSync(new URL(file, EVALS), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, MOST_MESSAGES)
    .map((line) => String((JSON.parse(line) as { text: unknown }).text));
}

function figures(texts: readonly string[]): string[] {
  const taken = texts.map((text) => {
    const startMs = performance.now();
    understand(text, { nameAsked: false });
    return performance.now() - startMs;
  });
  return [0.5, 0.95, 0.99, 1].map((share) => `${quantile(taken, share).toFixed(2)} ms`);
}
