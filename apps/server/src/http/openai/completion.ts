import type { TokenUsage } from '@rapport/core/models/language-model.ts';
import type { ChatReply, OpenAiChunk, OpenAiCompletion, OpenAiUsage } from '@rapport/wire';

/** What every part of one answer repeats. */
export interface AnswerHead {
  readonly messageId: string;
  /** The assistant's id. */
  readonly model: string;
  readonly at: Date;
}

/** A finished turn in OpenAI's form. */
export function completionOf(head: AnswerHead, reply: ChatReply, usage: TokenUsage): OpenAiCompletion {
  return {
    ...headOf(head),
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: reply.message.text, refusal: null },
        finish_reason: 'stop',
        logprobs: null,
      },
    ],
    usage: openAiUsageOf(usage),
    rapport: extrasOf(head, reply),
  };
}

/** What tells a client that the answer has begun, before there is a word of it. */
export const firstChunk = (head: AnswerHead, withUsage: boolean): OpenAiChunk =>
  chunkOf(head, { role: 'assistant', content: '', refusal: null }, withUsage);

/** The rest: the text in pieces, the end, and the usage when it was asked for. */
export function chunksOf(head: AnswerHead, reply: ChatReply, usage: TokenUsage | null): OpenAiChunk[] {
  const withUsage = usage !== null;
  const ending = chunkOf(head, {}, withUsage, 'stop');
  return [
    ...piecesOf(reply.message.text).map((content) => chunkOf(head, { content }, withUsage)),
    { ...ending, rapport: extrasOf(head, reply) },
    ...(usage === null ? [] : [{ ...ending, choices: [], usage: openAiUsageOf(usage) }]),
  ];
}

function chunkOf(
  head: AnswerHead,
  delta: OpenAiChunk['choices'][number]['delta'],
  withUsage: boolean,
  finishReason: 'stop' | null = null,
): OpenAiChunk {
  return {
    ...headOf(head),
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finishReason, logprobs: null }],
    // As OpenAI does: null in every chunk but the last of those who ask for it.
    ...(withUsage ? { usage: null } : {}),
  };
}

const headOf = ({ messageId, model, at }: AnswerHead) => ({
  id: `chatcmpl-${messageId}`,
  created: Math.floor(at.getTime() / 1_000),
  model,
});

const extrasOf = ({ messageId }: AnswerHead, { conversationId, message, citations, safety }: ChatReply) => ({
  conversationId,
  messageId,
  status: message.status,
  citations,
  safety,
});

const openAiUsageOf = ({ input, cachedInput, output, reasoning }: TokenUsage): OpenAiUsage => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
  prompt_tokens_details: { cached_tokens: cachedInput },
  completion_tokens_details: { reasoning_tokens: reasoning },
});

/** Most pieces of one text. Each is wrapped in some 200 bytes, and all are written at once. */
const MAX_PIECES = 256;

/** A text word by word, or by groups of as many words as keep the pieces few; joined, they are the text. */
function piecesOf(text: string): string[] {
  const words = text.match(/\s*\S+\s*$|\s*\S+/gu) ?? (text === '' ? [] : [text]);
  const size = Math.ceil(words.length / MAX_PIECES);
  return Array.from({ length: size === 0 ? 0 : Math.ceil(words.length / size) }, (_, index) =>
    words.slice(index * size, (index + 1) * size).join(''),
  );
}
