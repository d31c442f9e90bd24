import type { Mention, Topic } from '../../understanding/summary.ts';
import { remarkOf } from '../remark.ts';
import { capitalize, countWords, fill, WEIGHT, write } from '../writing.ts';
import { echoOf } from './echo.ts';
import { followUpsTo, formOf } from './follow-ups.ts';
import { toldOfLoss } from './manners.ts';
import { situationPhrases } from './moods.ts';
import {
  isSpokenOf,
  PERSON_QUESTIONS,
  PERSON_QUESTIONS_ANYHOW,
  PERSON_TOLD_LIGHTLY,
  PERSON_TOLD_OF,
  PET_QUESTIONS,
  spokenOf,
} from './people.ts';
import { QUESTIONS } from './questions.ts';
import {
  CALM_OPENERS,
  CONCERN_REPLIES,
  CONTINUING_OPENERS,
  FRAMES,
  GRIEF_CONTINUED,
  GRIEF_ON,
  GRIEF_REPLIES,
  LONG_MESSAGE_OPENERS,
  LONG_MESSAGE_QUESTIONS,
  OPENERS,
  PET_GRIEF_REPLIES,
  SUBSTANCE_OF_OTHERS,
} from './reflections.ts';
import type { Situation } from './situation.ts';
import { lossOf, situationOf } from './situations.ts';
import { BRIEF } from './small-talk.ts';
import type { CompanionTurn } from './turn.ts';
import { pick, pickFresh, withName } from './turn.ts';

/** A death, told now or earlier in the conversation: no cheer, and seldom a question. */
export function lossReply(turn: CompanionTurn): string | null {
  const { material, felt } = turn;
  const { intent, risk, mood } = material.summary;
  // "I miss my mom" may be said of someone who is well, far away.
  const isMissed = situationOf(material.message, turn.polarity)?.id === 'missing-someone';
  const loss = lossOf(material.message) ?? (risk.kind === 'grief' && !isMissed ? 'person' : null);
  const told = toldOfLoss(turn) && !turnedAway(turn);
  if (!told && loss !== null) return pick(turn, 'grief', loss === 'pet' ? PET_GRIEF_REPLIES : GRIEF_REPLIES);
  const goesOn = intent === 'share' || intent === 'question' || intent === 'ask-for-help';
  // Plain good news and other remarks end the mourning of a conversation, not of a person.
  const turnsAway = felt === 'positive' && (mood?.confidence ?? 0) >= SURELY_GLAD && !MOURNS.test(material.message);
  if (!told || !goesOn || turn.remark !== null || turnsAway || speaksOfElse(turn)) return null;
  const lines = GRIEF_ON.find(({ cue }) => cue.test(material.message))?.lines ?? GRIEF_CONTINUED;
  return pick(turn, 'grief', conversationHolds(turn, lines) ? lines : GRIEF_CONTINUED);
}

/** Whether the person asked to talk of something else, or turns to something of another kind, since the death was told. */
function turnedAway({ conversation }: CompanionTurn): boolean {
  const said = conversation.personSaid;
  const asked = said.findLastIndex((text) => remarkOf(text) === 'change-subject');
  return asked >= 0 && !said.slice(asked).some((text) => lossOf(text) !== null);
}

/** After a death so many messages are met as mourning, whatever they say. */
const MOURNED_ANYHOW = 2;
/** Words of whoever mourns goes on about: the dead, the feeling, what is left to do. */
const STILL_MOURNS =
  /\b(he|she|him|her|his|hers|they|them|died|dead|death|passed|cry|cried|crying|hurts?|tears|alone|lonely|empty|quiet|sad|grief|grieving|ashes|grave|cremat\w*|burial|wake|without|sorry|tell them|why|pain|numb|sleep)\b/i;

/** "My hip operation is on the 9th", three messages after: who goes on to something else is gone along with. */
function speaksOfElse({ material, conversation, felt }: CompanionTurn): boolean {
  if (felt === 'negative' || felt === 'mixed') return false;
  const latest = [...conversation.personSaid.slice(-MOURNED_ANYHOW), material.message];
  const mourned = latest.some((text) => lossOf(text) !== null || MOURNS.test(text) || STILL_MOURNS.test(text));
  return latest.length > MOURNED_ANYHOW && !mourned;
}

const SURELY_GLAD = 0.6;
/** Words that belong to mourning, however glad they sound ("I loved him so much"). */
const MOURNS = /\b(was|were|would have|would'?ve|used to|loved|miss|always|never|heaven|funeral|gone)\b/i;

/** Whether a table has a wording left that this conversation has not heard. */
function conversationHolds({ conversation }: CompanionTurn, lines: readonly string[]): boolean {
  return conversation.fresh(lines).length > 0;
}

/** What the rules of risk found worrying: slower and warmer than any table of topics. */
export function lowReply(turn: CompanionTurn): string | null {
  const { level, kind } = turn.material.summary.risk;
  if (level === 'none' || kind === 'grief') return null;
  const ofAnother = kind === 'substance' && SOMEONE_ELSES_HABIT.test(turn.material.message);
  return pick(
    turn,
    'low',
    ofAnother ? SUBSTANCE_OF_OTHERS : (CONCERN_REPLIES[kind ?? 'low-mood'] ?? CONCERN_REPLIES['low-mood']),
  );
}

/** Whose drinking it is decides whom the reply is for. */
const SOMEONE_ELSES_HABIT =
  /\b(my|our|his|her|their) ((best|old|little|big|older|younger) )?[a-z]+( [A-Z]\p{L}+)?('s| is| has been| keeps?| always| just)? (drinks?|drinking|drank|drunk|uses?|using|smok\w+|gambl\w+|addict\w*|high|relaps\w+)\b/iu;

/** From this length on a message is answered as a whole, not by the first situation in it. */
const LONG_MESSAGE_WORDS = 90;
const BRIEF_MESSAGE_WORDS = 2;
const MOOD_ONLY_WORDS = 3;

/** Something the person tells: reflect it, with its mood, and ask one question about it. */
export function shareReply(turn: CompanionTurn): string {
  const { material, polarity } = turn;
  const situation = situationOf(material.message, turn.felt, polarity);
  const wordCount = countWords(material.message);
  if (wordCount >= LONG_MESSAGE_WORDS) {
    return write([
      { text: pick(turn, 'long', LONG_MESSAGE_OPENERS[polarity]), weight: WEIGHT.essential },
      { text: pickFresh(turn, 'long-question', LONG_MESSAGE_QUESTIONS[polarity]), weight: WEIGHT.question },
    ]);
  }
  const isBare = wordCount <= BRIEF_MESSAGE_WORDS && formOf(material.message) === 'fragment';
  const hasHold = isOfItself(turn, situation) || turn.thread.situation !== null || material.summary.mentions.length > 0;
  if (isBare && !hasHold && turn.conversation.lastQuestion === null) {
    return pick(turn, 'brief', BRIEF);
  }
  return write([
    { text: openerFor(turn, situation), weight: WEIGHT.essential },
    { text: questionFor(turn, situation), weight: WEIGHT.question },
  ]);
}

/** The share of good news that is said back to the person ("You got the promotion! …"). */
const ECHOED_SHARE = 0.5;
/** Where both fit, how often the first kind of opener is used. */
const FIRST_KIND_SHARE = 0.7;
/** How often a mood that no event explains is met without naming it. */
const PLAIN_SHARE = 0.3;

/** The reflection that a reply opens with: of what happened, or of how it feels. */
export function openerFor(turn: CompanionTurn, situation: Situation | null): string {
  const { material, conversation, choice, polarity, felt: ownFeeling } = turn;
  if (ownFeeling === 'neutral' && polarity !== 'neutral' && situation === null) {
    return withName(turn, pick(turn, 'opener', CONTINUING_OPENERS[polarity]));
  }
  if (isCalm(turn) && situation === null) return withName(turn, pick(turn, 'opener', CALM_OPENERS));
  const echo = polarity === 'positive' ? cheerFor(turn) : '';
  if (echo !== '' && choice.chance('echo', ECHOED_SHARE)) return echo;
  const told = conversation.fresh(situation?.reflections ?? []);
  const felt = frames(turn, situationPhrases(material.summary.mood));
  // Mixed feelings are what the person most wants heard, so the phrase that holds both comes before the event's own.
  const [first, second] = polarity === 'mixed' ? [felt, told] : [told, felt];
  const usesFirst = first.length > 0 && (second.length === 0 || choice.chance('first', FIRST_KIND_SHARE));
  const options = usesFirst ? first : second;
  const plain =
    options.length === 0 || (situation === null && polarity !== 'mixed' && choice.chance('plain', PLAIN_SHARE));
  return withName(turn, plain ? pick(turn, 'opener', OPENERS[polarity]) : choice.one('opener', options));
}

/** Content and calm are pleasant without being news. */
function isCalm({ material }: CompanionTurn): boolean {
  const { mood } = material.summary;
  return mood?.polarity === 'positive' && (mood.primary === 'content' || mood.primary === 'calm');
}

const CHEERS: readonly string[] = [
  "{echo}! That's wonderful.",
  '{echo}! I love hearing that.',
  '{echo}, how good is that!',
  '{echo}! Well done.',
];

function cheerFor(turn: CompanionTurn): string {
  const echo = echoOf(turn.material.message);
  if (echo === null) return '';
  const cheers = CHEERS.map((cheer) => fill(cheer, { echo: capitalize(echo) }));
  return pickFresh(turn, 'cheer', cheers);
}

/** "That sounds exhausting but rewarding.", in every frame that no reply of this conversation opened with. */
function frames({ conversation, polarity }: CompanionTurn, phrases: readonly string[]): readonly string[] {
  const unused = FRAMES[polarity].filter((frame) => !conversation.hasSaid(frame.replace(/\{phrase\}.*$/, '')));
  return unused.flatMap((frame) => phrases.map((phrase) => fill(frame, { phrase })));
}

/** How often someone mentioned is asked after, where what happened could be asked about too. */
const PERSON_SHARE = 0.3;
/** The same of an animal: there is little else to ask of what one tells about it. */
const PET_SHARE = 0.8;
/** How often a question about the topic is asked, where one about the very words fits as well. */
const TOPIC_SHARE = 0.3;

/**
 * The best fresh question: about what happened, who was in it, or just what was said. A topic is a guess from a word or
 * two, so its questions come only where a mood shows what the topic is to the person.
 */
function questionFor(turn: CompanionTurn, situation: Situation | null): string {
  const { material, conversation, choice, polarity } = turn;
  const about = conversation.fresh(situation?.questions ?? []);
  const who = conversation.fresh(questionsAboutMentions(turn));
  const isTold = formOf(material.message) === 'person' || about.length > 0;
  const share = mentionOf(turn)?.kind === 'pet' ? PET_SHARE : PERSON_SHARE;
  if (who.length > 0 && (!isTold || choice.chance('who', share))) return choice.one('question', who);
  if (about.length > 0) return choice.one('question', about);
  const isFragment = formOf(material.message) === 'fragment';
  const isAnswer = isFragment && !isOfItself(turn, situation) && countWords(material.message) <= MOOD_ONLY_WORDS;
  const goesOn = conversation.fresh(isAnswer ? (turn.thread.situation?.questions ?? []) : []);
  if (goesOn.length > 0) return choice.one('question', goesOn);
  const topic = topicOf(turn);
  const ofTopic = conversation.fresh(topic === undefined || turn.felt === 'neutral' ? [] : QUESTIONS[topic][polarity]);
  if (ofTopic.length > 0 && choice.chance('topic', TOPIC_SHARE)) return choice.one('question', ofTopic);
  const ofWords = conversation.fresh(followUpsTo(material.message, isFragment ? turn.felt : polarity));
  if (ofWords.length > 0) return choice.one('question', ofWords);
  return ofTopic.length > 0
    ? choice.one('question', ofTopic)
    : pickFresh(turn, 'question', QUESTIONS.general[isCalm(turn) ? 'neutral' : polarity]);
}

/** The topic to ask about. Of a few words that name a feeling it is a guess, and health is mostly tiredness of something else. */
function topicOf({ material }: CompanionTurn): Topic | undefined {
  if (countWords(material.message) <= MOOD_ONLY_WORDS) return undefined;
  const [topic] = material.summary.topics;
  return topic === 'health' ? undefined : topic;
}

/** Whether a message tells of something new, rather than going on with what was told before it. */
function isOfItself({ material }: CompanionTurn, situation: Situation | null): boolean {
  return situation !== null || material.summary.mood !== null || material.summary.topics.length > 0;
}

/** "He's four", said of the dog that the message before named. */
const GOES_ON_ABOUT = /^(?:and |but |oh |so |well |yeah,? )*(?:he|she)\b/i;

/** Whom the message speaks of: named in it, or in the one before it and "he" or "she" in this. */
function mentionOf({ material, thread }: CompanionTurn): Mention | undefined {
  const named = material.summary.mentions.find((candidate) => isSpokenOf(candidate, material.message));
  return named ?? (GOES_ON_ABOUT.test(material.message) ? thread.mention : null) ?? undefined;
}

function questionsAboutMentions(turn: CompanionTurn): readonly string[] {
  const { material, polarity, felt } = turn;
  const mention = mentionOf(turn);
  const who = mention === undefined ? null : spokenOf(mention);
  if (mention === undefined || who === null) return [];
  const person = felt === 'neutral' && polarity !== 'neutral' ? PERSON_QUESTIONS_ANYHOW : PERSON_QUESTIONS[polarity];
  const isHard = [felt, polarity].some((side) => side === 'negative' || side === 'mixed');
  const toldOf = isHard ? PERSON_TOLD_OF : PERSON_TOLD_LIGHTLY;
  const told = formOf(material.message) === 'person' ? toldOf : person;
  const table = mention.kind === 'pet' ? PET_QUESTIONS[polarity] : told;
  return table.map((question) => fill(question, { who }));
}
