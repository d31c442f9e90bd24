import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import type { StageDefinition } from '../assistants/journey-definition.ts';
import type { PersonaDefinition } from '../assistants/personas-definition.ts';
import type { PromptSection } from '../assistants/prompt-sections.ts';
import type { Product } from '../catalogue/product.ts';
import type { Passage } from '../knowledge/passage.ts';
import type { ModelMessage } from '../models/language-model.ts';
import type { Summary } from '../understanding/summary.ts';
import type { Moment } from './prompt-blocks.ts';
import type { PromptAdvice } from './prompt-advice.ts';
import type { PromptHair } from './prompt-hair.ts';
import type { PromptMemory } from './prompt-memory.ts';

/** An earlier message. `sequence` is its place in the conversation; absent for what a caller brought along. */
export interface HistoryMessage extends ModelMessage {
  readonly sequence?: number;
}

/** What one turn gives its prompt. */
export interface PromptInput {
  readonly assistant: AssistantDefinition;
  /** What to call the person; null while unknown. */
  readonly preferredName: string | null;
  readonly summary: Summary;
  /** Passages found for the message, best first. */
  readonly passages: readonly Passage[];
  /** Products that fit or that the message names, best first. */
  readonly products: readonly Product[];
  /** What is remembered of them and may matter here, best first. */
  readonly memories: readonly PromptMemory[];
  /** Where they are on the assistant's journey, and who they come across as; null while unknown. */
  readonly stage: StageDefinition | null;
  readonly persona: PersonaDefinition | null;
  /** What they told of their hair. */
  readonly hair: readonly PromptHair[];
  /** What they were advised before and what came of it. */
  readonly advice: readonly PromptAdvice[];
  /** The conversation's tail before the message, oldest first. */
  readonly history: readonly HistoryMessage[];
  /** The person's message as they wrote it. Never cut. */
  readonly message: string;
  /** How many pictures came with it. */
  readonly pictures: number;
  readonly moment: Moment;
  /** Whether they are under 18: the prompt then says how to talk with them. */
  readonly isMinor: boolean;
  /** Whether part of the message is answered from the assistant's data, under the model's words; absent: none is. */
  readonly answeredBelow?: boolean;
}

/** The parts a prompt is made of. */
export interface PromptParts {
  readonly sections: readonly PromptSection[];
  /** Best first. */
  readonly passages: readonly Passage[];
  /** Oldest first. */
  readonly history: readonly HistoryMessage[];
}

/** What leaves for a vendor. */
export interface WrittenPrompt {
  readonly instructions: string;
  /** Earlier messages and, last, the person's. */
  readonly messages: readonly ModelMessage[];
}

/** The words of its own definition that an assistant's sections leave open. */
export function wordsOf({
  name,
  brand,
  disclosure,
}: Pick<AssistantDefinition, 'name' | 'brand' | 'disclosure'>): Readonly<Record<string, string>> {
  return { assistant: name, brand: brand.name, focus: brand.focus, disclosure };
}
