import { createHash } from 'node:crypto';
import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import { wordsOf } from '../prompts/prompt-parts.ts';

/** What caching hangs on in an assistant's definition. */
export type AssistantFacts = Pick<AssistantDefinition, 'id' | 'kind' | 'name' | 'brand' | 'disclosure' | 'knowledge'>;

interface AssistantWords {
  readonly version: string;
  readonly familiar: ReadonlySet<string>;
}

/** A definition is the same object every turn, so it is read once. */
const read = new WeakMap<AssistantFacts, AssistantWords>();

/** Hash of what fills the prompt's words: an assistant whose brand is renamed has nothing that was said before. */
export function wordsVersionOf(assistant: AssistantFacts): string {
  return readingOf(assistant).version;
}

/** Lower-case words that are the subject's here and nobody's name: of the brand, the assistant and the synonyms. */
export function familiarWords(assistant: AssistantFacts): ReadonlySet<string> {
  return readingOf(assistant).familiar;
}

function readingOf(assistant: AssistantFacts): AssistantWords {
  const known = read.get(assistant);
  if (known !== undefined) return known;
  const words = wordsOf(assistant);
  const synonyms = (assistant.knowledge?.synonyms ?? []).flatMap(({ term, forms }) => [term, ...forms]);
  const texts = [assistant.name, assistant.brand.name, assistant.brand.focus, ...synonyms];
  const made = {
    version: createHash('sha256').update(JSON.stringify(words)).digest('base64url'),
    familiar: new Set(texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))),
  };
  read.set(assistant, made);
  return made;
}
