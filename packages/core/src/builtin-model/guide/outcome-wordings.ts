import type { Outcome } from '../../advice/advice.ts';

/** By this a question of ours on which advice is meant is known again, when it is answered. */
export const WHICH_ONE = 'which do you mean';

/** To what came of advice; `{phrase}` is what was advised, going on from "we talked about". */
export const HEARD: Readonly<Record<Exclude<Outcome, 'harmed'>, readonly string[]>> = {
  worked: [
    "I'm so glad {phrase} worked for you.",
    "That's lovely to hear: {phrase} suits your hair.",
    'Wonderful. So {phrase} is one for your hair.',
  ],
  partly: [
    'Good that {phrase} did something for you, even if not all of it.',
    'So {phrase} helped in part. That tells us something.',
  ],
  did_not: [
    "Thank you for telling me: {phrase} wasn't it for your hair, so I'll leave it out from here.",
    "Good to know, even if it's a shame: {phrase} is not for your hair, and I won't suggest it again.",
  ],
  not_tried: ['No harm done, {phrase} can wait.', "That's fine, there's no hurry with {phrase}."],
};

export const THEN: Readonly<Record<Exclude<Outcome, 'harmed'>, readonly string[]>> = {
  worked: [
    'Keep it as it is, and change only one other thing at a time. What would you like to work on next?',
    "Keep doing it the same way for now. What's the next thing you'd like your hair to do?",
  ],
  partly: ["What is still not the way you'd like it?", 'Where does it fall short?'],
  did_not: [
    'What did your hair do instead: stay the same, or turn greasy, stiff or dry?',
    'What bothers you most about it now, so that I can look for something else?',
  ],
  not_tried: ['What stood in the way: time, money, or how to go about it?'],
};

/** The same of being seen by somebody, where `worked` is that they were. */
export const HEARD_OF_CARE = {
  worked: "I'm glad you had it looked at. What did they say, if you'd like to tell me?",
  not_tried:
    "I understand, that isn't always easy to arrange. A pharmacist or your family doctor can be a first step, and if it hurts, spreads, oozes or comes with fever, please don't wait.",
} as const;

/** What kept people from it, as they say it, and what can be said to that. */
export const OBSTACLES: readonly { readonly says: RegExp; readonly line: string }[] = [
  {
    says: /\b(time|busy|hectic|swamped|slammed|week|month|work|school|kids?)\b/i,
    line: 'Full weeks are the usual reason.',
  },
  {
    says: /\b(expensive|money|afford|budget|cost|payday|broke)\b/i,
    line: "It needn't cost anything more: what you have at home may do.",
  },
  {
    says: /\b(find|stock|sold out|shop|store|arriv\w*|deliver\w*|order\w*|buy)\b/i,
    line: 'Tell me what you do have, and I can say whether it will do.',
  },
  {
    says: /\b(forg[eo]t\w*|slipped|remember|spaced)\b/i,
    line: 'Put it next to something you do anyway, and it comes by itself.',
  },
  {
    says: /\b(scared|afraid|nervous|chicken\w*|worried)\b/i,
    line: 'Trying it on one small section first takes the risk out of it.',
  },
  { says: /\b(tired|exhausted|energy|spoons|lazy|motivat\w+)\b/i, line: 'On low days, less is enough.' },
  {
    says: /\b(braids|twists|wig|sew[- ]?in|cornrows|protective style)\b/i,
    line: 'While that style is in, it can wait.',
  },
];

export const SMALLER = 'Doing it once, on one section, on your next wash day is enough to tell.';

/** Harm, of skin and of hair: what to do comes first. */
export const HARMED = {
  skin: "I'm sorry that happened. Stop it now and rinse off what is left with lukewarm water. If your face or throat swells or breathing gets hard, call emergency services at once; a rash, sores or burning that lasts more than a day or two is for a doctor. I won't suggest {phrase} to you again.",
  hair: "I'm sorry it went that way. Leave it out now, wash gently, condition, and keep heat and tension away for a few weeks. Hair that comes out in clumps, or a sore scalp, is for a dermatologist. I won't suggest {phrase} to you again.",
} as const;
/** Proposed and never assumed: what is kept is only what they say themselves. */
export const SENSITIVITY_OFFER =
  'If it was the {ingredient}, tell me "I react to {ingredient}" and I\'ll keep it out of everything.';
/** To an answer that could be read either way: easy to answer with a tap. */
export const UNSURE =
  "Thank you. So that I get it right for {phrase}: did it help, help a little, do nothing or make things worse, or haven't you got to it?";
export const UNSURE_OF_HARM =
  'I want to get this right: if your skin or scalp reacted to {phrase}, stop it and rinse it off, and see a doctor if it swells, blisters or lasts. Did it make things worse, do nothing, or help?';
/** What may be tapped; each is read by rules. */
export const UNSURE_ANSWERS: readonly string[] = [
  'It helped',
  'It helped a little',
  'It did nothing',
  'It made things worse',
  "I haven't tried it yet",
];
export const WHICH =
  "Thank you for telling me how it went. Just so that I don't mix things up, which do you mean: {options}?";

/** Instead of advice that harmed them, asked for by its name. */
export const KNOWN_HARM =
  'You told me in {month} that this harmed you, so I would leave it out for good. What were you hoping it would do? Then I can look for something else.';
/** Before advice, on what came of it the last time. */
export const KNOWN = {
  worked: 'This worked for you in {month}, so we can build on it.',
  did_not: 'You told me in {month} that this did nothing for your hair, so I would try something else first.',
} as const;
