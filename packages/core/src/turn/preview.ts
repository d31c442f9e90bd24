import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import { composeReply } from '../builtin-model/compose.ts';
import { adviseProducts } from '../catalogue/recommend.ts';
import type { ServedContent } from '../content/served-content.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import { type ComposedReply, NO_MEMORY, USUAL_FIT } from '../models/reply-material.ts';
import { understand } from '../understanding/understand.ts';
import { loadPassages } from './load.ts';

/** What a question would be answered with. */
export interface Preview {
  readonly passages: readonly FoundPassage[];
  readonly reply: ComposedReply;
}

/**
 * What a stranger's first message would find, and what the built-in model would say to it. It is found and written as a
 * turn does it; nothing is stored and no vendor is asked.
 *
 * @param limit passages to show, 1 or more. The reply draws on as many as a turn's would, whatever is shown.
 */
export function previewQuestion(
  assistant: AssistantDefinition,
  served: ServedContent,
  question: string,
  limit: number,
): Preview {
  const summary = understand(question, { nameAsked: false });
  const passages = loadPassages({ input: { text: question }, history: [] }, summary, served.knowledge);
  const message = { message: question, summary, passages };
  const products =
    served.catalogue === null
      ? null
      : adviseProducts(served.catalogue, { ...message, before: [], allergies: [], recent: [] });
  const reply = composeReply({
    assistant: {
      name: assistant.name,
      kind: assistant.kind,
      brand: assistant.brand.name,
      focus: assistant.brand.focus,
      disclosure: assistant.disclosure,
    },
    ...message,
    preferredName: null,
    history: [],
    products,
    memory: NO_MEMORY,
    fit: USUAL_FIT,
    seed: question,
  });
  return { passages: served.knowledge?.search(question.replaceAll('\n', ' '), limit) ?? [], reply };
}
