import type { Mood } from '@rapport/wire';
import type { Topic } from '../understanding/summary.ts';
import type { Choice } from './choice.ts';
import { echoOf } from './companion/echo.ts';
import { ADVICE_ASKED, HELP, HELP_ASKED, REFLECTIVE_QUESTIONS, SELF_DOUBT } from './companion/help.ts';
import { situationPhrases } from './companion/moods.ts';
import { PERSON_QUESTIONS, PET_QUESTIONS, spokenOf } from './companion/people.ts';
import { QUESTIONS } from './companion/questions.ts';
import { recallReply } from './companion/recall.ts';
import {
  FRAMES,
  GRIEF_CONTINUED,
  GRIEF_REPLIES,
  LONG_MESSAGE_OPENERS,
  LONG_MESSAGE_QUESTIONS,
  LOW_REPLIES,
  OPENERS,
  PET_GRIEF_REPLIES,
} from './companion/reflections.ts';
import type { Situation } from './companion/situations.ts';
import { lossOf, situationOf } from './companion/situations.ts';
import * as talk from './companion/small-talk.ts';
import type { Conversation } from './conversation.ts';
import type { ComposedReply, ReplyMaterial } from './material.ts';
import type { Remark } from './remark.ts';
import { remarkOf } from './remark.ts';
import { capitalize, countWords, fill, sentences, WEIGHT, write } from './writing.ts';

type Polarity = Mood['polarity'];

/** What every step of a companion's reply is asked with. */
interface Turn {
  readonly material: ReplyMaterial;
  readonly conversation: Conversation;
  readonly choice: Choice;
  readonly polarity: Polarity;
  readonly remark: Remark | null;
}

/** From this length on a message is answered as a whole, not by the first situation in it. */
const LONG_MESSAGE_WORDS = 90;

/** A companion's reply: reflects what was said with its mood and asks one good question, or rightly none. */
export function composeCompanion(material: ReplyMaterial, conversation: Conversation, choice: Choice): ComposedReply {
  const turn: Turn = {
    material,
    conversation,
    choice,
    polarity: material.summary.mood?.polarity ?? 'neutral',
    remark: remarkOf(material.message),
  };
  for (const step of STEPS) {
    const text = step(turn);
    if (text !== null)
      return { text: write([{ text, weight: WEIGHT.essential }]), citations: [], suggestions: suggestions(turn) };
  }
  return { text: shareReply(turn), citations: [], suggestions: suggestions(turn) };
}

/** The kinds of message that have a reply of their own, the more serious and the more certain first. */
const STEPS: readonly ((turn: Turn) => string | null)[] = [
  lossReply,
  lowReply,
  nameReply,
  farewellReply,
  identityReply,
  memoryReply,
  remarkReply,
  greetingReply,
  thanksReply,
  shortAnswerReply,
  helpReply,
  questionReply,
];

function lossReply({ material, conversation, choice }: Turn): string | null {
  const loss = lossOf(material.message) ?? (material.summary.risk.kind === 'grief' ? 'person' : null);
  const spokenBefore = conversation.personSaid.some((text) => lossOf(text) !== null);
  const grieving = material.summary.mood?.polarity === 'negative' || material.summary.mood?.polarity === 'mixed';
  if (loss === null && !(spokenBefore && grieving)) return null;
  if (spokenBefore) return choice.one('grief', conversation.freshest(GRIEF_CONTINUED));
  return choice.one('grief', conversation.freshest(loss === 'pet' ? PET_GRIEF_REPLIES : GRIEF_REPLIES));
}

function lowReply({ material, conversation, choice }: Turn): string | null {
  const { level, kind } = material.summary.risk;
  if (level === 'none' || kind === 'grief') return null;
  return choice.one('low', conversation.freshest(LOW_REPLIES));
}

function nameReply({ material, conversation, choice }: Turn): string | null {
  const { name } = material.summary;
  if (name.kind === 'name') return fill(choice.one('named', conversation.freshest(talk.NAMED)), { who: name.name });
  if (name.kind === 'keep-account' && material.preferredName !== null) {
    return fill(choice.one('named', conversation.freshest(talk.NAMED)), { who: material.preferredName });
  }
  return name.kind === 'refused' ? choice.one('refused', conversation.freshest(talk.NAME_REFUSED)) : null;
}

const GOOD_NIGHT =
  /\b(good ?night|night night|gn|nighty|going to (bed|sleep)|off to (bed|sleep)|heading to bed|need to sleep)\b/i;

function farewellReply(turn: Turn): string | null {
  const { material, conversation, choice, polarity } = turn;
  if (material.summary.intent !== 'farewell') return null;
  const low = polarity === 'negative' || polarity === 'mixed';
  const table = GOOD_NIGHT.test(material.message) ? talk.GOOD_NIGHTS : low ? talk.FAREWELLS_LOW : talk.FAREWELLS;
  return withNamePlace(turn, choice.one('farewell', table.length > 1 ? conversation.freshest(table) : table));
}

function identityReply({ material, conversation, choice, remark }: Turn): string | null {
  if (material.summary.intent === 'identity' && remark !== 'workings') {
    const follow = choice.one('identity', conversation.freshest(talk.IDENTITY_FOLLOW_UPS));
    const question = choice.one('identity-question', conversation.freshest(talk.IDENTITY_QUESTIONS));
    return `${material.assistant.disclosure} ${follow} ${question}`;
  }
  if (remark !== 'workings') return null;
  return fill(choice.one('workings', conversation.freshest(talk.WORKINGS)), { assistant: material.assistant.name });
}

const FORGET = /\b(forget|delete|erase|remove|don'?t (remember|save|keep|store))\b/i;

function memoryReply({ material, conversation, choice }: Turn): string | null {
  const { intent } = material.summary;
  if (intent === 'recall') return recallReply(material, conversation, choice);
  if (intent !== 'memory-command') return null;
  const table = talk.MEMORY_COMMANDS[FORGET.test(material.message) ? 'forget' : 'remember'];
  return choice.one('memory-command', conversation.freshest(table));
}

/** Remarks that stay remarks only when the message is short; in a long one the words may mean something else. */
const MOST_WORDS_OF_A_REMARK = 16;

function remarkReply(turn: Turn): string | null {
  const { material, conversation, choice, remark } = turn;
  if (remark === null || countWords(material.message) > MOST_WORDS_OF_A_REMARK) return null;
  switch (remark) {
    case 'unsure':
    case 'filler':
      return null;
    case 'workings':
      return fill(choice.one('workings', conversation.freshest(talk.WORKINGS)), { assistant: material.assistant.name });
    case 'emoji':
      return choice.one('emoji', conversation.freshest(talk.EMOJI[sideOfEmoji(turn)]));
    default:
      return choice.one(remark, conversation.freshest(talk.SMALL_TALK[remark]));
  }
}

const PLEASANT_SIGNS = /[😀😁😂🤣😃😄😅😆😊😋😍🥰😘😎🤩🥳🎉🎊❤💕💖💗👍🙌🔥✨💪😇🙂☺😸💯]|:\)|:-\)|:d|<3|xd|;\)/iu;
const UNPLEASANT_SIGNS = /[😢😭😞😔😟🙁☹😣😖😫😩😠😡🤬💔😰😥😓😱🤢🤮😴🥺👎😒😤😪🤕🤒]|:\(|:-\(|:'\(|:\//iu;

function sideOfEmoji({ material, polarity }: Turn): 'pleasant' | 'unpleasant' | 'open' {
  if (polarity === 'positive' || (polarity === 'neutral' && PLEASANT_SIGNS.test(material.message))) return 'pleasant';
  if (polarity === 'negative' || UNPLEASANT_SIGNS.test(material.message)) return 'unpleasant';
  return PLEASANT_SIGNS.test(material.message) ? 'pleasant' : 'open';
}

function greetingReply(turn: Turn): string | null {
  const { material, conversation, choice } = turn;
  if (material.summary.intent !== 'greeting') return null;
  const table = conversation.personSaid.length > 0 ? talk.GREETED_AGAIN : talk.GREETINGS;
  return withNamePlace(turn, choice.one('greeting', conversation.freshest(table)));
}

function thanksReply(turn: Turn): string | null {
  if (turn.material.summary.intent !== 'thanks') return null;
  return withNamePlace(turn, turn.choice.one('thanks', turn.conversation.freshest(talk.THANKS)));
}

const MOST_WORDS_OF_A_SHORT_ANSWER = 4;

function shortAnswerReply({ material, conversation, choice, remark }: Turn): string | null {
  const { intent } = material.summary;
  const asked = conversation.lastQuestion !== null;
  if (remark === 'unsure') return choice.one('unsure', conversation.freshest(talk.UNSURE));
  if (remark === 'filler') return choice.one('filler', conversation.freshest(talk.FILLERS));
  if (countWords(material.message) > MOST_WORDS_OF_A_SHORT_ANSWER) return null;
  if (intent === 'agree') return choice.one('agree', conversation.freshest(asked ? talk.AGREED : talk.AGREED_UNASKED));
  if (intent === 'decline') {
    return choice.one('decline', conversation.freshest(asked ? talk.DECLINED : talk.DECLINED_UNASKED));
  }
  return null;
}

function helpReply({ material, conversation, choice }: Turn): string | null {
  const { intent } = material.summary;
  if (intent !== 'ask-for-help' || regulatedKind(material.message) !== null || isOtherTask(material.message))
    return null;
  const last = conversation.personSaid.at(-1) ?? '';
  const help = HELP.find(({ cue }) => cue.test(material.message)) ?? HELP.find(({ cue }) => cue.test(last));
  const steps = conversation.fresh(help?.steps ?? []);
  return choice.one('help', steps.length > 0 ? steps : conversation.freshest(HELP_ASKED));
}

const ABOUT_ONESELF = /\b(i|me|my|we|us|our|i'm|im|myself)\b/i;
const ADVICE =
  /\b(should (i|we)|what (can|do|would|could) (i|you) do|what do you think|how (do|can|should|would) i|is it (ok|okay|wrong|normal|weird|bad)|would you)\b/i;
const DOUBT =
  /\b(why (am|do|can'?t|does|did|must) (i|everything|everyone|nobody|no one|it always)|why me|what'?s wrong with me|what is wrong with me|am i (a |an |too |so |just |being |not |the |even )*\w+|do i (deserve|matter|even)|will i ever|is it (just )?me)\b/i;
const OTHER_TASK =
  /\b(write|draft|generate|compose|create|make|give) (me )?(a |an |some |my |the )?(python|javascript|code|script|program|function|essay|poem|song|cover letter|resume|cv|email|e-mail|story|sql|html|report|article|recipe|list|summary|tweet|caption)\b|\b(translate|summari[sz]e|proofread|calculate|debug|solve)\b|\b\d+\s*[-+*/x×÷]\s*\d+/i;
const REGULATED: readonly (readonly [keyof typeof talk.REGULATED, RegExp])[] = [
  [
    'medical',
    /\b(dos(e|age)|milligrams?|\d+ ?mg|medication|medicine|antidepressants?|pills?|symptoms?|diagnos\w+|prescription|side effects?|ibuprofen|paracetamol|tylenol|antibiotics?|is (it|this) (cancer|serious|infected|broken)|lump|chest pain)\b/i,
  ],
  [
    'legal',
    /\b(sue|lawsuit|legal(ly)?|illegal|lawyer|attorney|custody|evict\w*|visa|immigration|contract law|my rights|press charges|restraining order)\b/i,
  ],
  [
    'financial',
    /\b(invest(ing|ment)?s?|stocks?|crypto|bitcoin|shares|etfs?|pension|401k|mortgage rate|refinance|tax(es)?|bankruptcy|loan)\b/i,
  ],
];

function questionReply(turn: Turn): string | null {
  const { material, conversation, choice, polarity } = turn;
  const { asks, intent } = material.summary;
  const pick = (key: string, table: readonly string[]) => choice.one(key, conversation.freshest(table));
  const wanting = asks !== null || intent === 'question' || intent === 'ask-for-help' || intent === 'elaborate';
  if (isOtherTask(material.message)) return pick('other-task', talk.OTHER_TASKS);
  if (!wanting) return null;
  const kind = regulatedKind(material.message);
  if (kind !== null) return pick('regulated', talk.REGULATED[kind]);
  const question = asks ?? material.message;
  if (DOUBT.test(question)) return pick('doubt', SELF_DOUBT);
  if (ADVICE.test(question)) {
    const steps = conversation.fresh(HELP.find(({ cue }) => cue.test(material.message))?.steps ?? []);
    return steps.length > 0 ? choice.one('help', steps) : pick('advice', ADVICE_ASKED);
  }
  // A feeling with a question mark ("can you believe he said that?") is met as what it tells.
  if (polarity !== 'neutral' || intent === 'share') return null;
  if (intent === 'elaborate') return null;
  return pick('facts', ABOUT_ONESELF.test(question) ? REFLECTIVE_QUESTIONS : talk.UNKNOWN_FACTS);
}

function isOtherTask(message: string): boolean {
  return OTHER_TASK.test(message);
}

function regulatedKind(message: string): keyof typeof talk.REGULATED | null {
  return REGULATED.find(([, pattern]) => pattern.test(message))?.[0] ?? null;
}

/** Something the person tells: reflect it, with its mood, and ask one question about it. */
function shareReply(turn: Turn): string {
  const { material, conversation, choice, polarity } = turn;
  if (countWords(material.message) >= LONG_MESSAGE_WORDS) {
    const opener = choice.one('long', conversation.freshest(LONG_MESSAGE_OPENERS[polarity]));
    const questions = conversation.fresh(LONG_MESSAGE_QUESTIONS[polarity]);
    return write([
      { text: opener, weight: WEIGHT.essential },
      { text: questions.length === 0 ? '' : choice.one('long-question', questions), weight: WEIGHT.question },
    ]);
  }
  const situation = situationOf(material.message, polarity);
  return write([
    { text: openerFor(turn, situation), weight: WEIGHT.essential },
    { text: questionFor(turn, situation), weight: WEIGHT.question },
  ]);
}

function openerFor(turn: Turn, situation: Situation | null): string {
  const { material, conversation, choice, polarity } = turn;
  const { mood } = material.summary;
  const phrases = situationPhrases(mood);
  const reflections = FRAMES[polarity].flatMap((frame) => phrases.map((phrase) => fill(frame, { phrase })));
  const echo = polarity === 'positive' ? echoOf(material.message) : null;
  if (echo !== null && choice.chance('echo', 0.6)) {
    const cheers = [
      `${echo}! That's wonderful.`,
      `${echo}! I love hearing that.`,
      `${echo}, how good is that!`,
      `${echo}! Well done.`,
    ];
    const fresh = conversation.fresh(cheers);
    if (fresh.length > 0) return withName(turn, capitalize(choice.one('cheer', fresh)));
  }
  // Mixed feelings are what the person most wants heard, so the phrase that holds both comes before the event's own.
  const told = conversation.fresh(situation?.reflections ?? []);
  const felt = freshFrames(turn, reflections);
  const first = polarity === 'mixed' ? felt : told;
  const second = polarity === 'mixed' ? told : felt;
  const options = first.length > 0 && (second.length === 0 || choice.chance('which-opener', 0.65)) ? first : second;
  const fallback = conversation.freshest(OPENERS[polarity]);
  const plainOpener =
    options.length === 0 || (situation === null && polarity !== 'mixed' && choice.chance('plain', 0.3));
  return withName(turn, choice.one('opener', plainOpener ? fallback : options));
}

/** Frames start alike; one that opened either of the last replies ("Oof, that sounds") waits its turn. */
function freshFrames({ conversation }: Turn, reflections: readonly string[]): readonly string[] {
  const startOf = (text: string) => text.split(/\s+/).slice(0, 3).join(' ');
  return conversation.fresh(reflections).filter((text) => !conversation.hasSaid(startOf(text)));
}

/** The best fresh question: about what happened, about who was in it, about the topic, about anything. */
function questionFor(turn: Turn, situation: Situation | null): string {
  const { material, conversation, choice, polarity } = turn;
  const about = conversation.fresh([...(situation?.questions ?? [])]);
  const who = conversation.fresh(questionsAboutMentions(turn));
  if (who.length > 0 && (about.length === 0 || choice.chance('who', 0.4))) return choice.one('question', who);
  if (about.length > 0) return choice.one('question', about);
  const [topic] = material.summary.topics;
  const tables: readonly (Topic | 'general')[] = topic === undefined ? ['general'] : [topic, 'general'];
  for (const table of tables) {
    const questions = conversation.fresh(QUESTIONS[table][polarity]);
    if (questions.length > 0) return choice.one('question', questions);
  }
  return '';
}

function questionsAboutMentions({ material, polarity }: Turn): readonly string[] {
  const mention = material.summary.mentions.find((candidate) => spokenOf(candidate) !== null);
  const who = mention === undefined ? null : spokenOf(mention);
  if (mention === undefined || who === null) return [];
  const table = mention.kind === 'pet' ? PET_QUESTIONS : PERSON_QUESTIONS;
  return table[polarity].map((question) => fill(question, { who }));
}

/**
 * Whether this reply says the name: about one reply in three, never two running. Half of the turns that may, since the
 * turn after one that did may not.
 */
function saysName({ material, conversation, choice }: Turn): boolean {
  const { preferredName } = material;
  if (preferredName === null || conversation.lastReply?.includes(preferredName)) return false;
  return choice.chance('name', 0.5);
}

/** Sets the name at the end of the first sentence, where it reads naturally: "That sounds exhausting, Priya." */
function withName(turn: Turn, opener: string): string {
  const [first = '', ...rest] = sentences(opener);
  const ending = /[.!]$/.exec(first)?.[0];
  const natural = countWords(first) <= 9 && !/[,:;]/.test(first) && ending !== undefined;
  if (!natural || !saysName(turn)) return opener;
  return [`${first.slice(0, -1)}, ${turn.material.preferredName}${ending}`, ...rest].join(' ');
}

/** Fills the `{name}` place of a greeting or farewell with ", Priya", or with nothing. */
function withNamePlace(turn: Turn, wording: string): string {
  return fill(wording, { name: saysName(turn) ? `, ${turn.material.preferredName}` : '' });
}

const SUGGESTIONS: Readonly<Record<Polarity, readonly string[]>> = {
  negative: ['I just need to vent', 'Help me think it through', "Let's talk about something else"],
  mixed: ['Help me think it through', 'I just need to vent', "Let's talk about something else"],
  positive: ['Let me tell you how it went', 'Ask me something'],
  neutral: ['Ask me something', 'I just need to vent'],
};

function suggestions({ material, polarity }: Turn): readonly string[] {
  const { intent, risk } = material.summary;
  if (intent === 'farewell' || risk.level !== 'none' || lossOf(material.message) !== null) return [];
  return SUGGESTIONS[polarity];
}
