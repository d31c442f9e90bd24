import type { Mood } from '@rapport/wire';
import type { Choice } from './choice.ts';
import { helpReply, questionReply } from './companion/asked.ts';
import * as manners from './companion/manners.ts';
import { lossReply, lowReply, shareReply } from './companion/sharing.ts';
import { lossOf } from './companion/situations.ts';
import { feltPolarity, polarityInThread, threadOf } from './companion/thread.ts';
import type { CompanionTurn } from './companion/turn.ts';
import type { Conversation } from './conversation.ts';
import type { ComposedReply, ReplyMaterial } from '../models/reply-material.ts';
import { remarkOf } from './remark.ts';
import { WEIGHT, write } from './writing.ts';

/** A companion's reply: reflects what was said with its mood and asks one good question, or rightly none. */
export function composeCompanion(material: ReplyMaterial, conversation: Conversation, choice: Choice): ComposedReply {
  const thread = threadOf(conversation.personSaid);
  const felt = feltPolarity(material.message, material.summary.mood);
  const turn: CompanionTurn = {
    material,
    conversation,
    choice,
    felt,
    polarity: polarityInThread(material.message, felt, thread),
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
  manners.memoryReply,
  manners.remarkReply,
  manners.greetingReply,
  manners.thanksReply,
  manners.shortAnswerReply,
  helpReply,
  questionReply,
];

const SUGGESTIONS: Readonly<Record<Mood['polarity'], readonly string[]>> = {
  negative: ['I just need to vent', 'Help me think it through', "Let's talk about something else"],
  mixed: ['Help me think it through', 'I just need to vent', "Let's talk about something else"],
  positive: ['Let me tell you how it went', 'Ask me something'],
  neutral: ['Ask me something', 'I just need to vent'],
};

/** None after a farewell, nor where a button would be glib. */
function suggestions({ material, polarity }: CompanionTurn): readonly string[] {
  const { intent, risk } = material.summary;
  if (intent === 'farewell' || risk.level !== 'none' || lossOf(material.message) !== null) return [];
  return SUGGESTIONS[polarity];
}
