import { recallReply } from '../recall.ts';
import { intentOf } from '../../understanding/intent.ts';
import { capitalize, countWords, fill, WEIGHT, write } from '../writing.ts';
import { askedOfIt, PUNCH_LINE } from './asked-of-it.ts';
import { CORRECTED, CORRECTED_SOMEHOW, correctionIn } from './corrections.ts';
import { followUpsTo } from './follow-ups.ts';
import { isOwnToAnswer } from './help.ts';
import { GRIEF_CONTINUED, GRIEF_ON, GRIEF_REPLIES, PET_GRIEF_REPLIES } from './reflections.ts';
import { lossOf, situationOf } from './situations.ts';
import * as talk from './small-talk.ts';
import type { CompanionTurn } from './turn.ts';
import { pick, pickNamed } from './turn.ts';

/** A name just given, kept or refused. Whatever else the message tells is answered after the hello. */
export function nameReply(turn: CompanionTurn): string | null {
  const { name } = turn.material.summary;
  if (name.kind === 'refused') return pick(turn, 'refused', talk.NAME_REFUSED);
  const who = name.kind === 'name' ? name.name : name.kind === 'keep-account' ? turn.material.preferredName : null;
  if (who === null) return null;
  const rest = besidesName(turn.material.message, who);
  if (rest === null) return fill(pick(turn, 'named', talk.NAMED), { who });
  const situation = situationOf(rest, turn.felt);
  const question = turn.conversation.fresh(situation?.questions ?? followUpsTo(rest, turn.felt))[0];
  const hello = fill(pick(turn, 'hello', talk.NAMED_HELLO), { who });
  return write([
    { text: hello, weight: WEIGHT.essential },
    { text: question ?? '', weight: WEIGHT.question },
  ]);
}

const LEAST_WORDS_BESIDES = 3;

/** What a message says beside the name it gives, or null when that is all: "Hi, I'm Ana. I work as a baker" → "I work as a baker". */
function besidesName(message: string, who: string): string | null {
  const parts = message.split(/[.!;\n]+|,(?= )| and (?=i\b)/i).map((part) => part.trim());
  const others = parts.filter(
    (part) => !part.toLowerCase().includes(who.toLowerCase()) && intentOf(part.toLowerCase(), false) !== 'greeting',
  );
  const rest = others.join('. ');
  return countWords(rest) < LEAST_WORDS_BESIDES ? null : rest;
}

const GOOD_NIGHT =
  /\b(good ?night|night night|gn|nighty|(, |^)night|going to (bed|sleep)|off to (bed|sleep)|heading to bed|need to sleep)\b/i;

/** "I don't know how to say goodbye" is none. */
const SPEAKS_OF_GOODBYE = /\b(say(ing)?|said|a|last|final|our) good ?byes?\b/i;

/** Leaves for bed without a word of goodbye. */
const TO_BED =
  /^(ok |okay |well |so |i think )*(i'?m |i'?ll |i should |i will |time to |i need to |i'?m gonna |gonna |going to )+(try (to|and) |go (to )?|get some )?(sleep|bed)( now)?[\s!.]*$/i;
/** "Ok bye for real". */
const GOODBYE_AGAIN = /(^|\s)(bye+|goodbye|good ?night|cya|ttyl)(\s+\S+){0,3}[\s!.]*$/i;
/** Leaves without a word of goodbye: "gotta run", "I'll let you go", "nice talking to you", "cheerio for now". */
const LEAVES =
  /(^|[\s,.!])(((i('ve| have)?|we) )?(gotta|got to|have to|need to|must|should|better|hafta) (go|run|dash|fly|head (out|off))( (now|to (bed|sleep|work|school|class|pack)))?|i('?ll| will| should) let (you|u) go( now)?|(i('?ll| will|'m going to|'?m gonna| should)|time to) (study|sleep|eat|work|cook|shower|get ready|get back to work)( now)|(it (was|'s been|has been) )?(so )?(nice|good|great|lovely) (talking|chatting|speaking)( (to|with) (you|u))?( today)?)([\s,.!]+(night|bye|now|soon|later|thanks?|ok|x+|jumbo))*[\s.!]*$|^(cheerio|toodle\S*|ta[- ]?ta|so long|nighty?( night)?|nite|laters?|peace( out)?|ttfn)([\s,.!]+(for now|now|all|then|jumbo))*[\s.!]*$/i;
const MOST_WORDS_OF_A_GOODBYE = 9;

/** A farewell gets a farewell, the second time too: no question and no hook. */
export function farewellReply(turn: CompanionTurn): string | null {
  const { material, polarity } = turn;
  const { message } = material;
  if (!isFarewell(turn)) return null;
  if (GOOD_NIGHT.test(message) || TO_BED.test(message)) return pickNamed(turn, 'farewell', talk.GOOD_NIGHTS);
  const low = polarity === 'negative' || polarity === 'mixed' || toldOfLoss(turn);
  return pickNamed(turn, 'farewell', low ? talk.FAREWELLS_LOW : talk.FAREWELLS);
}

/** Whether the person takes leave, for the first time or again. */
export function isFarewell({ material }: CompanionTurn): boolean {
  const { message, summary } = material;
  if (SPEAKS_OF_GOODBYE.test(message)) return false;
  if (summary.intent === 'farewell') return true;
  if (message.includes('?') || countWords(message) > MOST_WORDS_OF_A_GOODBYE) return false;
  return [TO_BED, GOODBYE_AGAIN, LEAVES].some((pattern) => pattern.test(message.trim()));
}

/** "Are you human?", and every wish to look behind it or have it be another. */
export function identityReply(turn: CompanionTurn): string | null {
  const { assistant, summary } = turn.material;
  if (turn.remark === 'workings') return fill(pick(turn, 'workings', talk.WORKINGS), { assistant: assistant.name });
  if (summary.intent !== 'identity' && turn.remark !== 'called-a-bot') return null;
  const follow = pick(turn, 'identity', talk.IDENTITY_FOLLOW_UPS);
  return `${assistant.disclosure} ${follow} ${pick(turn, 'identity-question', talk.IDENTITY_QUESTIONS)}`;
}

/** "Sorry, Thursday, not Friday": taken up, and nothing asked that would stand on the mistake. */
export function correctionReply(turn: CompanionTurn): string | null {
  const { message, summary } = turn.material;
  if (turn.remark !== null || summary.risk.level !== 'none' || toldOfLoss(turn)) return null;
  const correction = correctionIn(message);
  if (correction === null) return null;
  const { value } = correction;
  return value === null
    ? pick(turn, 'corrected', CORRECTED_SOMEHOW)
    : capitalize(fill(pick(turn, 'corrected', CORRECTED), { value }));
}

/** What is asked of the companion itself, and the riddles it is told. */
export function askedOfItReply(turn: CompanionTurn): string | null {
  const { material, conversation } = turn;
  const { assistant, message, summary } = material;
  if (summary.risk.level !== 'none' || countWords(message) > MOST_WORDS_OF_A_REMARK) return null;
  const asked = askedOfIt(message);
  if (asked !== null) return fill(pick(turn, asked.id, asked.replies), { assistant: assistant.name });
  const lastSaid = conversation.personSaid.at(-1);
  const toldRiddle = lastSaid !== undefined && askedOfIt(lastSaid)?.id === 'riddle';
  const isPunchLine = toldRiddle && turn.remark === null && summary.intent === 'share';
  return isPunchLine ? pick(turn, 'punch-line', PUNCH_LINE) : null;
}

const FORGET = /\b(forget|delete|erase|remove|don'?t (remember|save|keep|store))\b/i;

/** "Do I have a cat?": asked of someone who was told, or wasn't. */
const ASKS_ABOUT_ONESELF =
  /^(do|did) i (have|tell you|say|mention|like|own)\b|^(what|who|when|where)('s| is| are| was) my\b|^what('s| is| was) (his|her|their|the) (\S+ ){0,3}(name|called)\b|^what did i\b/i;

/** "What if I mess up?" */
const WONDERS = /^(and |but |so )?what if\b/i;

/** "Do you remember …?", "remember this", "forget that". */
export function memoryReply(turn: CompanionTurn): string | null {
  const { material, conversation, choice } = turn;
  const { intent } = material.summary;
  // What the companion is asked of itself, or a doubt about oneself, is nothing that was told and could be looked up.
  if (turn.remark === 'how-are-you' || turn.remark === 'about-you') return null;
  if (isOwnToAnswer(material.message) || WONDERS.test(material.message.trim())) return null;
  if (material.memory.answer !== null && intent !== 'memory-command') return material.memory.answer.text;
  const asksBack = intent === 'question' && ASKS_ABOUT_ONESELF.test(material.message.trim());
  if (intent === 'recall' || asksBack) return recallReply(material, conversation, choice);
  if (intent !== 'memory-command') return null;
  const order = !FORGET.test(material.message) ? 'remember' : material.memory.forgets ? 'forget' : 'unclear';
  return pick(turn, 'memory', talk.MEMORY_COMMANDS[order]);
}

/** "My cat is called Biscuit", "our son's name is Leo": somebody is introduced, and that is all. */
const INTRODUCES =
  /^(?:so |and |also |oh )?(?:my|our) (?:\S+ ){0,4}?\S+?(?:'s| is|s)? (?:called|named|name is|name's|is) \S+[\s.!]*$/i;
const MOST_WORDS_OF_AN_INTRODUCTION = 9;

/** "She's called Nugget", of whoever was spoken of before. */
const NAMES_THEM = /^(?:and |so |oh )?(?:s?he|they|it)(?:'s|s| is|'re| are) (?:called|named) (\p{L}{2,20})[\s.!]*$/iu;

/** Somebody the person names for the first time is met by name, with one question about them. */
export function introductionReply(turn: CompanionTurn): string | null {
  const { message, summary } = turn.material;
  const who = NAMES_THEM.exec(message.trim().replace(/[’‘]/g, "'"))?.[1];
  if (who !== undefined && summary.risk.level === 'none') {
    const named = talk.INTRODUCED_BY_NAME.map((wording) => fill(wording, { who: capitalize(who) }));
    return pick(turn, 'introduced', named);
  }
  const [mention, ...others] = summary.mentions;
  if (mention === undefined || others.length > 0 || mention.name === null || mention.relation === null) return null;
  if (summary.mood !== null || summary.risk.level !== 'none' || summary.intent === 'question') return null;
  if (countWords(message) > MOST_WORDS_OF_AN_INTRODUCTION || !INTRODUCES.test(message.trim())) return null;
  const table = mention.kind === 'pet' ? talk.INTRODUCED_PETS : talk.INTRODUCED_PEOPLE;
  const words = { who: mention.name, relation: mention.relation };
  return pick(
    turn,
    'introduced',
    table.map((wording) => fill(wording, words)),
  );
}

/** In a longer message the words of a remark may mean something else. */
const MOST_WORDS_OF_A_REMARK = 16;

/** Jokes, compliments, insults, nonsense and the like. */
export function remarkReply(turn: CompanionTurn): string | null {
  const { material, conversation } = turn;
  const afterJoke = talk.SMALL_TALK.joke.includes(conversation.lastReply ?? '');
  if (afterJoke && FLOPPED.test(material.message.trim())) return pick(turn, 'joke-flopped', talk.JOKE_FLOPPED);
  const remark = turn.remark ?? (afterJoke && ENCORE.test(material.message.trim()) ? 'joke' : null);
  if (remark === null || remark === 'workings' || countWords(material.message) > MOST_WORDS_OF_A_REMARK) return null;
  if (remark === 'unsure') return pick(turn, 'unsure', talk.UNSURE);
  if (remark === 'filler') return pick(turn, 'filler', talk.FILLERS);
  if (afterJoke && remark === 'laughter') return pick(turn, 'joke-landed', talk.JOKE_LANDED);
  if (remark === 'joke' && conversation.fresh(talk.SMALL_TALK.joke).length === 0)
    return pick(turn, 'joke', talk.JOKES_SPENT);
  if (remark === 'called-a-bot') return null;
  // Told in a hard stretch, "I don't get it" is about what happened, not about our words.
  if (remark === 'not-understood' && turn.thread.polarity === 'negative' && UNFATHOMED.test(material.message))
    return null;
  if (remark === 'affection' && /\?\s*$|^(do|will|would|could) (you|u)\b/i.test(material.message.trim())) {
    return pick(turn, 'liked', talk.ASKED_FOR_AFFECTION);
  }
  if (remark === 'emoji') return pick(turn, 'emoji', talk.EMOJI[sideOfEmoji(turn)]);
  return pick(turn, remark, talk.SMALL_TALK[remark]);
}

const UNFATHOMED = /\bi (do not|don'?t|dont|can'?t|cant) (get|understand) (it|this|that|why|how)\b/i;

const ENCORE = /^(ok |haha |lol )?(another( one)?|again|one more|more|next)( please| pls)?[\s!.?]*$/i;

const FLOPPED =
  /^(that'?s |that was |thats |was )?(so |really )?(not|wasn'?t|isn'?t) (that |very )?funny\b.{0,20}$|^((that|it) (was|is|'s) |that'?s )?(so |really |pretty |just )*(lame|boo+|terrible|awful|ugh|bad|corny|cheesy)( joke| one)?( lol| haha| lmao)?[\s!.]*$/i;

const PLEASANT_SIGNS = /[😀😁😂🤣😃😄😅😆😊😋😍🥰😘😎🤩🥳🎉🎊❤💕💖💗👍🙌🔥✨💪😇🙂☺😸💯]|:-?\)|:d|<3|xd|;-?\)/iu;
const UNPLEASANT_SIGNS = /[😢😭😞😔😟🙁☹😣😖😫😩😠😡🤬💔😰😥😓😱🤢🤮😴🥺👎😒😤😪🤕🤒]|:-?\(|:'\(|:\//iu;

function sideOfEmoji({ material, polarity }: CompanionTurn): 'pleasant' | 'unpleasant' | 'open' {
  if (polarity === 'positive') return 'pleasant';
  if (polarity === 'negative') return 'unpleasant';
  if (PLEASANT_SIGNS.test(material.message)) return 'pleasant';
  return UNPLEASANT_SIGNS.test(material.message) ? 'unpleasant' : 'open';
}

const COMES_BACK = /^((hi+|hey+|hello|ok(ay)?|yo|so)[,! ]+)*(i'?m |i am |and i'?m )?back( again| now| here)*[\s!.]*$/i;

export function greetingReply(turn: CompanionTurn): string | null {
  const isBack = COMES_BACK.test(turn.material.message.trim());
  if (isBack) return pickNamed(turn, 'greeting', talk.GREETED_BACK);
  if (turn.material.summary.intent !== 'greeting') return null;
  return pickNamed(turn, 'greeting', turn.conversation.personSaid.length > 0 ? talk.GREETED_AGAIN : talk.GREETINGS);
}

export function thanksReply(turn: CompanionTurn): string | null {
  if (turn.material.summary.intent !== 'thanks') return null;
  const hard =
    turn.polarity === 'negative' || turn.thread.polarity === 'negative' ? talk.THANKS_AFTER_HARD : talk.THANKS;
  return pickNamed(turn, 'thanks', toldOfLoss(turn) ? talk.THANKS_TENDER : hard);
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
  // What the person said may lie further back than the history reaches; our words of mourning carry it on.
  return conversation.personSaid.some((text) => lossOf(text) !== null) || CONDOLENCES.some(conversation.hasSaid);
}

const CONDOLENCES: readonly string[] = [
  ...GRIEF_REPLIES,
  ...PET_GRIEF_REPLIES,
  ...GRIEF_CONTINUED,
  ...GRIEF_ON.flatMap(({ lines }) => lines),
];
