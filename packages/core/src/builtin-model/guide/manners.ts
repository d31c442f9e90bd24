import type { ComposedReply } from '../../models/reply-material.ts';
import { recallReply } from '../recall.ts';
import type { Remark } from '../remark.ts';
import { countWords, fill } from '../writing.ts';
import { lastTold } from './elaborate.ts';
import { toldBefore } from './known-answers.ts';
import { goesOn, isBestOfItself } from './relevance.ts';
import { citationsOf } from './telling.ts';
import type { GuideTurn } from './turn.ts';
import { isAnswerable, isAsking, justAnswered, said, spoken } from './turn.ts';
import * as say from './wordings.ts';

/** On what it is, where it has things from, who sees what is said, and how to reach a person. */
export function aboutUsReply(turn: GuideTurn): ComposedReply | null {
  switch (turn.remark) {
    case 'workings':
      return spoken(turn, 'workings', say.WORKINGS);
    case 'called-a-bot':
      return spoken(turn, 'identity', say.IDENTITY);
    case 'privacy':
    case 'wants-person':
      return spoken(turn, turn.remark, say.SMALL_TALK[turn.remark]);
    case 'sources':
      return isBestOfItself(turn) && isAsking(turn) ? null : sourcesReply(turn);
    default:
      return null;
  }
}

function sourcesReply(turn: GuideTurn): ComposedReply {
  const { material, conversation } = turn;
  const passage = lastTold(
    material.passages.map((found) => found.passage),
    conversation,
  );
  if (passage === null || !justAnswered(turn)) return spoken(turn, 'sources', say.SOURCES);
  const titles = passage.sources.map(({ title }) => title).join('; ');
  const wording = turn.choice.one('sources', say.SOURCES_OF_LAST);
  return { text: fill(wording, { sources: titles }), citations: citationsOf([passage]), suggestions: [] };
}

/** In a longer message, or one that asks, the words of a remark are not the point of it. */
const MOST_WORDS_OF_A_BARE_REMARK = 8;

/** Remarks after which nothing that was said before may be continued. */
const STANDS_ALONE: ReadonlySet<Remark> = new Set([
  'insult',
  'dismissal',
  'swearing',
  'repeating',
  'not-heard',
  'not-understood',
  'compliment',
  'affection',
  'apology',
  'how-are-you',
  'joke',
  'story',
  'luck',
  'praise-wanted',
  'laughter',
  'guess-what',
  'vent',
  'change-subject',
  'accepting',
  'hold-on',
  'about-you',
]);

/** "You suck", "whatever", "tell me a joke": a reply to just that, and no word of the passage before it. */
export function bareRemarkReply(turn: GuideTurn): ComposedReply | null {
  const { remark, material } = turn;
  if (remark === null || !isOfSmallTalk(remark) || !STANDS_ALONE.has(remark)) return null;
  if (countWords(material.message) > MOST_WORDS_OF_A_BARE_REMARK || isBestOfItself(turn)) return null;
  return spoken(turn, remark, say.SMALL_TALK[remark]);
}

function isOfSmallTalk(remark: Remark): remark is keyof typeof say.SMALL_TALK {
  return remark in say.SMALL_TALK;
}

const FORGET = /\b(forget|delete|erase|remove|wipe|clear|don'?t (remember|save|keep|store))\b/i;

/** Greetings, thanks, goodbyes, and what the assistant is and keeps. */
export function mannersReply(turn: GuideTurn): ComposedReply | null {
  const { material, conversation, choice, remark } = turn;
  switch (material.summary.intent) {
    case 'farewell':
      return spoken(turn, 'farewell', say.FAREWELLS);
    case 'thanks':
      return isAnswerable(turn) ? null : spoken(turn, 'thanks', say.THANKS);
    case 'greeting':
      if (isAnswerable(turn) || (remark !== null && remark !== 'test')) return null;
      return spoken(turn, 'greeting', conversation.personSaid.length > 0 ? say.GREETED_AGAIN : say.GREETINGS);
    case 'identity':
      return remark === 'capabilities'
        ? spoken(turn, 'capabilities', say.CAPABILITIES)
        : spoken(turn, 'identity', say.IDENTITY);
    case 'memory-command':
      return spoken(turn, 'memory-command', say.MEMORY_COMMANDS[orderIn(material)]);
    case 'recall': {
      // "What do I do now?" asks for help, whatever it looks like.
      if (/\bwhat (do|should|can) i do\b/i.test(material.message)) return null;
      const { answer } = material.memory;
      if (answer !== null && !answer.abstains) return said(answer.text);
      const told = toldBefore(material.message, conversation.personSaid);
      if (told !== null) return said(`You told me: "${told}"`);
      if (isAnswerable(turn) || goesOn(turn)) return null;
      const known = recallReply(material, conversation, choice);
      return known.startsWith('You') ? said(known) : spoken(turn, 'recall', say.RECALL_UNKNOWN);
    }
    default:
      return leavesWithThanks(turn);
  }
}

/** What a word to the memory is: to keep something, to let go of it, or of nobody knows what. */
function orderIn({ message, memory }: GuideTurn['material']): 'remember' | 'forget' | 'unclear' {
  if (!FORGET.test(message)) return 'remember';
  return memory.forgets ? 'forget' : 'unclear';
}

/** "That's all for today, thank you so much": thanks in the middle of a message, which ask for nothing. */
function leavesWithThanks(turn: GuideTurn): ComposedReply | null {
  const { message } = turn.material;
  if (!/\b(thanks|thank (you|u)|thx|tysm)\b/i.test(message) || isAsking(turn) || isBestOfItself(turn)) return null;
  const leaves = /\b(that'?s (all|it)|that (is|was|will be) (all|it)|for (today|now)|bye|good ?night|gotta go)\b/i.test(
    message,
  );
  return spoken(turn, leaves ? 'farewell' : 'thanks', leaves ? say.FAREWELLS : say.THANKS);
}

/** A message that is nothing but the remark: no context can make it a question. */
export function wordlessReply(turn: GuideTurn): ComposedReply | null {
  switch (turn.remark) {
    case 'unsure':
      return spoken(turn, 'unsure', say.UNSURE);
    case 'filler':
      return spoken(turn, 'filler', say.FILLERS);
    case 'emoji':
    case 'gibberish':
    case 'laughter':
    case 'swearing':
    case 'test':
      return spoken(turn, turn.remark, say.SMALL_TALK[turn.remark]);
    default:
      return null;
  }
}

/** Every other remark, once no passage has answered the message. */
export function remarkReply(turn: GuideTurn): ComposedReply | null {
  const { remark } = turn;
  if (remark === 'capabilities') return spoken(turn, 'capabilities', say.CAPABILITIES);
  return remark !== null && isOfSmallTalk(remark) ? spoken(turn, remark, say.SMALL_TALK[remark]) : null;
}
