import { readFileSync } from 'node:fs';
import { JOURNEY_STAGES, PERSONAS } from '@rapport/wire';
import { z } from 'zod';

const messageExample = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1).max(2_000),
  /** From which stage of the journey it speaks; absent where it is an example of something else only. */
  stage: z.enum(JOURNEY_STAGES).exactOptional(),
  /** As which persona it reads; absent where it could be anybody's. */
  persona: z.enum(PERSONAS).exactOptional(),
  /** What it is about, by the id of a concern; absent where it could be several. */
  concern: z.string().min(1).exactOptional(),
});
export type MessageExample = z.infer<typeof messageExample>;

/**
 * Reads labelled messages, one JSON object a line.
 *
 * @throws TypeError naming the file, the line and what is wrong with it.
 */
export function readMessageExamples(file: URL): readonly MessageExample[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, place) => {
    if (line.trim() === '') return [];
    const example = messageExample.safeParse(parseLine(line));
    if (example.success) return [example.data];
    const [issue] = example.error.issues;
    throw new TypeError(`${file.pathname}, line ${place + 1}: ${issue?.path.join('.') || 'line'}: ${issue?.message}`);
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return line;
  }
}
