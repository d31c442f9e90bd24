import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  evaluateRetrieval,
  type RetrievalEvaluation,
  type RetrievalFigures,
} from '@rapport/core/memory/evaluate-retrieval.ts';
import { type LongConversation, readLongConversations } from '@rapport/core/memory/evaluate-retrieval-conversations.ts';
import { openEvaluation } from '../open-evaluation.ts';

/** Our own three conversations; public sets of the same format are far larger. */
const OWN = new URL('../../../../packages/core/evals/long-conversations.json', import.meta.url);

const USAGE = `npm run eval -- retrieval [--conversations FILE] [--limit N] [--misses]

  --conversations FILE   long conversations in LoCoMo's format (JSON, or a sample a line); without it our own three
  --limit N              ask at most N questions of a conversation
  --misses               print every question whose evidence is not among the first ten, and what was`;

/**
 * Prints how much of the evidence the product's own search finds in long conversations between two people, on an embedded
 * database in memory and without any vendor. Returns the exit status.
 */
export async function evaluateConversations(commandLine: readonly string[]): Promise<number> {
  const options = readOptions(commandLine);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${USAGE}`);
    return 2;
  }
  const conversations = read(options.file);
  if (typeof conversations === 'string') {
    console.error(conversations);
    return 1;
  }
  const { database, vectors } = await openEvaluation();
  try {
    const evaluation = await evaluateRetrieval({ database, vectors, newId: randomUUID }, conversations, options.limit);
    printFigures(evaluation);
    if (options.misses) printMisses(evaluation);
  } finally {
    await database.close();
  }
  return 0;
}

function read(file: string | URL): LongConversation[] | string {
  try {
    return readLongConversations(readFileSync(file, 'utf8'));
  } catch (error) {
    return `${file} can't be read as conversations: ${error instanceof Error ? error.message : String(error)}`;
  }
}

interface Options {
  readonly file: string | URL;
  readonly limit: number;
  readonly misses: boolean;
}

function readOptions(commandLine: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: {
        conversations: { type: 'string' },
        limit: { type: 'string' },
        misses: { type: 'boolean', default: false },
      },
    });
    const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
    if (!(limit >= 1)) return `--limit takes a number from 1; it was given ${values.limit}`;
    return { file: values.conversations ?? OWN, limit, misses: values.misses };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function printFigures({ all, byCategory, byConversation }: RetrievalEvaluation): void {
  const line = (name: string, { questions, recallAt5, recallAt10, hitAt10 }: RetrievalFigures): string =>
    [
      name.padEnd(16),
      String(questions).padStart(9),
      ...[recallAt5, recallAt10, hitAt10].map((share) => `${(share * 100).toFixed(1)} %`.padStart(11)),
    ].join('');
  console.log(`${''.padEnd(16)}${['questions', '  recall@5', ' recall@10', '    hit@10'].join(' ')}`);
  for (const [category, figures] of byCategory) console.log(line(category, figures));
  if (byConversation.size > 1) for (const [id, figures] of byConversation) console.log(line(id, figures));
  console.log(line('all', all));
}

function printMisses({ misses }: RetrievalEvaluation): void {
  for (const { conversation, question, category, missed, found } of misses) {
    console.log(`\n${conversation}, ${category}: ${question}`);
    for (const { turnId, text } of missed) console.log(`  missed ${turnId}: ${text}`);
    for (const { turnId, text } of found) console.log(`  found  ${turnId}: ${text}`);
  }
}
