import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import { blockOf, fillSection, type PromptSection } from '../assistants/prompt-sections.ts';
import type { Passage } from '../knowledge/passage.ts';
import { MINOR_INSTRUCTIONS } from '../safety/minors.ts';
import { blockText, dataOf, passageData } from './prompt-blocks.ts';
import { type PromptInput, type PromptParts, type WrittenPrompt, wordsOf } from './prompt-parts.ts';
import { estimateTokens } from './token-estimate.ts';

/** Tokens, estimated, and bytes as JSON in UTF-8, which is how a prompt leaves. */
export interface Size {
  readonly tokens: number;
  readonly bytes: number;
}

/** What a vendor's JSON frames one message with: role, braces, commas. */
const FRAME: Size = { tokens: 4, bytes: 32 };
export const SECTION_SEPARATOR = '\n\n';
const NOTHING: Size = { tokens: 0, bytes: 0 };

const plus = (one: Size, other: Size): Size => ({ tokens: one.tokens + other.tokens, bytes: one.bytes + other.bytes });

const sizeOfText = (text: string): Size => ({
  tokens: estimateTokens(text),
  bytes: Buffer.byteLength(JSON.stringify(text)),
});

const MINOR_SIZE: Size = sizeOfText(`${SECTION_SEPARATOR}${MINOR_INSTRUCTIONS}`);

/** The size of a prompt of these parts: the sum of theirs, so that what is cut can be taken off. Never too low in bytes. */
export function sizeOfPrompt(input: PromptInput, { sections, passages, history }: PromptParts): Size {
  return [
    ...sections.map((section) => sizeOfSection(input, section, passages)),
    ...history.map(({ text }) => sizeOfMessage(text)),
    sizeOfMessage(input.message),
    input.isMinor ? MINOR_SIZE : NOTHING,
    // The instructions are framed like a message.
    FRAME,
  ].reduce(plus, NOTHING);
}

/** Bytes of a written prompt, measured and not summed up: at most what {@link sizeOfPrompt} says of its parts. */
export function bytesOfPrompt({ instructions, messages }: WrittenPrompt): number {
  const texts = [instructions, ...messages.map(({ text }) => text)];
  return texts.reduce((bytes, text) => bytes + Buffer.byteLength(JSON.stringify(text)) + FRAME.bytes, 0);
}

export function sizeOfMessage(text: string): Size {
  return plus(sizeOfText(text), FRAME);
}

/** A section with the block it holds, showing `passages` where that is its block. */
export function sizeOfSection(input: PromptInput, section: PromptSection, passages: readonly Passage[]): Size {
  const block = blockOf(section);
  const unfilled = sizeOfUnfilled(input.assistant, section);
  if (block === null) return unfilled;
  if (block === 'passages') return passages.map(sizeOfPassage).reduce(plus, unfilled);
  return plus(unfilled, sizeOfText(blockText(block, dataOf(block, input))));
}

/** What is the same every turn is measured once. */
const unfilledSizes = new WeakMap<AssistantDefinition, Map<PromptSection, Size>>();
function sizeOfUnfilled(assistant: AssistantDefinition, section: PromptSection): Size {
  const sizes = unfilledSizes.get(assistant) ?? new Map<PromptSection, Size>();
  unfilledSizes.set(assistant, sizes);
  const known = sizes.get(section);
  if (known !== undefined) return known;
  const size = sizeOfText(`${fillSection(section.text, wordsOf(assistant))}${SECTION_SEPARATOR}`);
  sizes.set(section, size);
  return size;
}

const passageSizes = new WeakMap<Passage, Size>();
export function sizeOfPassage(passage: Passage): Size {
  const known = passageSizes.get(passage);
  if (known !== undefined) return known;
  const size = sizeOfText(`${blockText('passages', [passageData(passage)])}\n`);
  passageSizes.set(passage, size);
  return size;
}
