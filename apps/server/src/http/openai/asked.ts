import type { SaidBefore } from '@rapport/core/conversations/openai-threads.ts';
import { type OpenAiChatBody, openAiImagesOf, openAiTextOf } from '@rapport/wire';

/** What a request says: the message to answer, and all that was said before it. */
export interface Asked {
  readonly text: string;
  /** References to pictures, each with its place in the body. */
  readonly images: readonly { readonly url: string; readonly path: string }[];
  readonly history: readonly SaidBefore[];
}

/**
 * Reads a request's messages. Those of role `system` and `developer` are left out: who holds a person's bearer speaks
 * as that person and gives the assistant no instructions.
 */
export function readAsked(messages: OpenAiChatBody['messages']): Asked {
  const said = messages.flatMap((message, index) =>
    message.role === 'user' || message.role === 'assistant' ? [{ message, role: message.role, index }] : [],
  );
  const question = said.at(-1);
  if (question === undefined) throw new TypeError('A request without a message to answer got past its schema');
  return {
    text: openAiTextOf(question.message),
    images: openAiImagesOf(question.message).map(({ url, part }) => ({
      url,
      path: `body.messages.${question.index}.content.${part}.image_url.url`,
    })),
    history: said.slice(0, -1).map(({ role, message }) => ({ role, text: openAiTextOf(message) })),
  };
}
