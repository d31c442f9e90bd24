import {
  type Call,
  type Dialect,
  type Ending,
  isObject,
  type JsonObject,
  listIn,
  numberIn,
  objectIn,
  type Piece,
  type Reply,
  textIn,
} from './vendor.ts';

/** Where one vendor's chat completions differ from another's. */
export interface ChatFlavour {
  /** Prefix of the ids. */
  readonly idPrefix: string;
  /** The first delta beside its role. */
  readonly firstDelta: JsonObject;
  /** In every choice of a chunk. */
  readonly choice: JsonObject;
  /** Whether a choice without an end says `finish_reason: null` or nothing. */
  readonly saysNullFinish: boolean;
  /** A delta, or fields of a message, that carries thoughts; null where they stay hidden. */
  thought(text: string): JsonObject | null;
  usage(reply: Reply): JsonObject;
  /** Beside the choices: of every chunk, of the first, of the one with the finish reason, and of a whole reply. */
  extras(reply: Reply, place: 'first' | 'middle' | 'last' | 'whole'): JsonObject;
  /** The event for an error inside the stream. */
  errorEvent(model: string): string;
  /** The body of status 200 when a reply that is not streamed is an error. */
  errorBody(model: string): string;
}

const FINISH_REASONS: Readonly<Record<Ending, string | null>> = {
  stop: 'stop',
  length: 'length',
  filter: 'content_filter',
  none: null,
  error: null,
};

const THOUGHT = 'Weighing what was asked.';

/** Usage comes in a chunk of its own, and only when asked for. */
export const asksUsage = (reply: Reply): boolean => objectIn(reply.request, 'stream_options').include_usage === true;

/** OpenAI's chat format in one vendor's flavour: https://platform.openai.com/docs/api-reference/chat */
export function chatCompletions(flavour: ChatFlavour): Dialect {
  const head = (reply: Reply, object: string): JsonObject => ({
    id: `${flavour.idPrefix}${reply.id}`,
    object,
    created: reply.created,
    model: reply.model,
  });

  const event = (json: JsonObject, isToken = false): Piece => ({ text: `data: ${JSON.stringify(json)}\n\n`, isToken });

  const chunk = (reply: Reply, delta: JsonObject, place: 'first' | 'middle' | 'last'): JsonObject => {
    const finishReason = place === 'last' ? FINISH_REASONS[reply.ending] : null;
    return {
      ...head(reply, 'chat.completion.chunk'),
      choices: [
        {
          index: 0,
          delta,
          ...flavour.choice,
          ...((finishReason !== null || flavour.saysNullFinish) && { finish_reason: finishReason }),
        },
      ],
      ...flavour.extras(reply, place),
    };
  };

  const ending = (reply: Reply): readonly Piece[] => {
    if (reply.ending === 'none') return [];
    if (reply.ending === 'error') return [{ text: flavour.errorEvent(reply.model), isToken: false }];
    const usage = { ...head(reply, 'chat.completion.chunk'), choices: [], usage: flavour.usage(reply) };
    return [
      event(chunk(reply, {}, 'last')),
      ...(asksUsage(reply) ? [event(usage)] : []),
      { text: 'data: [DONE]\n\n', isToken: false },
    ];
  };

  return {
    whole: (reply) => {
      if (reply.ending === 'error') return flavour.errorBody(reply.model);
      const thought = reply.thoughtTokens > 0 ? flavour.thought(THOUGHT) : null;
      const message = { role: 'assistant', content: reply.tokens.join(''), ...thought };
      return JSON.stringify({
        ...head(reply, 'chat.completion'),
        choices: [{ index: 0, message, ...flavour.choice, finish_reason: FINISH_REASONS[reply.ending] }],
        usage: flavour.usage(reply),
        ...flavour.extras(reply, 'whole'),
      });
    },
    pieces: (reply) => {
      // Where an error is the first event, nothing comes before it.
      if (reply.ending === 'error' && reply.tokens.length === 0) return ending(reply);
      const thought = reply.thoughtTokens > 0 ? flavour.thought(THOUGHT) : null;
      return [
        event(chunk(reply, { role: 'assistant', ...flavour.firstDelta }, 'first')),
        ...(thought === null ? [] : [event(chunk(reply, thought, 'middle'))]),
        ...reply.tokens.map((content) => event(chunk(reply, { content }, 'middle'), true)),
        ...ending(reply),
      ];
    },
  };
}

/** A request for chat completions; null when the path is another. */
export function readChatCall(dialect: Dialect, path: string, body: JsonObject): Call | null {
  if (path !== '/chat/completions') return null;
  const question = listIn(body, 'messages').findLast((message) => textIn(message, 'role') === 'user');
  return {
    dialect,
    model: textIn(body, 'model'),
    streams: body.stream === true,
    question: textOf(question),
    prompt: body.messages,
    tokensMax: numberIn(body, 'max_completion_tokens', 'max_tokens'),
  };
}

function textOf(message: unknown): string {
  if (!isObject(message)) return '';
  if (typeof message.content === 'string') return message.content;
  return listIn(message, 'content')
    .map((part) => textIn(part, 'text'))
    .join('');
}
