import { setImmediate as afterOthers } from 'node:timers/promises';
import { KnowledgeFileError, parsePassage } from '../knowledge/load.ts';
import type { Passage } from '../knowledge/passage.ts';
import { futureDate } from './edit-content.ts';
import { ContentRefusedError } from './entry.ts';

/** Files read between two rests of the process: some milliseconds' worth. */
const FILES_A_STEP = 20;

/**
 * Reads knowledge files that were sent, with the reader of the folder's.
 *
 * @throws ContentRefusedError with every file that is wrong, its path in the request and what is wrong with it.
 */
export async function readPassageFiles(
  files: readonly { readonly name: string; readonly content: string }[],
  now: Date,
): Promise<Passage[]> {
  const passages: Passage[] = [];
  const faults: { path: string; message: string }[] = [];
  const fileOfId = new Map<string, string>();
  for (const [place, { name, content }] of files.entries()) {
    const refuse = (field: string, problem: string) =>
      faults.push({ path: `body.files.${place}.content`, message: `${name}: ${field}: ${problem}` });
    if (place % FILES_A_STEP === FILES_A_STEP - 1) await afterOthers();
    try {
      const passage = parsePassage(name, content);
      const earlier = fileOfId.get(passage.id);
      const early = futureDate('passage', passage, now);
      if (earlier !== undefined) refuse('id', `"${passage.id}" is already the id of ${earlier}`);
      else if (early !== null) refuse(early.path, early.message);
      fileOfId.set(passage.id, earlier ?? name);
      passages.push(passage);
    } catch (error) {
      if (!(error instanceof KnowledgeFileError)) throw error;
      refuse(error.field, error.problem);
    }
  }
  if (faults.length > 0) throw new ContentRefusedError(faults);
  return passages;
}
