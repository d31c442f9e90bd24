import { MASK } from './extract/reading.ts';
import type { Statement } from './fact.ts';
import { slotOf } from './slots.ts';

/** Least confidence that is kept, 0 to 1: below it a reading is a guess. Chosen on our own labelled messages. */
export const LEAST_CONFIDENCE = 0.55;
/** Longest parts of a statement, in characters. A quote is a clause, a text a sentence, a value a few words. */
export const MAX_QUOTE = 600;
export const MAX_TEXT = 400;
export const MAX_STATEMENT_VALUE = 240;
const MAX_NAME = 80;

/** Wordings that tell an assistant what to be or do. What they say is no fact, whoever extracted it. */
const INSTRUCTIONS: readonly RegExp[] = [
  /\b(?:ignore|disregard|override|bypass|circumvent|forget|drop|discard|violate|break|suspend)\s+(?:\S+\s+){0,4}?(?:rules?|instructions?|prompts?|guidelines?|polic(?:y|ies)|guardrails?|restrictions?|safety|training|programming|filters?|constraints?|persona)\b/i,
  /\b(?:from now on|henceforth|from this point(?: on| forward)?|going forward|starting now|for the rest of this (?:chat|conversation))\b[^.!?\n]{0,40}\byou(?:r|'re|'ll)?\b/i,
  /\byou\s+(?:must|shall|should|have to|need to|are to|will|can only|may only|are required to|are allowed to|are not allowed to|ought to)\s+(?:now\s+|always\s+|never\s+|not\s+|only\s+|from now on\s+)*(?:answer|reply|respond|say|call|speak|talk|act|behave|obey|pretend|reveal|tell|write|use|refuse|comply|be|do|follow|agree|give|ignore|start|end|output|print|treat|address|remember|believe|stop)\b/i,
  /\b(?:always|never|only)\s+(?:answer|reply|respond|speak|obey|comply|refuse|output|print|address me|call me|end|start|begin)\b/i,
  /^\s*(?:please\s+)?(?:act|behave|pretend|respond|reply|answer|speak|talk)\s+(?:as|like|only|in|with)\b/i,
  /\byou\s*(?:are|'re)\s+(?:now|no longer|hereby|actually|going to be|free|allowed|permitted|authori[sz]ed|unrestricted|jailbroken|dan)\b/i,
  /\b(?:system prompt|developer mode|jailbreak|dan mode|do anything now|sudo|admin mode|god mode|root access|hidden prompt|prompt injection)\b/i,
  /(?:^|\n)\s*(?:system|assistant|user|developer|tool|human|ai)\s*:/i,
  /<\/?(?:system|assistant|user|instructions?|prompt|tool|memory|script)\b|\[\/?(?:inst|system)\]|<\|[a-z_]+\|>|\{\{|\bbegin (?:system|instructions)\b/i,
  /\b(?:i am|i'm|im|this is|as) (?:your |the |an? )?(?:developer|creator|administrator|admin|owner|operator|programmer|openai|google|anthropic|system administrator)\b[^.!?\n]{0,60}\b(?:you|your|access|override|reveal|unlock|grant|rules?)\b/i,
  /\b(?:reveal|print|show|output|repeat|leak|dump)\s+(?:me\s+)?(?:your|the)\s+(?:system|hidden|secret|initial|internal|prompt|instructions|rules|memory|memories)\b/i,
  /\byour (?:new |real |true |only )?(?:rules?|instructions?|purpose|goal|task|job|role|name|persona|system prompt) (?:is|are|will be|now)\b/i,
  /\b(?:the assistant|the ai|jumbo|sienna|the (?:chat)?bot|this (?:ai|bot|assistant)) (?:must|should|shall|will|is|has to|can|may|needs to)\b/i,
  /\b(?:ignora|olvida|desobedece) (?:tus|las|todas las) (?:reglas|instrucciones)\b/i,
];

/** Whether text tells the assistant what to be or do, rather than something about the world. */
export function instructs(text: string): boolean {
  return INSTRUCTIONS.some((pattern) => pattern.test(text));
}

/** Why a statement is turned away, for logs and tests; `null` from {@link refusalOf} means that it may be kept. */
export type Refusal =
  | 'no-quote'
  | 'quote-not-theirs'
  | 'unknown-slot'
  | 'wrong-subject'
  | 'not-said'
  | 'unsure'
  | 'instruction'
  | 'too-long'
  | 'empty';

/**
 * The one door to memory, whoever extracted the statement, rules or a model: its quote must stand in the person's own message word for
 * word, its slot in the table, its subject where the slot has one; it must be asserted or denied, sure enough, bounded, and no instruction.
 */
export function refusalOf(statement: Statement, message: string): Refusal | null {
  const { quote, subject, value, text } = statement;
  if (quote.trim() === '') return 'no-quote';
  if (!message.includes(quote)) return 'quote-not-theirs';
  const slot = slotOf(statement.slot);
  if (slot === null) return 'unknown-slot';
  const isSelf = subject.key === 'self';
  if ((slot.of === 'self' && !isSelf) || (slot.of === 'others' && isSelf)) return 'wrong-subject';
  if (
    !isSelf &&
    (!subject.key.includes(':') ||
      (subject.name === null && subject.relation === null && !subject.key.startsWith('group:')))
  )
    return 'wrong-subject';
  if (statement.modality !== 'asserted' && statement.modality !== 'negated') return 'not-said';
  if (isBareName(statement)) return 'not-said';
  if (!(statement.confidence >= LEAST_CONFIDENCE)) return 'unsure';
  if (
    quote.length > MAX_QUOTE ||
    text.length > MAX_TEXT ||
    (value ?? '').length > MAX_STATEMENT_VALUE ||
    subject.key.length > MAX_NAME + 30 ||
    (subject.name ?? '').length > MAX_NAME
  )
    return 'too-long';
  if (text.trim() === '' || (value !== null && value.trim() === '') || `${value ?? ''}${text}`.includes(MASK))
    return 'empty';
  if ([quote, text, value ?? '', subject.name ?? ''].some(instructs)) return 'instruction';
  return null;
}

/**
 * A name and nothing else says nothing of anyone: it answers what was asked before, "what should I call you?" most of
 * all, and is then the person's own.
 */
function isBareName({ quote, subject, value }: Statement): boolean {
  if (subject.key === 'self' || subject.name === null || subject.relation !== null || value !== null) return false;
  const said = quote.replace(/[^\p{L}\p{N}' -]/gu, '').trim();
  return said.toLowerCase() === subject.name.toLowerCase();
}
