import { z } from 'zod';
import { citation, MAX_IMAGES, safetyLevel } from './chat.ts';
import { messageStatus } from './conversations.ts';
import { id, isStorableText, MAX_MESSAGE_LENGTH } from './primitives.ts';

/**
 * The part of OpenAI's chat completions API that is served here, so that its clients work as they are.
 * https://platform.openai.com/docs/api-reference/chat
 */

const MAX_MESSAGES = 4_096;

const contentPart = z.discriminatedUnion(
  'type',
  [
    z.looseObject({ type: z.literal('text'), text: z.string() }),
    z.looseObject({ type: z.literal('refusal'), refusal: z.string() }),
    z.looseObject({ type: z.literal('image_url'), image_url: z.looseObject({ url: z.string() }) }),
  ],
  { error: 'must be a text or an image_url part: nothing else is read here' },
);

/** A message of the history the client keeps. Content that is a string is one text part. */
const chatMessage = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant'], {
    error: 'must be system, developer, user or assistant: tools are not called here',
  }),
  content: z
    .preprocess(
      (content) => (typeof content === 'string' ? [{ type: 'text', text: content }] : content),
      z.array(contentPart, { error: 'must be a string or a list of parts' }).max(64).nullish(),
    )
    .meta({ description: 'A string, or a list of text and image_url parts' }),
});
export type OpenAiMessage = z.infer<typeof chatMessage>;

/** A parameter that would change what a reply is; only values that ask for nothing are taken. */
const unsupported = (asksForNothing: (value: unknown) => boolean, message: string) =>
  z
    .unknown()
    .refine((value) => value === undefined || value === null || asksForNothing(value), { message })
    .optional()
    .meta({ description: 'Not supported: leave it out' });
/** A parameter that many clients always send. It changes nothing: the assistant has its own. */
const ignored = z.unknown().optional().meta({ description: 'Accepted; changes nothing' });

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const isNoToolChoice = (value: unknown): boolean => value === 'none' || value === 'auto';
const isOfTypeText = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'text';
const isTextOnly = (value: unknown): boolean => Array.isArray(value) && value.every((each) => each === 'text');

const NO_TOOLS = 'is not supported: an assistant calls none of your tools';

/** What may be asked. Unknown parameters are accepted and ignored: OpenAI's clients send new ones before we know them. */
export const openAiChatBody = z
  .looseObject({
    model: z.string().min(1).max(200).meta({ description: "An assistant's id, as GET /v1/models lists them" }),
    messages: z.array(chatMessage).min(1).max(MAX_MESSAGES),
    stream: z.boolean().nullish(),
    stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
    n: unsupported((value) => value === 1, 'must be 1: there is one reply'),
    tools: unsupported(isEmptyList, NO_TOOLS),
    tool_choice: unsupported(isNoToolChoice, NO_TOOLS),
    functions: unsupported(isEmptyList, NO_TOOLS),
    function_call: unsupported(isNoToolChoice, NO_TOOLS),
    logprobs: unsupported((value) => value === false, 'is not supported: leave it out or send false'),
    top_logprobs: unsupported((value) => value === 0, 'is not supported: leave it out'),
    modalities: unsupported(isTextOnly, 'must be ["text"]: replies are text'),
    audio: unsupported(() => false, 'is not supported: replies are text'),
    web_search_options: unsupported(() => false, 'is not supported: an assistant searches its own knowledge only'),
    response_format: unsupported(isOfTypeText, 'must be {"type":"text"}: replies are text for a person to read'),
    temperature: ignored,
    top_p: ignored,
    max_tokens: ignored,
    max_completion_tokens: ignored,
    presence_penalty: ignored,
    frequency_penalty: ignored,
    stop: ignored,
    seed: ignored,
    user: ignored,
    metadata: ignored,
    store: ignored,
  })
  .superRefine(({ messages }, context) => {
    const at = messages.findLastIndex(({ role }) => role === 'user' || role === 'assistant');
    const last = messages[at];
    if (last === undefined || last.role !== 'user') {
      context.addIssue({ code: 'custom', path: ['messages'], message: 'must end with a message of role user' });
      return;
    }
    const fault = faultOfQuestion(last);
    if (fault !== null) context.addIssue({ code: 'custom', path: ['messages', at, 'content'], message: fault });
  });
export type OpenAiChatBody = z.infer<typeof openAiChatBody>;

/** The text of a message: its text parts, joined as they are. */
export const openAiTextOf = ({ content }: OpenAiMessage): string =>
  (content ?? [])
    .map((part) => (part.type === 'text' ? part.text : part.type === 'refusal' ? part.refusal : ''))
    .join('');

/** A message's pictures, each with its place among the parts. */
export const openAiImagesOf = ({ content }: OpenAiMessage): { readonly url: string; readonly part: number }[] =>
  (content ?? []).flatMap((each, part) => (each.type === 'image_url' ? [{ url: each.image_url.url, part }] : []));

/**
 * What is wrong with the message that is to be answered. Those before it are only context and may be anything; what its
 * pictures hold is looked at where they are read.
 */
function faultOfQuestion(question: OpenAiMessage): string | null {
  const text = openAiTextOf(question);
  if (text.trim() === '') return 'must hold text and more than white space';
  if (text.length > MAX_MESSAGE_LENGTH) return `must hold at most ${MAX_MESSAGE_LENGTH} characters of text`;
  if (!isStorableText(text)) return 'must not contain NUL or lone surrogate code units';
  if (openAiImagesOf(question).length > MAX_IMAGES) return `must hold at most ${MAX_IMAGES} images`;
  return null;
}

/** Tokens of the attempt that was the reply; zeros when no vendor's model wrote it. */
export const openAiUsage = z.object({
  prompt_tokens: z.int().nonnegative(),
  completion_tokens: z.int().nonnegative(),
  total_tokens: z.int().nonnegative(),
  prompt_tokens_details: z.object({ cached_tokens: z.int().nonnegative() }),
  completion_tokens_details: z.object({ reasoning_tokens: z.int().nonnegative() }),
});
export type OpenAiUsage = z.infer<typeof openAiUsage>;

/** What this platform knows of a reply and OpenAI's form has no place for. */
export const openAiExtras = z.object({
  conversationId: id,
  messageId: id,
  status: messageStatus,
  citations: z.array(citation),
  safety: safetyLevel,
});

/** An answer that is not streamed. Times are in seconds since 1970. */
export const openAiCompletion = z.object({
  id: z.string(),
  object: z.literal('chat.completion'),
  created: z.int(),
  model: z.string(),
  choices: z.array(
    z.object({
      index: z.literal(0),
      message: z.object({ role: z.literal('assistant'), content: z.string(), refusal: z.null() }),
      finish_reason: z.literal('stop'),
      logprobs: z.null(),
    }),
  ),
  usage: openAiUsage,
  rapport: openAiExtras,
});
export type OpenAiCompletion = z.infer<typeof openAiCompletion>;

/** One event of a streamed answer. `usage` is there only when the client asked for it. */
export interface OpenAiChunk {
  readonly id: string;
  readonly object: 'chat.completion.chunk';
  readonly created: number;
  readonly model: string;
  readonly choices: readonly {
    readonly index: 0;
    readonly delta: { readonly role?: 'assistant'; readonly content?: string; readonly refusal?: null };
    readonly finish_reason: 'stop' | null;
    readonly logprobs: null;
  }[];
  readonly usage?: OpenAiUsage | null;
  readonly rapport?: z.infer<typeof openAiExtras>;
}

/** An assistant as a model. `created` is always 0: an assistant has no birthday. */
export const openAiModel = z.object({
  id: z.string(),
  object: z.literal('model'),
  created: z.int(),
  owned_by: z.string(),
});
export const openAiModelList = z.object({ object: z.literal('list'), data: z.array(openAiModel) });
export const openAiModelPath = z.strictObject({ model: z.string().max(200) });

/** The form of every error under `/v1/`. https://platform.openai.com/docs/guides/error-codes */
export const openAiError = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    /** The parameter that is wrong, such as `messages[0].content`. */
    param: z.string().nullable(),
    code: z.string().nullable(),
  }),
});
export type OpenAiError = z.infer<typeof openAiError>;
