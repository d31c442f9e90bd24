import type { FinishReason } from '@rapport/core/models/language-model.ts';
import { isObject, type JsonObject, objectIn, objectsIn, textIn } from '../json.ts';
import type { AnswerPiece } from '../vendor.ts';
import { readChatUsage } from './usage.ts';

/** Reads a `chat.completion` or a `chat.completion.chunk`, as OpenAI and all who follow it write them. */
export function readChatPiece(document: JsonObject): AnswerPiece {
  const choices = objectsIn(document, 'choices');
  const choice = choices.find(({ index }) => index === 0 || index === undefined || index === null) ?? null;
  const whole = objectIn(choice, 'message');
  const message = objectIn(choice, 'delta') ?? whole;
  const groq = objectIn(document, 'x_groq');
  const wasRefused = textIn(message, 'refusal') !== null;
  return {
    text: visibleText(message?.content),
    finish: wasRefused ? 'filter' : finishReason(textIn(choice, 'finish_reason')),
    usage: readChatUsage(objectIn(document, 'usage') ?? objectIn(groq, 'usage') ?? objectIn(choice, 'usage')),
    servedModel: textIn(document, 'model'),
    answerId: textIn(document, 'id'),
    // A stream's first chunk often holds nothing but the role: what follows is missed when it does not come.
    hasBegun: message !== null && (whole === null || visibleText(whole.content) !== ''),
    error: errorIn(document, choice, groq),
  };
}

/** A text, or a list of parts of which some are text. */
function visibleText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  const parts = content.filter(isObject);
  return parts.map((part) => (part.type === 'text' ? (textIn(part, 'text') ?? '') : '')).join('');
}

/** Where each vendor puts what went wrong inside an answer of status 200. */
function errorIn(document: JsonObject, choice: JsonObject | null, groq: JsonObject | null): JsonObject | null {
  if (hasError(document)) return document;
  if (choice !== null && (hasError(choice) || BREAKDOWNS.has(choice.finish_reason))) return choice;
  if (groq !== null && hasError(groq)) return groq;
  return document.type === 'error' || document.object === 'error' ? document : null;
}

function hasError(object: JsonObject): boolean {
  return objectIn(object, 'error') !== null || textIn(object, 'error') !== null;
}

/** Reasons that say that the server gave up: OpenRouter, vLLM, DeepSeek, Zhipu. */
const BREAKDOWNS: ReadonlySet<unknown> = new Set(['error', 'abort', 'insufficient_system_resource', 'network_error']);

const FINISH_REASONS: ReadonlyMap<string, FinishReason> = new Map([
  ['stop', 'stop'],
  ['stop_sequence', 'stop'],
  ['end_turn', 'stop'],
  ['eos', 'stop'],
  ['eos_token', 'stop'],
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['max_output_tokens', 'length'],
  ['model_length', 'length'],
  // A tool was never offered: what was said before the call is no whole reply.
  ['tool_calls', 'other'],
  ['function_call', 'other'],
]);

/** `content_filter`, its kin, and reasons that nobody knows yet: the text is not to be taken for whole. */
function finishReason(reason: string | null): FinishReason | null {
  return reason === null ? null : (FINISH_REASONS.get(reason.toLowerCase()) ?? 'filter');
}
