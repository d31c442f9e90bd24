import type { PhotosDefinition } from '../assistants/photos-definition.ts';
import type { Attempt } from '../models/attempt.ts';
import { type ChainContext, type Deadlines, runChain } from '../models/chain.ts';
import type { LanguageModel, ModelImage } from '../models/language-model.ts';
import { type PhotoReading, readReading } from './reading.ts';
import { readingRequest } from './reading-request.ts';

/**
 * In milliseconds. Nothing is shown before the reading is there, so it is held shorter than a reply: a model with eyes takes
 * two to four seconds for three hundred tokens, and after twelve the person is asked instead.
 */
const DEADLINES: Deadlines = { firstToken: 6_000, idle: 4_000, attempt: 9_000, turn: 12_000 };
/** The second of two is somebody else's servers; a third would be the person's time. */
const MOST_MODELS = 2;

/** What became of looking. Never an error: without a reading the person is asked. */
export interface PhotoLook {
  /** Null when no model could look, or none gave a reading. */
  readonly reading: PhotoReading | null;
  /** The model that read it; null when there is no reading. */
  readonly model: LanguageModel | null;
  /** For the ledger. */
  readonly attempts: readonly Attempt[];
}

const UNSEEN: PhotoLook = { reading: null, model: null, attempts: [] };

/** Has the chain's first models with eyes read the pictures: one request, bounded, and silent when it comes to nothing. */
export async function lookAtPhotos(
  images: readonly ModelImage[],
  definition: PhotosDefinition,
  models: readonly LanguageModel[],
  context: Pick<ChainContext, 'clock' | 'signal' | 'gate' | 'onFailedAttempt' | 'deadlines'>,
): Promise<PhotoLook> {
  const seeing = models.filter(({ isLocal, seesImages }) => !isLocal && seesImages).slice(0, MOST_MODELS);
  if (seeing.length === 0) return UNSEEN;
  const silent = { text: () => undefined, replace: () => undefined };
  const result = await runChain(seeing, readingRequest(images, definition), silent, {
    ...context,
    deadlines: tighter(context.deadlines),
    // An answer that is no reading is as good as none: the next model is asked.
    check: (text) => (readReading(text, definition) === null ? 'no-reading' : null),
    shrink: () => null,
  });
  if (result.outcome !== 'completed') return { ...UNSEEN, attempts: result.attempts };
  return { reading: readReading(result.reply.text, definition), model: result.model, attempts: result.attempts };
}

/** An operator's deadlines hold where they are shorter. */
const tighter = ({ firstToken, idle, attempt, turn }: Deadlines): Deadlines => ({
  firstToken: Math.min(firstToken, DEADLINES.firstToken),
  idle: Math.min(idle, DEADLINES.idle),
  attempt: Math.min(attempt, DEADLINES.attempt),
  turn: Math.min(turn, DEADLINES.turn),
});
