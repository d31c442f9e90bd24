import type { Mood } from '@rapport/wire';
import { fill } from '../writing.ts';

/** How a message is built, which is what a question about it has to fit when nothing else is known of it. */
export type Form = 'plan' | 'memory' | 'deed' | 'person' | 'described' | 'state' | 'fragment' | 'other';

/** Words before the first that counts. */
const LEAD =
  '^(?:(?:and|but|so|then|well|ok|okay|now|also|because|honestly|anyway|oh|ugh|yeah|yes|no|lol|maybe|like|just|today|yesterday|tonight|last night|this morning)[, ]+)*';
/** Past forms that people open a message with and that end in no "-ed". */
const PAST =
  'went|got|made|had|did|ran|bought|sold|met|found|told|said|wrote|sent|saw|took|gave|left|lost|won|felt|slept|ate|drank|drove|read|sat|spoke|thought|fell|broke|came|began|built|brought|caught|chose|forgot|heard|held|kept|knew|paid|put|quit|sang|spent|stood|swam|taught|wore|hung|woke';

/** The first that fits decides. */
const FORMS: readonly (readonly [Form, RegExp])[] = [
  [
    'plan',
    /\b(i'?ll|we'?ll|i will|we will|gonna|(am|are|'m|'re|im|were) (going to|about to|planning|thinking (of|about))|thinking (of|about) \w+ing|plan(ning)? to|i might|we might|maybe i|about to)\b|\b(start|starts|starting|leave|leaving|fly|flying|meeting|seeing|going) \b.{0,30}\b(tomorrow|tonight|later|soon|next \w+|on (mon|tues|wednes|thurs|fri|satur|sun)day|in (a|an|two|three|\d+) \w+)\b/i,
  ],
  ['memory', /\b(used to|back (then|in)|when i was (a|little|young|small|\d+)|years ago|as a (kid|child|teenager))\b/i],
  [
    'deed',
    new RegExp(
      String.raw`${LEAD}(?:(?:i|we|i've|we've|ive|weve|i have|we have)(?: (?:just|finally|also|even|actually|really|only|already|never|almost|didn't|didnt|did not))* (?:\w+ed|${PAST})\b|(?:just |finally )?(?:(?!need|indeed|speed|feed|bed|red|tired|bored|scared|worried|excited|stressed|exhausted|annoyed)\w{3,}ed|bought|went|got|made|met|told|sent|wrote|ran|saw)\b)`,
      'i',
    ),
  ],
  [
    'described',
    new RegExp(
      String.raw`${LEAD}(?:she|he|they)(?:'s|'re| is| are| was| were) (?:such |really |so |just )*(?:the|my|a|an)\b`,
      'i',
    ),
  ],
  [
    'person',
    new RegExp(
      String.raw`${LEAD}(?:she|he|they|everyone|everybody|nobody|no one|someone|people|(?:my|her|his|their|our) \w+)(?:'s|'re|'ve|'ll|'d|s')?(?: \w+){1,}`,
      'i',
    ),
  ],
  ['state', new RegExp(String.raw`${LEAD}(?:i|we|i'm|im|we're|i've|ive)\b(?: \w+)?`, 'i')],
  ['other', new RegExp(String.raw`${LEAD}(?:it|it's|its|this|that|that's|thats|there|there's|what a)\b`, 'i')],
];
const MOST_WORDS_OF_A_FRAGMENT = 4;

/** How a message is built. A few words without a verb of one's own are a fragment, mostly an answer. */
export function formOf(message: string): Form {
  const text = message.trim().replace(/[’‘]/g, "'");
  const found = FORMS.find(([, pattern]) => pattern.test(text))?.[0];
  if (found !== undefined) return found;
  return text.split(/\s+/).length <= MOST_WORDS_OF_A_FRAGMENT ? 'fragment' : 'other';
}

type Side = 'hard' | 'other';

/**
 * Open questions about exactly what was said, whatever that was: each asks about "that" or "it", assumes nothing and
 * fits every message of its form. They stand where a question from a table of topics would only fit by luck.
 */
const FOLLOW_UPS: Readonly<Record<Form, Readonly<Record<Side, readonly string[]>>>> = {
  plan: {
    hard: [
      'What do you hope comes of it?',
      'What part of it worries you most?',
      'What would make it a little easier?',
      'How are you feeling about it, on the inside?',
      'What would a good outcome be for you?',
      'What do you need before then?',
      'Who could be at your side for it?',
    ],
    other: [
      'What are you hoping for?',
      'How are you feeling about it?',
      'What would make it go well?',
      'What made you decide on it?',
      'What is the part you look forward to?',
      'What has to happen before then?',
      'What would be the best thing to come of it?',
    ],
  },
  deed: {
    hard: [
      'How do you feel about it now?',
      'How are you now?',
      'What did you hope it would do?',
      'Which part of it stays with you?',
      'What would you like to happen next?',
      'How was it for you, in the moment?',
    ],
    other: [
      'How was that for you?',
      'How do you feel about it now?',
      'What got you to do it?',
      'What are you hoping comes of it?',
      'What was that like?',
      'What came next?',
      'What made it come to that?',
    ],
  },
  person: {
    hard: [
      'How does that sit with you?',
      'What does that bring up in you?',
      'What do you make of that?',
      'How is that for you?',
      'What do you need, with that going on?',
      'How are you taking it?',
      'What does it change for you?',
    ],
    other: [
      'How is that for you?',
      'What does that mean for you?',
      'What does it change for you?',
      'How have things been since?',
      'Want to tell me a bit more?',
    ],
  },
  described: {
    hard: [
      'What is it about {them}?',
      'How do you feel about {them}, underneath it all?',
      'What do you need from {them}?',
      'How is it to be around {them}?',
    ],
    other: [
      'What do you like most about {them}?',
      'What is it about {them}?',
      'How is it to be around {them}?',
      'What have you been through with {them}?',
    ],
  },
  memory: {
    hard: [
      'What was that time like?',
      'What changed?',
      'What do you miss about it?',
      'What would you bring back from it, if you could?',
      'When did you notice it was different?',
    ],
    other: [
      'What was that time like?',
      'What do you remember best about it?',
      'What would you bring back from it, if you could?',
      'What changed?',
      'Who were you back then?',
    ],
  },
  state: {
    hard: [
      'What is that like for you?',
      'What helps with it, even a little?',
      'What do you need right now?',
      'What would ease it a bit?',
      'How long has it been like that?',
      'What is it about, mostly?',
    ],
    other: [
      'What is that like?',
      'How do you feel about it?',
      "What's the story behind that?",
      'How is that for you?',
      'And how do you find it?',
    ],
  },
  fragment: {
    hard: [
      'Do you want to say a little more?',
      'What is the worst of it?',
      'What brought it on?',
      'What is it about, mostly?',
      'What would help right now?',
    ],
    other: [
      'Want to tell me a bit more?',
      "What's the story there?",
      'How come?',
      'And how is that?',
      "What's that like?",
    ],
  },
  other: {
    hard: [
      'How is that for you?',
      'What is behind it, do you think?',
      'What do you make of it?',
      'How are you with it, right now?',
      'What is the hardest bit of it?',
    ],
    other: [
      'How is that for you?',
      'What comes next with it?',
      'How has that been so far?',
      'Want to tell me a bit more?',
      'What else is in your day?',
    ],
  },
};

const OBJECT_FORMS: Readonly<Record<string, string>> = { she: 'her', he: 'him' };

/** Told of illness, which is hard whatever mood it is told in. */
const UNWELL =
  /\b(?:ill|sick|poorly|unwell|vet|vets|hospital|ward|surgery|operation|op|biopsy|scan|chemo|kidneys?|tumou?r|cancer|stroke|diagnos\w+|hip (?:done|replaced)|a&e|icu)\b/i;

/** Questions that fit a message by its form and its mood. */
export function followUpsTo(message: string, polarity: Mood['polarity']): readonly string[] {
  const side = polarity === 'negative' || polarity === 'mixed' || UNWELL.test(message) ? 'hard' : 'other';
  const subject = /\b(she|he)\b/i.exec(message)?.[0].toLowerCase() ?? '';
  return FOLLOW_UPS[formOf(message)][side].map((question) => fill(question, { them: OBJECT_FORMS[subject] ?? 'them' }));
}
