import { fileURLToPath } from 'node:url';
import { type AvoidedTable, compileAvoided } from '@rapport/core/assistants/avoided-words.ts';
import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { CatalogueFile } from '@rapport/core/catalogue/catalogue-file.ts';
import { LivingContent, type LivingContentDependencies } from '@rapport/core/content/living-content.ts';
import type { ServedContent, ShippedContent } from '@rapport/core/content/served-content.ts';
import { PassageFolder } from '@rapport/core/knowledge/passage-folder.ts';
import type { LanguageModel } from '@rapport/core/models/language-model.ts';
import type { ServedAssistant } from '@rapport/core/turn/dependencies.ts';
import { openReaders } from './open-readers.ts';

/** The assistants, and what keeps their knowledge and products current. */
export interface ServedAssistants {
  /** An assistant is replaced whole when what it knows changes: whoever took one out keeps what it was. */
  readonly assistants: ReadonlyMap<string, ServedAssistant>;
  readonly content: LivingContent;
}

/** Each assistant with its models in order, its knowledge ready to search and its products checked, edits included. */
export async function serveAssistants(
  definitions: readonly AssistantDefinition[],
  modelsOf: (assistant: AssistantDefinition) => readonly LanguageModel[],
  dependencies: Omit<LivingContentDependencies, 'shipped' | 'onServed'>,
): Promise<ServedAssistants> {
  const assistants = new Map<string, ServedAssistant>();
  const content = new LivingContent({
    ...dependencies,
    shipped: definitions.map(shippedContent),
    onServed(id, served) {
      const assistant = assistants.get(id);
      if (assistant !== undefined)
        assistants.set(id, {
          ...assistant,
          ...knownOf(served),
          readers: openReaders(assistant.definition, served.catalogue),
        });
    },
  });
  await content.start();
  for (const definition of definitions) {
    const served = content.servedOf(definition.id);
    if (served === null) throw new Error(`Nothing is served of the assistant ${definition.id}`);
    assistants.set(definition.id, {
      definition,
      models: modelsOf(definition),
      ...knownOf(served),
      readers: openReaders(definition, served.catalogue),
      avoided: avoidedOf(definition),
    });
  }
  return { assistants, content };
}

function avoidedOf({ voice }: AssistantDefinition): AvoidedTable | null {
  return voice === null || voice.avoid.length === 0 ? null : compileAvoided(voice.avoid);
}

/** What the files of an assistant's package say. Throws for the first that is wrong. */
export function shippedContent({ id, knowledge, catalogue }: AssistantDefinition): ShippedContent {
  return {
    assistant: id,
    knowledge:
      knowledge === null
        ? null
        : { folder: new PassageFolder(fileURLToPath(knowledge.directory)), synonyms: knowledge.synonyms },
    catalogue: catalogue === null ? null : new CatalogueFile(fileURLToPath(catalogue.file)),
  };
}

const knownOf = ({
  knowledge,
  catalogue,
  version,
}: ServedContent): Pick<ServedAssistant, 'knowledge' | 'catalogue' | 'knowledgeVersion'> => ({
  knowledge,
  catalogue,
  knowledgeVersion: version,
});
