import { promptText } from '../prompts/fencing.ts';
import { clean, plain, unambiguous } from '../understanding/text.ts';

/**
 * What a reply hangs on. Two turns with equal keys may be given the same words; whatever else shaped a reply makes it
 * uncacheable. Knowledge, prompt and chain are versions: what was answered from older ones is never found again.
 */
export interface CacheKey {
  readonly brand: string;
  readonly assistant: string;
  /** The person's locale, such as `en-GB`: spelling, units and helplines follow it. */
  readonly locale: string;
  /** The language of the question, as `understand` read it. */
  readonly language: string;
  /** Null unless it shaped the reply; so is the stage and the variant of a trial. */
  readonly persona: string | null;
  readonly journeyStage: string | null;
  readonly variant: string | null;
  readonly knowledgeVersion: string;
  readonly promptVersion: string;
  /** Hash of the words that the assistant's definition fills its prompt with, such as its name and the brand's. */
  readonly wordsVersion: string;
  /** The models that may answer, in order, such as their ids joined. */
  readonly chainVersion: string;
  /** As {@link normaliseQuestion} leaves it. */
  readonly question: string;
  /** Whether a question that means the same may answer. No part of what the key stands for: the question decides it. */
  readonly allowsNear: boolean;
}

/**
 * A question as the cache tells questions apart: cleaned of what readers don't see, lower case, one space between words,
 * no apostrophes and no marks at its end. It is read as the prompt has it, so that nothing reaches a model which the key
 * doesn't tell.
 */
export function normaliseQuestion(text: string): string {
  return plain(unambiguous(clean(promptText(text)))).replace(/[\s?!.…。！？؟]+$/u, '');
}

/** All of the key but its question, as one text: only questions of one scope are ever compared. */
export function scopeText(key: CacheKey): string {
  return JSON.stringify([
    key.brand,
    key.assistant,
    key.locale,
    key.language,
    key.persona,
    key.journeyStage,
    key.variant,
    key.knowledgeVersion,
    key.promptVersion,
    key.wordsVersion,
    key.chainVersion,
  ]);
}

/** The whole key as one text, equal for equal keys and for no others. */
export function keyText(key: CacheKey): string {
  return `${scopeText(key)}${key.question}`;
}
