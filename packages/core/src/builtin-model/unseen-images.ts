import type { ComposedReply, ReplyMaterial } from '../models/reply-material.ts';
import type { Intent } from '../understanding/summary.ts';
import type { Choice } from './choice.ts';
import { createChoice } from './choice.ts';
import { CRISIS_REPLY, UNSEEN, UNSEEN_ALONE } from './companion/reflections.ts';
import { composeCompanion } from './compose-companion.ts';
import { composeGuideWords } from './compose-guide.ts';
import { type Conversation, readConversation } from './conversation.ts';
import { isUrgent, sendsToHelp } from './guide/safety-lines.ts';
import * as guide from './guide/wordings.ts';
import { otherLanguageReply, unseenIn, urgentReply } from './languages/languages.ts';
import { countWords, MOST_WORDS, sentences, tidy } from './writing.ts';

/**
 * The reply of a model without eyes to a message with pictures: says that it can't see them, then answers what the words
 * ask by themselves, or says what to tell instead. Never a word about what they show. Help that can't wait comes first.
 */
export function composeUnseeing(material: ReplyMaterial): ComposedReply {
  if (material.summary.risk.level === 'crisis') return onlyText(CRISIS_REPLY);
  const conversation = readConversation(material.history, material.preferredName);
  const choice = createChoice(material.seed);
  const urgent = material.assistant.kind === 'guide' ? urgentReply(material.message) : null;
  if (urgent !== null) return onlyText(`${urgent} ${unseenIn(material.summary.language) ?? guide.UNSEEN_AFTER_URGENT}`);
  const foreign = otherLanguageReply(material, conversation, choice);
  if (foreign !== null)
    return onlyText(`${unseenIn(material.summary.language) ?? oneOf(UNSEEN, conversation, choice)} ${foreign}`);
  return material.assistant.kind === 'guide'
    ? guideUnseeing(material, conversation, choice)
    : companionUnseeing(material, conversation, choice);
}

function guideUnseeing(material: ReplyMaterial, conversation: Conversation, choice: Choice): ComposedReply {
  const answer = composeGuideWords(material, conversation, choice);
  const unseen = oneOf(guide.UNSEEN, conversation, choice);
  if (answer === null) return onlyText(`${unseen} ${oneOf(guide.DESCRIBE_INSTEAD, conversation, choice)}`);
  const text = isPressing(answer, material)
    ? `${answer.text} ${guide.UNSEEN_AFTER_URGENT}`
    : after(unseen, answer.text);
  return { ...answer, text };
}

/** Whether nothing may stand before the answer: it sends to help, or tells a passage on what must be done at once. */
function isPressing(answer: ComposedReply, { passages }: ReplyMaterial): boolean {
  const cited = new Set(answer.citations.map(({ id }) => id));
  return sendsToHelp(answer.text) || passages.some(({ passage }) => cited.has(passage.id) && isUrgent(passage.safety));
}

/** What a few words with a picture mostly do: they show it, or ask about it. */
const OF_THE_PICTURE: ReadonlySet<Intent> = new Set(['share', 'question', 'greeting', 'small-talk', 'ask-for-help']);

/** A companion is told things at this length in words; in fewer the picture speaks for itself. */
const LEAST_WORDS_OF_A_STORY = 8;

function companionUnseeing(material: ReplyMaterial, conversation: Conversation, choice: Choice): ComposedReply {
  const { mood, risk, intent } = material.summary;
  const saysMore =
    mood !== null ||
    risk.level !== 'none' ||
    !OF_THE_PICTURE.has(intent) ||
    countWords(material.message) >= LEAST_WORDS_OF_A_STORY;
  if (!saysMore) return onlyText(oneOf(UNSEEN_ALONE, conversation, choice));
  const reply = composeCompanion(material, conversation, choice);
  return { ...reply, text: after(oneOf(UNSEEN, conversation, choice), reply.text) };
}

/** The sentence and the reply after it; a question at its end gives way where both would be too long. */
function after(unseen: string, text: string): string {
  const whole = tidy(`${unseen} ${text}`);
  const said = sentences(text);
  const endsInQuestion = said.length > 1 && said.at(-1)?.endsWith('?') === true;
  if (countWords(whole) <= MOST_WORDS || !endsInQuestion) return whole;
  return tidy(`${unseen} ${said.slice(0, -1).join(' ')}`);
}

const oneOf = (table: readonly string[], conversation: Conversation, choice: Choice): string =>
  choice.one('unseen', conversation.freshest(table));

const onlyText = (text: string): ComposedReply => ({ text: tidy(text), citations: [], suggestions: [] });
