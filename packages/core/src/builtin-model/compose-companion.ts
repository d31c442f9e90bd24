import type { ComposedReply, ReplyMaterial } from '../models/reply-material.ts';
import type { Choice } from './choice.ts';
import { helpReply, questionReply } from './companion/asked.ts';
import * as manners from './companion/manners.ts';
import { isFarewell, toldOfLoss } from './companion/manners.ts';
import { lossReply, lowReply, shareReply } from './companion/sharing.ts';
import { lossOf } from './companion/situations.ts';
import { SMALL_TALK } from './companion/small-talk.ts';
import { feltPolarity, polarityInThread, threadOf } from './companion/thread.ts';
import type { CompanionTurn } from './companion/turn.ts';
import type { Conversation } from './conversation.ts';
import type { Remark } from './remark.ts';
import { remarkOf } from './remark.ts';
import { WEIGHT, write } from './writing.ts';

/** A companion's reply: reflects what was said with its mood and asks one good question, or rightly none. */
export function composeCompanion(material: ReplyMaterial, conversation: Conversation, choice: Choice): ComposedReply {
  const thread = threadOf(conversation.personSaid);
  const ownFeeling = feltPolarity(material.message, material.summary.mood);
  const polarity = polarityInThread(material.message, ownFeeling, thread);
  // A cheerful word that the thread overrules is none of the message's own either.
  const felt = ownFeeling === 'positive' && polarity === 'negative' ? 'neutral' : ownFeeling;
  const turn: CompanionTurn = {
    material,
    conversation,
    choice,
    felt,
    polarity,
    thread,
    remark: remarkOf(material.message),
  };
  const special = STEPS.reduce<string | null>((found, step) => found ?? step(turn), null);
  const text = write([{ text: special ?? shareReply(turn), weight: WEIGHT.essential }]);
  return { text, citations: [], suggestions: suggestions(turn) };
}

/** The kinds of message that have a reply of their own, the more serious and the more certain first. */
const STEPS: readonly ((turn: CompanionTurn) => string | null)[] = [
  lossReply,
  lowReply,
  manners.nameReply,
  manners.farewellReply,
  manners.identityReply,
  manners.correctionReply,
  manners.askedOfItReply,
  manners.memoryReply,
  manners.remarkReply,
  manners.introductionReply,
  manners.greetingReply,
  manners.thanksReply,
  manners.shortAnswerReply,
  helpReply,
  questionReply,
];

/** Remarks after which a button is of use. */
const AFTER_REMARK: Partial<Record<Remark, readonly string[]>> = {
  joke: ['Another one'],
  story: ['Tell me another story'],
  bored: ['Tell me a joke', 'Tell me a story'],
  capabilities: ['Ask me something', 'I just need to vent'],
};

/** A reply this far into a hard stretch may be the one where a change is welcome. */
const MESSAGES_BEFORE_CHANGE = 3;

/**
 * What one might say next, two at most and mostly nothing: how to be met when something hard comes up, a way out of a
 * long stretch of it. None after grief, risk, a farewell, or where a button would be glib.
 */
function suggestions(turn: CompanionTurn): readonly string[] {
  const { material, felt, thread, conversation, remark } = turn;
  const { intent, risk } = material.summary;
  if (risk.level !== 'none' || isFarewell(turn) || toldOfLoss(turn) || lossOf(material.message) !== null) return [];
  if (remark !== null) return AFTER_REMARK[remark] ?? [];
  if (SMALL_TALK.joke.includes(conversation.lastReply ?? '')) return [];
  if (intent !== 'share' || (felt !== 'negative' && felt !== 'mixed')) return [];
  if (thread.polarity !== 'negative') return ['I just need to vent', 'Help me think it through'];
  const isLong = conversation.personSaid.length >= MESSAGES_BEFORE_CHANGE;
  return isLong ? ["Let's talk about something else"] : [];
}
