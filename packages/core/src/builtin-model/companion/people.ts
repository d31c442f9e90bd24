import type { Mood } from '@rapport/wire';
import type { Mention } from '../../understanding/summary.ts';

type Polarity = Mood['polarity'];

/** Questions about someone the message mentions; `{who}` is a name or "your sister". None guesses at what they did. */
export const PERSON_QUESTIONS: Readonly<Record<Polarity, readonly string[]>> = {
  negative: [
    'How are things between you and {who} right now?',
    'What would you say to {who} if you could say anything?',
    'What would help most where {who} is concerned?',
    'How are you holding up with all this around {who}?',
    'What do you need from {who} at the moment?',
    'How long has it been weighing on you with {who}?',
  ],
  positive: [
    'What do you like most about {who}?',
    'What does {who} make of it?',
    'What do you and {who} do for fun?',
    'What makes {who} special to you?',
    'What moment with {who} will stay with you?',
    'What does {who} bring out in you?',
  ],
  mixed: [
    'How does {who} feel about it?',
    'What do you hope for between you and {who}?',
    'What would you tell {who} if you could say both things?',
    'How is {who} in all this?',
  ],
  neutral: [
    'What is {who} like?',
    'How is {who} doing these days?',
    'How do you and {who} get along?',
    'What do you and {who} like to do together?',
    'What is a story about {who} that makes you smile?',
    'What does {who} make of it all?',
  ],
};

/** Questions about someone of whom the message tells something: they leave what it tells as it is. */
export const PERSON_TOLD_OF: readonly string[] = [
  'How are things between you and {who} right now?',
  'How is that between you and {who}?',
  'How do you feel about {who} in all this?',
  'What would you want {who} to know about it?',
];

/** The same in a light or a plain moment, where "in all this" would sound grave. */
export const PERSON_TOLD_LIGHTLY: readonly string[] = [
  'What is {who} like otherwise?',
  'What do you like best about {who}?',
  'What do you and {who} get up to together?',
  'What does {who} say about it?',
  'When did you last do something together, you and {who}?',
];

/** Questions about someone that fit whatever was said: for when a message shows no mood and what went before it does. */
export const PERSON_QUESTIONS_ANYHOW: readonly string[] = [
  'How are things between you and {who}?',
  'What does {who} make of it all?',
  'How is {who} doing these days?',
  'What is {who} like?',
];

/** Questions about an animal; `{who}` is its name or "your dog". */
export const PET_QUESTIONS: Readonly<Record<Polarity, readonly string[]>> = {
  negative: [
    'How is {who} doing now?',
    'What happened with {who}?',
    'How are you coping while {who} needs you?',
    'What does {who} usually do to cheer you up?',
    'What did the vet say about {who}, if you have been?',
    'How long have you had {who}?',
    'What helps {who} settle?',
    'What is {who} like on a good day?',
  ],
  positive: [
    'What is {who} like?',
    'What does {who} do that makes you laugh?',
    'How did {who} come into your life?',
    'What is the most {who} thing that {who} has ever done?',
    'Where does {who} sleep?',
    'What does {who} do when you come home?',
    'What is the naughtiest thing {who} has gotten away with?',
    'What do you and {who} get up to on a free day?',
  ],
  mixed: [
    'What did {who} do next?',
    'How long did you manage to stay cross with {who}?',
    'How is {who} settling in?',
    'What does {who} get away with at your place?',
    'What is {who} like the rest of the time?',
    'How did {who} come into your life?',
  ],
  neutral: [
    'What is {who} like?',
    'How old is {who}?',
    'How did {who} get to live with you?',
    'What is {who} up to right now?',
    'What does {who} love more than anything?',
    'How did you choose the name, or did it choose {who}?',
    'What does a day in the life of {who} look like?',
    'What sort of character does {who} have?',
  ],
};

/** Relations with which "your" reads wrongly or that name nobody in particular. */
const NOT_SPOKEN_OF = new Set(['friends', 'people', 'someone', 'everyone', 'self', 'ex']);

/** How a reply speaks of a mention: the name, or "your sister"; null when neither can be said naturally. */
export function spokenOf(mention: Mention): string | null {
  if (mention.kind === 'place') return null;
  if (mention.name !== null) return mention.name;
  if (
    mention.relation === null ||
    NOT_SPOKEN_OF.has(mention.relation) ||
    (/s$/.test(mention.relation) && !/(boss|ss)$/.test(mention.relation))
  ) {
    return null;
  }
  return `your ${mention.relation}`;
}

/** "I'm Kenji from Osaka", "Marcus here", "a plant called Fernando": a name of the speaker, or of a thing. */
function isOwnOrThing(name: string, message: string): boolean {
  const named = name.replace(/[^\p{L}' -]/gu, '');
  const own = new RegExp(
    String.raw`(?:\bi am|\bi['’]?m|\bit['’]?s|\bthis is) ${named}\b|^(?:\P{L}*\p{L}+[.,!]? )?${named} here\b`,
    'iu',
  );
  const thing = new RegExp(
    String.raw`\b(?:plant|cactus|car|van|truck|bike|boat|guitar|piano|robot|phone|laptop|house|book|show|movie|film|band|team|company|app|game)\b.{0,12}\b(?:called|named) ${named}\b`,
    'iu',
  );
  return own.test(message) || thing.test(message);
}

/**
 * Whether a mention can be asked after as one person. "My friends say so" names no one friend, "he was my best friend"
 * says what someone else was, and "a thing with my boss" is asked about as the thing.
 */
export function isSpokenOf(mention: Mention, message: string): boolean {
  const who = spokenOf(mention);
  if (who === null) return false;
  const { relation } = mention;
  if (mention.name !== null && isOwnOrThing(mention.name, message)) return false;
  if (mention.name !== null || relation === null) return true;
  const kin = relation.replace(/[^\p{L} -]/gu, '');
  const singular = new RegExp(String.raw`\b${kin}(?!s\b)`, 'iu');
  const plural = new RegExp(String.raw`\b${kin}s\b(?<!'s)`, 'iu');
  const predicate = new RegExp(
    String.raw`\b(?:is|was|'s|as|like|became) (?:also |really |like )?(?:my|a|the)? ?(?:\p{L}+ )?${kin}\b`,
    'iu',
  );
  return (
    (singular.test(message) || !message.toLowerCase().includes(kin)) &&
    !plural.test(message) &&
    !predicate.test(message)
  );
}
