import { createHash } from 'node:crypto';
import { blockOf, fillSection, type PromptSection } from '../assistants/prompt-sections.ts';
import { productData } from '../catalogue/advice-texts.ts';
import type { Product } from '../catalogue/product.ts';
import { knowledgeVersion } from '../knowledge/load.ts';
import type { Passage } from '../knowledge/passage.ts';
import type { ModelMessage } from '../models/language-model.ts';
import { MINOR_INSTRUCTIONS } from '../safety/minors.ts';
import { chooseParts } from './choose-parts.ts';
import { fenceCode, promptText } from './fencing.ts';
import { blockText, dataOf } from './prompt-blocks.ts';
import type { PromptMemory } from './prompt-memory.ts';
import {
  type HistoryMessage,
  type PromptInput,
  type PromptParts,
  type WrittenPrompt,
  wordsOf,
} from './prompt-parts.ts';
import { PROMPT_FORMAT, type PromptBudget, type PromptRecord, type SectionSize } from './prompt-record.ts';
import { bytesOfPrompt, SECTION_SEPARATOR, type Size, sizeOfSection } from './prompt-size.ts';

/**
 * What a prompt may take unless told: within the smallest allowance of the vendors' free tiers, 8,000 tokens a minute
 * (https://console.groq.com/docs/rate-limits, November 2026), with room for the reply.
 */
export const DEFAULT_PROMPT_BUDGET: PromptBudget = { tokens: 6_000, bytes: 48 * 1_024, historyMessages: 20 };

/** Vendors refuse an empty message; one of invisible characters, or of pictures alone, has no words. */
const NO_WORDS = '(no words)';

export interface AssembledPrompt extends WrittenPrompt {
  readonly estimatedInputTokens: number;
  /** As JSON in UTF-8, pictures aside. */
  readonly bytes: number;
  /** To be stored beside the turn. */
  readonly record: PromptRecord;
}

/**
 * The prompt of one turn: the assistant's sections with what the turn fills in, the conversation's tail and the message,
 * within a budget. Pure. What is cut goes by priority: older messages from the oldest, passages from the worst, sections
 * that may go. The message, sections of priority 1 and the best passage of a kept section stay, even where they alone
 * are over the budget.
 *
 * @throws RangeError for a budget below 1 token or byte, or below 0 messages.
 */
export function assemblePrompt(input: PromptInput, budget: PromptBudget = DEFAULT_PROMPT_BUDGET): AssembledPrompt {
  checkBudget(budget);
  const cleaned = withCleanWords(input);
  const given = givenParts(cleaned, budget);
  const { parts: chosen, size } = chooseParts(cleaned, given, budget);
  const written = write(cleaned, chosen);
  return {
    ...written,
    estimatedInputTokens: size.tokens,
    bytes: size.bytes,
    record: recordOf(cleaned, given, chosen, budget, size, promptHash(written)),
  };
}

/**
 * The same turn's prompt in half the room that `earlier` took, for a vendor that finds it too large; null when only what
 * is never cut is left.
 */
export function shrinkPrompt(
  input: PromptInput,
  earlier: WrittenPrompt & { readonly estimatedInputTokens: number },
  budget: PromptBudget = DEFAULT_PROMPT_BUDGET,
): AssembledPrompt | null {
  const half = (value: number) => Math.max(1, Math.floor(value / 2));
  const bytes = bytesOfPrompt(earlier);
  const shrunk = assemblePrompt(input, { ...budget, tokens: half(earlier.estimatedInputTokens), bytes: half(bytes) });
  return bytesOfPrompt(shrunk) < bytes ? { ...shrunk, record: { ...shrunk.record, shrunk: true } } : null;
}

/** A prompt of exactly these parts, whatever its size. */
export function writePrompt(input: PromptInput, parts: PromptParts): WrittenPrompt {
  return write(withCleanWords(input), { ...parts, history: parts.history.map(withCleanText) });
}

/** SHA-256 of a prompt, in hexadecimal: two are the same to the byte when theirs are. */
export function promptHash({ instructions, messages }: WrittenPrompt): string {
  const content = JSON.stringify([instructions, messages.map(({ role, text }) => [role, text])]);
  return createHash('sha256').update(content).digest('hex');
}

function withCleanWords(input: PromptInput): PromptInput {
  const message = promptText(input.message);
  return {
    ...input,
    message: message.trim() === '' ? NO_WORDS : message,
    history: input.history.map(withCleanText),
  };
}

function withCleanText(message: HistoryMessage): HistoryMessage {
  return { ...message, text: promptText(message.text) };
}

/** All that could be in the prompt were there no budget. */
function givenParts(input: PromptInput, { historyMessages }: PromptBudget): PromptParts {
  const sections = input.assistant.promptSections.filter((section) => applies(section, input));
  return {
    sections,
    passages: sections.some((section) => blockOf(section) === 'passages') ? input.passages : [],
    history: input.history.slice(Math.max(0, input.history.length - historyMessages)).filter(hasWords),
  };
}

/** A cancelled reply may be stored with no words, and vendors refuse an empty message. */
const hasWords = ({ text }: HistoryMessage): boolean => text.trim() !== '';

function applies(section: PromptSection, input: PromptInput): boolean {
  switch (section.when) {
    case 'no-passages':
      return input.passages.length === 0;
    case 'pictures':
      return input.pictures > 0;
    case 'answered-below':
      return input.answeredBelow === true;
    default: {
      const block = blockOf(section);
      return block === null || dataOf(block, input).length > 0;
    }
  }
}

/** Instructions in the order of the sections, every fence with one code that none of the data holds; then the messages. */
function write(input: PromptInput, { sections, passages, history }: PromptParts): WrittenPrompt {
  const messages: ModelMessage[] = [
    ...history.map(({ role, text }) => ({ role, text })),
    { role: 'user', text: input.message },
  ];
  const filled = sections.map((section) => {
    const block = blockOf(section);
    return { section, block, data: block === null ? [] : dataOf(block, { ...input, passages }) };
  });
  const words = wordsOf(input.assistant);
  const code = fenceCode([...filled.flatMap(({ data }) => data), ...messages.map(({ text }) => text)]);
  const texts = filled.map(({ section, block, data }) =>
    fillSection(section.text, block === null ? words : { ...words, [block]: blockText(block, data, code) }),
  );
  if (input.isMinor) texts.push(MINOR_INSTRUCTIONS);
  return { instructions: texts.join(SECTION_SEPARATOR), messages };
}

function recordOf(
  input: PromptInput,
  given: PromptParts,
  chosen: PromptParts,
  budget: PromptBudget,
  size: Size,
  sha256: string,
): PromptRecord {
  const sizes = (sections: readonly PromptSection[], passages: readonly Passage[]): SectionSize[] =>
    sections.map((section) => ({ id: section.id, tokens: sizeOfSection(input, section, passages).tokens }));
  return {
    format: PROMPT_FORMAT,
    shrunk: false,
    promptVersion: input.assistant.promptVersion,
    sections: {
      used: sizes(chosen.sections, chosen.passages),
      cut: sizes(without(given.sections, chosen.sections), given.passages),
    },
    passages: {
      used: chosen.passages.map(({ id }) => id),
      cut: without(given.passages, chosen.passages).map(({ id }) => id),
      version: chosen.passages.length === 0 ? null : knowledgeVersion(chosen.passages),
    },
    products: productsRecord(chosen.sections.some((section) => blockOf(section) === 'products') ? input.products : []),
    history: {
      used: sequencesOf(chosen.history),
      cut: sequencesOf(without(input.history, chosen.history)),
      brought: chosen.history.filter(({ sequence }) => sequence === undefined).length,
    },
    memories: memoriesRecord(chosen.sections.some((section) => blockOf(section) === 'memories') ? input.memories : []),
    preferredName: input.preferredName,
    stage: input.stage?.id ?? null,
    persona: input.persona?.id ?? null,
    hair: chosen.sections.some((section) => blockOf(section) === 'hair') ? input.hair.map(({ id }) => id) : [],
    advice: chosen.sections.some((section) => blockOf(section) === 'advice')
      ? input.advice.map(({ id, reportId }) => ({ id, reportId }))
      : [],
    moment: input.moment,
    pictures: input.pictures,
    isMinor: input.isMinor,
    budget,
    estimatedInputTokens: size.tokens,
    bytes: size.bytes,
    sha256,
  };
}

const productsRecord = (products: readonly Product[]): PromptRecord['products'] => ({
  used: products.map(({ id }) => id),
  version: productsVersion(products),
});

/** Hash of what products say, 16 hexadecimal digits of a SHA-256; null when there are none. */
export function productsVersion(products: readonly Product[]): string | null {
  if (products.length === 0) return null;
  return createHash('sha256')
    .update(JSON.stringify(products.map(productData)))
    .digest('hex')
    .slice(0, 16);
}

const memoriesRecord = (memories: readonly PromptMemory[]): PromptRecord['memories'] => ({
  used: memories.map(({ id, isQuote }) => ({ id, isQuote })),
  version: memoriesVersion(memories),
});

/** Hash of what memories say, 16 hexadecimal digits of a SHA-256; null when there are none. */
export function memoriesVersion(memories: readonly PromptMemory[]): string | null {
  if (memories.length === 0) return null;
  const said = memories.map((memory) => [memory.said, memory.saidOn]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

const without = <Part>(parts: readonly Part[], kept: readonly Part[]): Part[] =>
  parts.filter((part) => !kept.includes(part));

const sequencesOf = (history: readonly HistoryMessage[]): number[] =>
  history.flatMap(({ sequence }) => (sequence === undefined ? [] : [sequence]));

function checkBudget({ tokens, bytes, historyMessages }: PromptBudget): void {
  if (!(tokens >= 1)) throw new RangeError(`a prompt's budget must be 1 token or more, not ${tokens}`);
  if (!(bytes >= 1)) throw new RangeError(`a prompt's budget must be 1 byte or more, not ${bytes}`);
  if (!(historyMessages >= 0)) {
    throw new RangeError(`a prompt's earlier messages must be 0 or more, not ${historyMessages}`);
  }
}
