import type { FinishReason, TokenUsage } from '@rapport/core/models/language-model.ts';
import { countIn, hasBrokenCount, type JsonObject, objectIn, objectsIn, textIn } from '../json.ts';
import type { AnswerPiece } from '../vendor.ts';

/** Reads a `GenerateContentResponse`, whole or a stream's chunk: https://ai.google.dev/api/generate-content */
export function readGooglePiece(document: JsonObject): AnswerPiece {
  const [candidate] = objectsIn(document, 'candidates');
  const parts = objectsIn(objectIn(candidate ?? null, 'content'), 'parts');
  const isBlocked = isPromptBlocked(objectIn(document, 'promptFeedback'));
  return {
    text: parts.map((part) => (part.thought === true ? '' : (textIn(part, 'text') ?? ''))).join(''),
    finish: isBlocked ? 'filter' : finishReason(textIn(candidate ?? null, 'finishReason')),
    usage: readUsage(objectIn(document, 'usageMetadata')),
    servedModel: textIn(document, 'modelVersion'),
    answerId: textIn(document, 'responseId'),
    hasBegun: parts.length > 0,
    error: errorIn(document),
  };
}

function errorIn(document: JsonObject): JsonObject | null {
  return objectIn(document, 'error') !== null || textIn(document, 'error') !== null ? document : null;
}

/** The prompt's ratings alone say nothing; a reason, or only its sentence, says that nothing will be answered. */
function isPromptBlocked(feedback: JsonObject | null): boolean {
  return textIn(feedback, 'blockReason') !== null || textIn(feedback, 'blockReasonMessage') !== null;
}

/** Reasons that say nothing about the text: the model wanted a tool, which it was never offered, or stumbled. */
const OTHER_REASONS: ReadonlySet<string> = new Set([
  'FINISH_REASON_UNSPECIFIED',
  'MALFORMED_FUNCTION_CALL',
  'MALFORMED_RESPONSE',
  'MISSING_THOUGHT_SIGNATURE',
  'NO_IMAGE',
  'TOO_MANY_TOOL_CALLS',
  'UNEXPECTED_TOOL_CALL',
]);

/**
 * SAFETY, RECITATION, BLOCKLIST, PROHIBITED_CONTENT, SPII, LANGUAGE, OTHER, and what comes to be invented, all mean
 * that Google kept the rest: an unknown reason is no reason to take the text for whole.
 */
function finishReason(reason: string | null): FinishReason | null {
  if (reason === null) return null;
  if (reason === 'STOP') return 'stop';
  // CONTINUATION asks to be asked again for the rest, which the chain does not.
  if (reason === 'MAX_TOKENS' || reason === 'CONTINUATION') return 'length';
  return OTHER_REASONS.has(reason) ? 'other' : 'filter';
}

const COUNTS = ['promptTokenCount', 'candidatesTokenCount', 'thoughtsTokenCount', 'toolUsePromptTokenCount'];

/** Thoughts are counted beside the candidates' tokens, what tools put into the prompt beside the prompt's. */
function readUsage(usage: JsonObject | null): TokenUsage | null {
  const prompt = countIn(usage, 'promptTokenCount');
  const candidates = countIn(usage, 'candidatesTokenCount');
  const reasoning = countIn(usage, 'thoughtsTokenCount') ?? 0;
  if ((prompt === null && candidates === null) || hasBrokenCount(usage, COUNTS)) return null;
  const input = (prompt ?? 0) + (countIn(usage, 'toolUsePromptTokenCount') ?? 0);
  const cachedInput = Math.min(countIn(usage, 'cachedContentTokenCount') ?? 0, input);
  return { input, cachedInput, output: (candidates ?? 0) + reasoning, reasoning };
}
