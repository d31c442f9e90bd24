import { countWords, fill } from '../writing.ts';
import { recallReply } from '../recall.ts';
import { lossOf } from './situations.ts';
import * as talk from './small-talk.ts';
import type { CompanionTurn } from './turn.ts';
import { pick, pickNamed } from './turn.ts';

/** A name just given, kept or refused. */
export function nameReply(turn: CompanionTurn): string | null {
  const { name } = turn.material.summary;
  if (name.kind === 'refused') return pick(turn, 'refused', talk.NAME_REFUSED);
  const who = name.kind === 'name' ? name.name : name.kind === 'keep-account' ? turn.material.preferredName : null;
  return who === null ? null : fill(pick(turn, 'named', talk.NAMED), { who });
}

const GOOD_NIGHT =
  /\b(good ?night|night night|gn|nighty|going to (bed|sleep)|off to (bed|sleep)|heading to bed|need to sleep)\b/i;

/** "I don't know how to say goodbye" is none. */
const SPEAKS_OF_GOODBYE = /\b(say(ing)?|said|a|last|final|our) good ?byes?\b/i;

/** A farewell gets a farewell: no question and no hook. */
export function farewellReply(turn: CompanionTurn): string | null {
  const { material, polarity } = turn;
  if (material.summary.intent !== 'farewell' || SPEAKS_OF_GOODBYE.test(material.message)) return null;
  if (GOOD_NIGHT.test(material.message)) return pickNamed(turn, 'farewell', talk.GOOD_NIGHTS);
  const low = polarity === 'negative' || polarity === 'mixed' || toldOfLoss(turn);
  return pickNamed(turn, 'farewell', low ? talk.FAREWELLS_LOW : talk.FAREWELLS);
}

/** "Are you human?", and every wish to look behind it or have it be another. */
export function identityReply(turn: CompanionTurn): string | null {
  const { assistant, summary } = turn.material;
  if (turn.remark === 'workings') return fill(pick(turn, 'workings', talk.WORKINGS), { assistant: assistant.name });
  if (summary.intent !== 'identity') return null;
  const follow = pick(turn, 'identity', talk.IDENTITY_FOLLOW_UPS);
  return `${assistant.disclosure} ${follow} ${pick(turn, 'identity-question', talk.IDENTITY_QUESTIONS)}`;
}

const FORGET = /\b(forget|delete|erase|remove|don'?t (remember|save|keep|store))\b/i;

/** "Do I have a cat?": asked of someone who was told, or wasn't. */
const ASKS_ABOUT_ONESELF =
  /^(do|did) i (have|tell you|say|mention|like|own)\b|^(what|who|when|where)('s| is| are| was) my\b/i;

/** "Do you remember …?", "remember this", "forget that". */
export function memoryReply(turn: CompanionTurn): string | null {
  const { material, conversation, choice } = turn;
  const { intent } = material.summary;
  const asksBack = intent === 'question' && ASKS_ABOUT_ONESELF.test(material.message.trim());
  if (intent === 'recall' || asksBack) return recallReply(material, conversation, choice);
  if (intent !== 'memory-command') return null;
  return pick(turn, 'memory', talk.MEMORY_COMMANDS[FORGET.test(material.message) ? 'forget' : 'remember']);
}

/** In a longer message the words of a remark may mean something else. */
const MOST_WORDS_OF_A_REMARK = 16;

/** Jokes, compliments, insults, nonsense and the like. */
export function remarkReply(turn: CompanionTurn): string | null {
  const { remark, material } = turn;
  if (remark === null || remark === 'workings' || countWords(material.message) > MOST_WORDS_OF_A_REMARK) return null;
  if (remark === 'unsure') return pick(turn, 'unsure', talk.UNSURE);
  if (remark === 'filler') return pick(turn, 'filler', talk.FILLERS);
  if (remark === 'emoji') return pick(turn, 'emoji', talk.EMOJI[sideOfEmoji(turn)]);
  return pick(turn, remark, talk.SMALL_TALK[remark]);
}

const PLEASANT_SIGNS = /[😀😁😂🤣😃😄😅😆😊😋😍🥰😘😎🤩🥳🎉🎊❤💕💖💗👍🙌🔥✨💪😇🙂☺😸💯]|:-?\)|:d|<3|xd|;-?\)/iu;
const UNPLEASANT_SIGNS = /[😢😭😞😔😟🙁☹😣😖😫😩😠😡🤬💔😰😥😓😱🤢🤮😴🥺👎😒😤😪🤕🤒]|:-?\(|:'\(|:\//iu;

function sideOfEmoji({ material, polarity }: CompanionTurn): 'pleasant' | 'unpleasant' | 'open' {
  if (polarity === 'positive') return 'pleasant';
  if (polarity === 'negative') return 'unpleasant';
  if (PLEASANT_SIGNS.test(material.message)) return 'pleasant';
  return UNPLEASANT_SIGNS.test(material.message) ? 'unpleasant' : 'open';
}

export function greetingReply(turn: CompanionTurn): string | null {
  if (turn.material.summary.intent !== 'greeting') return null;
  return pickNamed(turn, 'greeting', turn.conversation.personSaid.length > 0 ? talk.GREETED_AGAIN : talk.GREETINGS);
}

export function thanksReply(turn: CompanionTurn): string | null {
  if (turn.material.summary.intent !== 'thanks') return null;
  return pickNamed(turn, 'thanks', toldOfLoss(turn) ? talk.THANKS_TENDER : talk.THANKS);
}

const MOST_WORDS_OF_A_SHORT_ANSWER = 4;

/** "Yes" and "no", which continue the thread of the question before. */
export function shortAnswerReply(turn: CompanionTurn): string | null {
  const { material, conversation } = turn;
  const { intent } = material.summary;
  const asked = conversation.lastQuestion !== null;
  if (countWords(material.message) > MOST_WORDS_OF_A_SHORT_ANSWER) return null;
  if (intent === 'agree') return pick(turn, 'agree', asked ? talk.AGREED : talk.AGREED_UNASKED);
  if (intent === 'decline') return pick(turn, 'decline', asked ? talk.DECLINED : talk.DECLINED_UNASKED);
  return null;
}

/** Whether a death was spoken of in this conversation: cheer is out of place for the rest of it. */
export function toldOfLoss({ conversation }: CompanionTurn): boolean {
  return conversation.personSaid.some((text) => lossOf(text) !== null);
}
