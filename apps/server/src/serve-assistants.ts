import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type AvoidedTable, compileAvoided } from '@rapport/core/assistants/avoided-words.ts';
import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { type Catalogue, loadCatalogue } from '@rapport/core/catalogue/load.ts';
import { knowledgeVersion, loadPassages } from '@rapport/core/knowledge/load.ts';
import { createKnowledgeIndex } from '@rapport/core/knowledge/retrieve.ts';
import type { LanguageModel } from '@rapport/core/models/language-model.ts';
import type { ServedAssistant } from '@rapport/core/turn/dependencies.ts';
import { openReaders } from './open-readers.ts';

/** What an assistant without a knowledge base knows. */
const NO_KNOWLEDGE = 'none';

/** Each assistant with its models in order, its knowledge ready to search and its products checked. */
export function serveAssistants(
  definitions: readonly AssistantDefinition[],
  modelsOf: (assistant: AssistantDefinition) => readonly LanguageModel[],
): ReadonlyMap<string, ServedAssistant> {
  return new Map(
    definitions.map((definition): [string, ServedAssistant] => {
      const { knowledge, knowledgeVersion } = knowledgeOf(definition);
      const catalogue = catalogueOf(definition);
      // What a product is said to be is part of what a reply was made from, as a passage is.
      const version = catalogue === null ? knowledgeVersion : `${knowledgeVersion}.${catalogue.version}`;
      return [
        definition.id,
        {
          definition,
          models: modelsOf(definition),
          knowledge,
          catalogue,
          knowledgeVersion: version,
          readers: openReaders(definition, catalogue),
          avoided: avoidedOf(definition),
        },
      ];
    }),
  );
}

function avoidedOf({ voice }: AssistantDefinition): AvoidedTable | null {
  return voice === null || voice.avoid.length === 0 ? null : compileAvoided(voice.avoid);
}

function catalogueOf({ catalogue }: AssistantDefinition): Catalogue | null {
  return catalogue === null ? null : loadCatalogue(fileURLToPath(catalogue.file));
}

function knowledgeOf({ knowledge }: AssistantDefinition): Pick<ServedAssistant, 'knowledge' | 'knowledgeVersion'> {
  if (knowledge === null) return { knowledge: null, knowledgeVersion: NO_KNOWLEDGE };
  const passages = loadPassages(fileURLToPath(knowledge.directory));
  // Synonyms decide which passages are found, so they are part of what a reply was made from.
  const synonyms = createHash('sha256').update(JSON.stringify(knowledge.synonyms)).digest('hex').slice(0, 16);
  return {
    knowledge: createKnowledgeIndex(passages, knowledge.synonyms),
    knowledgeVersion: `${knowledgeVersion(passages)}.${synonyms}`,
  };
}
