import { createStaticEmbedder } from '@rapport/adapters/embedders/static.ts';
import { createAnswerReader } from '@rapport/core/advice/read-answer.ts';
import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import type { Catalogue } from '@rapport/core/catalogue/load.ts';
import { createReasonReader } from '@rapport/core/hand-off/recognise.ts';
import { createConcernReader } from '@rapport/core/concerns/read-concern.ts';
import { createStageReader } from '@rapport/core/journey/read-stage.ts';
import { createPersonaReader } from '@rapport/core/personas/read-persona.ts';
import type { PersonReaders } from '@rapport/core/turn/dependencies.ts';

/**
 * What tells where a person is, who they come across as, what a message is about, whether it answers us and when they want people: by this process's
 * own embedder, whoever embeds memories.
 */
export function openReaders(
  { journey, personas, concerns, handOff, advice }: AssistantDefinition,
  catalogue: Catalogue | null,
): PersonReaders {
  const { embedOne } = createStaticEmbedder();
  return {
    stage: journey === null ? null : createStageReader(journey, embedOne),
    persona: personas === null ? null : createPersonaReader(personas, embedOne),
    handOff: handOff === null ? null : createReasonReader(handOff, namesOf(catalogue), embedOne),
    answer: advice === null ? null : createAnswerReader(advice, embedOne),
    concern: concerns === null ? null : createConcernReader(concerns, embedOne),
  };
}

const namesOf = (catalogue: Catalogue | null): readonly string[] =>
  (catalogue?.products ?? []).flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]);
