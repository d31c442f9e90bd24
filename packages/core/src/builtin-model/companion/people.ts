import type { Mood } from '@rapport/wire';
import type { Mention } from '../../understanding/summary.ts';

type Polarity = Mood['polarity'];

/** Questions about someone the message mentions; `{who}` is a name or "your sister". None guesses at what they did. */
export const PERSON_QUESTIONS: Readonly<Record<Polarity, readonly string[]>> = {
  negative: [
    'How are things between you and {who} right now?',
    'What do you wish {who} knew about how this feels?',
    'How did you and {who} leave it?',
    'What would help most where {who} is concerned?',
    'How long has it been like this with {who}?',
    'What is {who} like when things are good?',
    'What would you say to {who} if you could say anything?',
    'What worries you most when you think of {who}?',
    'How are you holding up with all this around {who}?',
    'What do you need from {who} at the moment?',
    'When did you last have a good moment with {who}?',
    'Who else sees what is going on with {who}?',
  ],
  positive: [
    'What do you like most about {who}?',
    'How did {who} take it?',
    'What did {who} say?',
    'How are you and {who} going to celebrate?',
    'What do you and {who} do for fun?',
    'What was it like sharing that with {who}?',
    'What makes {who} special to you?',
    'When do you next see {who}?',
    'What moment with {who} will stay with you?',
    'How long have you and {who} been this close?',
    'What does {who} bring out in you?',
    'What would {who} say was the best part?',
  ],
  mixed: [
    'How does {who} feel about it?',
    'What did you say to {who}?',
    'How are you and {who} doing underneath it all?',
    'What do you hope for between you and {who}?',
    'How did {who} take it?',
    'What would you tell {who} if you could say both things?',
    'What do you need from {who} next?',
    'How has {who} been through all this?',
  ],
  neutral: [
    'What is {who} like?',
    'How is {who} doing these days?',
    'How are things between you and {who}?',
    'What do you and {who} like to do together?',
    'How often do you and {who} get to talk?',
    'What have you and {who} been up to lately?',
    'What is the best thing about {who}?',
    'How would {who} describe you?',
    'What is a story about {who} that makes you smile?',
    'When did you last see {who}?',
    'What does {who} make of it all?',
    'What do you and {who} laugh about?',
  ],
};

/** Questions about someone that fit whatever was said: for when a message shows no mood and what went before it does. */
export const PERSON_QUESTIONS_ANYHOW: readonly string[] = [
  'How are things between you and {who}?',
  'What does {who} make of it all?',
  'How is {who} doing these days?',
  'What is {who} like?',
  'How much does {who} know of all this?',
  'What part does {who} play in your days?',
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
