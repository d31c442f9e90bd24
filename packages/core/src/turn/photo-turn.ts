import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import { needsUrgentHelp } from '../builtin-model/urgent.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import type { Attempt } from '../models/attempt.ts';
import type { SpentBudget } from '../models/spending.ts';
import { lookAtPhotos, type PhotoLook } from '../photos/look-at-photos.ts';
import { type PhotoPlan, planPhotos } from '../photos/plan-photos.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { ServedAssistant, TurnDependencies } from './dependencies.ts';
import type { PersonReading } from './read-person.ts';

const NOT_SEEN: PhotoLook = { reading: null, model: null, attempts: [] };

/**
 * Between steps 5 and 6: looks at the pictures of a message, where the assistant knows what to look for. Null where there is
 * nothing to look at first: no pictures, help that can't wait, someone in care, or a language we have no words in, whose
 * pictures go to whoever writes the reply.
 */
export async function lookFor(
  { clock, gate, deadlines, log }: TurnDependencies,
  { definition, models }: Pick<ServedAssistant, 'definition' | 'models'>,
  {
    turn,
    summary,
    passages,
    spentBudget,
  }: {
    readonly turn: AcceptedTurn;
    readonly summary: Summary;
    readonly passages: readonly FoundPassage[];
    readonly spentBudget: SpentBudget | null;
  },
  signal: AbortSignal,
  onFailedAttempt: (attempt: Attempt, thrown: unknown) => void,
): Promise<PhotoLook | null> {
  const { images, text, requestId } = turn.input;
  const { photos, hairProfile } = definition;
  if (images.length === 0 || photos === null || hairProfile === null) return null;
  if (summary.risk.level === 'crisis' || turn.standing.careLevel === 'crisis') return null;
  if (!isOurs(summary.language) || needsUrgentHelp({ assistant: definition, message: text, passages })) return null;
  if (spentBudget !== null) return NOT_SEEN;
  const look = await lookAtPhotos(images, photos, models, { clock, gate, deadlines, signal, onFailedAttempt });
  log.info(
    {
      event: 'photo_read',
      requestId,
      outcome: look.reading === null ? 'no-reading' : look.reading.shows,
      model: look.model?.id ?? null,
      attempts: look.attempts.length,
      properties: look.reading?.seen.length ?? 0,
      signs: look.reading?.signs.length ?? 0,
      walled_off: look.reading?.walledOff ?? null,
    },
    'Pictures were looked at',
  );
  return look;
}

/** What is told of photos is told in English. */
const isOurs = (language: string): boolean => /^(?:en|und)\b/.test(language);

/** Asks for something that a picture doesn't answer. */
const ASKS_ADVICE =
  /\b(?:how (?:do|can|should|often|long|to|much|would)|what (?:should|can|do|would|does|helps?)|which|should i|can i|could i|why|when|recommend\w*|help|tips?|advice|routine)\b/i;

/** Part of step 6, and pure: what is to be said of photos; null when the turn has nothing to do with any. */
export function photosOf({
  turn,
  assistant,
  person,
  passages,
  look = null,
  isMinor,
}: {
  readonly turn: AcceptedTurn;
  readonly assistant: Pick<AssistantDefinition, 'photos' | 'hairProfile'>;
  readonly person: Pick<PersonReading, 'hair'>;
  readonly passages: readonly FoundPassage[];
  readonly look?: PhotoLook | null;
  readonly isMinor: boolean;
}): PhotoPlan | null {
  const { photos, hairProfile } = assistant;
  if (photos === null || hairProfile === null) return null;
  // Pictures that nobody looked at first are somebody else's matter.
  if (look === null && turn.input.images.length > 0) return null;
  return planPhotos({
    definition: photos,
    hairProfile,
    messageId: turn.input.messageId,
    conversationId: turn.conversationId,
    text: turn.input.text,
    history: turn.history,
    pictures: turn.input.images.length,
    look,
    uploads: turn.input.uploads ?? [],
    ask: turn.standing.photoAsk ?? null,
    known: person.hair,
    keepsMemories: turn.person.keepsMemories,
    isMinor,
    wordsAreAnswered: ASKS_ADVICE.test(turn.input.text) && passages.some(({ answers }) => answers),
  });
}
