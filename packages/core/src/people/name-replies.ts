import { createHash } from 'node:crypto';
import type { AssistantDefinition } from '../assistants/define-assistant.ts';

const LEARNT_COMPANION = [
  "Lovely to meet you, {name}. What's on your mind today?",
  "{name} it is. It's good to meet you. How has your day been so far?",
  'Nice to meet you, {name}! What would you like to talk about?',
  "Got it, {name}. I'm glad you're here. What's been going on for you?",
] as const;
const CORRECTED_COMPANION = [
  'Thanks for telling me, {name}. I have it right now. Where were we?',
  '{name}, got it. Sorry about that. What would you like to talk about?',
  "{name} it is from here on. So, what's on your mind?",
] as const;
const LEARNT_GUIDE = [
  'Lovely to meet you, {name}. What can I help your hair with today?',
  "Nice to meet you, {name}! What's your hair up to at the moment?",
  'Thank you, {name}. What would you like to know about your hair?',
] as const;
const CORRECTED_GUIDE = [
  'Thank you for telling me, {name}. I have it right now. What would you like to know about your hair?',
  '{name}, got it, and sorry about that. Where were we?',
] as const;
/** They say again what is known: no second "nice to meet you". */
const CONFIRMED = ["Yes, {name}, that's what I have.", "That's right, {name} it is."] as const;
const REFUSED = [
  "That's completely fine, no name needed. What's on your mind?",
  'No problem at all, we can just talk. How are you doing today?',
  'Of course, that stays with you. What would you like to talk about?',
] as const;
const ASKED_AGAIN = [
  "Hi! It's nice to have you here. What would you like me to call you? A nickname is fine, and so is skipping this.",
  'Hello there! Is there a name you like to go by? You can also just start talking.',
] as const;

/** Words for a name just learnt, or corrected when another was known. */
export function nameLearnt(assistant: AssistantDefinition, name: string, before: string | null, seed: string): string {
  const isGuide = assistant.kind === 'guide';
  const first = isGuide ? LEARNT_GUIDE : LEARNT_COMPANION;
  const corrected = isGuide ? CORRECTED_GUIDE : CORRECTED_COMPANION;
  const table = before === null ? first : before === name ? CONFIRMED : corrected;
  return pick(table, seed).replaceAll('{name}', () => name);
}

/** Words for someone who would rather not say: it is left at that. */
export const nameRefused = (seed: string): string => pick(REFUSED, seed);

/** Words that ask once more, when the answer was only a hello. */
export const nameAskedAgain = (seed: string): string => pick(ASKED_AGAIN, seed);

function pick(table: readonly string[], seed: string): string {
  const index = createHash('sha256').update(seed).digest().readUInt32BE(0) % table.length;
  return table[index] ?? '';
}
