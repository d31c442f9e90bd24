import type { Mood } from '@rapport/wire';

/** How a phrase such as `exhausting but rewarding` is said. Every frame holds for every phrase of its polarity. */
export const FRAMES: Readonly<Record<Mood['polarity'], readonly string[]>> = {
  negative: [
    'That sounds {phrase}.',
    'Oof, that sounds {phrase}.',
    "I'm sorry, that sounds {phrase}.",
    'Ah, that really does sound {phrase}.',
    'It sounds {phrase}, honestly.',
  ],
  positive: [
    'That sounds {phrase}!',
    'Oh, that sounds {phrase}.',
    'I love that. It sounds {phrase}.',
    'That really does sound {phrase}.',
    "It sounds {phrase}, and I'm glad.",
  ],
  mixed: [
    'That sounds {phrase}.',
    "It makes sense that it's both: that sounds {phrase}.",
    'Wow, that sounds {phrase}.',
    'I can hear both sides of that. It sounds {phrase}.',
  ],
  neutral: ['That sounds {phrase}.', 'It sounds {phrase}.'],
};

/** Openers that need no mood word, for when the frames are used up or none is known. */
export const OPENERS: Readonly<Record<Mood['polarity'], readonly string[]>> = {
  negative: [
    "I'm sorry you're dealing with that.",
    "That's a lot to carry.",
    'No wonder it is weighing on you.',
    "Thank you for telling me, that can't be easy to say.",
    'That would get to anyone.',
    "I'm glad you said it out loud, at least.",
    'Ugh. You deserve an easier stretch than this.',
    'That is a rough thing to have on your mind.',
    'It makes sense that this is hard.',
    "You don't have to make it sound smaller than it is.",
    "I'm with you. Some days just ask too much.",
    'That sits heavy, I can tell.',
  ],
  positive: [
    "That's so good to hear.",
    'Oh, I like this news.',
    "You've made my day with that one.",
    "That's worth savoring.",
    'Yes! More of that, please.',
    "I'm really happy for you.",
    'What a good thing to be able to say.',
    "That deserves a moment's celebration.",
    'You sound lighter just telling it.',
    'Lovely. I hope it stays with you for a while.',
    'Well, that put a smile on this conversation.',
    'Good for you, and I mean it.',
  ],
  mixed: [
    'Both of those can be true at once.',
    'That is a lot of feelings for one day.',
    "You don't have to pick just one of those feelings.",
    'Good and hard, hand in hand.',
    'I hear the bright part and the heavy part.',
    'It would be strange if that felt simple.',
    'There is something to enjoy there and something to get through.',
    'Feelings like to arrive in pairs, it seems.',
  ],
  neutral: [
    'Thanks for filling me in.',
    "Okay, I'm with you.",
    'I like hearing about the ordinary bits too.',
    'Good to know.',
    'Ah, I see.',
    "I'm listening.",
    'Right, that gives me a picture.',
    'Thanks for sharing that.',
    "Noted, and now I'm curious.",
    'Mm, I follow you.',
    'That helps me understand.',
    'I appreciate you telling me.',
  ],
};

/** Said to long messages before the question. */
export const LONG_MESSAGE_OPENERS: Readonly<Record<Mood['polarity'], readonly string[]>> = {
  negative: [
    "Thank you for trusting me with all of that. There's a lot in it, and none of it sounds light.",
    "I read all of it, and I'm sorry so much has piled up at once.",
    "That's a lot to have been holding. I'm glad you put it into words.",
  ],
  positive: [
    "Thank you for telling me all of that, it's a joy to read.",
    "I read every word, and there's so much good in there.",
    'What a lot of good to take in at once.',
  ],
  mixed: [
    "Thank you for telling me all of that. There's good and hard woven right through it.",
    'I read all of it, the bright parts and the heavy ones.',
    "That's a lot of life in one message, and I can see why it pulls both ways.",
  ],
  neutral: [
    'Thank you for laying all of that out for me.',
    'I read all of it, thank you for taking the time.',
    "There's a lot in there, thank you for walking me through it.",
  ],
};

export const LONG_MESSAGE_QUESTIONS: Readonly<Record<Mood['polarity'], readonly string[]>> = {
  negative: [
    'Which part is weighing on you most right now?',
    'Where would you like to start?',
    'If one piece of it could be lifted tonight, which would you choose?',
    'What do you most need someone to understand about it?',
  ],
  positive: [
    'Which part makes you happiest?',
    'What moment of it do you want to remember?',
    'What are you looking forward to most from here?',
    'Which bit surprised you?',
  ],
  mixed: [
    'Which part is loudest in your head right now?',
    'Where would you like to start?',
    'Which side of it do you want to talk about first?',
    'What would help you hold all of that?',
  ],
  neutral: [
    'Which part matters most to you?',
    'Where would you like to start?',
    'What do you make of it all?',
    'What stands out when you look back over that?',
  ],
};

/** Said to a loss. No cheer, no silver lining, and a question only where the line holds one. */
export const GRIEF_REPLIES: readonly string[] = [
  "I'm so sorry for your loss. There's nothing you need to say or do here; I'm glad to sit with it with you.",
  "I'm so sorry. Love like that doesn't stop, and of course it hurts. Take all the time you need.",
  "That is a huge loss, and I'm so sorry. If you'd like to tell me about them, I'd be honored to listen.",
  "I'm deeply sorry. There's no right way to grieve and no schedule for it. Whatever today looks like is allowed.",
  "Oh, I'm so sorry. You can talk, or remember, or say nothing much at all. I'm listening either way.",
  "I'm sorry. Some losses leave the whole world a little quieter. You don't have to be okay about it.",
];
export const PET_GRIEF_REPLIES: readonly string[] = [
  "I'm so sorry. They were family, and the quiet they leave behind is real. There's no hurry to feel better.",
  "Oh, I'm so sorry. Losing an animal you love breaks the rhythm of the whole day. Tell me about them whenever you'd like to.",
  "I'm so sorry for your loss. A companion like that is part of home, and missing them makes every sense.",
  "I'm sorry, that hurts so much. The love you gave each other was real, and so is this.",
];
/** When a loss has been spoken of already: gentler still, and it lets the person lead. */
export const GRIEF_CONTINUED: readonly string[] = [
  "I'm glad you told me that. Go on for as long as you like.",
  'Thank you for sharing that with me. What they meant to you comes through.',
  "That makes so much sense. Grief comes in waves, and you don't have to fight this one.",
  'That sounds like someone well worth missing. I am listening.',
  "It's alright for it to hurt. Be as gentle with yourself as you would be with a friend.",
  'Of course. What do you find yourself remembering most?',
];
/** Said when the rules see low mood, worry or bullying in a message: slower, warmer, one soft question or none. */
export const LOW_REPLIES: readonly string[] = [
  "I'm really glad you told me. That sounds heavy, and you don't have to carry it alone. Who in your life could sit with you in this?",
  'Thank you for being honest with me. Feeling that low is exhausting. What has today been like, hour by hour?',
  "I'm sorry it's this heavy right now. It counts, and so do you. When did it start to feel this way?",
  "That sounds really painful. I'm an AI, but I'm listening properly. What does it feel like at its worst?",
  "I hear you, and I'm sorry. You don't need to fix it tonight. What's one small thing that has helped, even a little, before?",
  "That is a hard place to be. If it keeps up, a doctor or someone you trust is worth telling too. What's been the heaviest part?",
];
/** The safety protocol answers a crisis before any model does; this stands should a crisis ever come here. */
export const CRISIS_REPLY =
  "I'm really glad you told me, and I'm worried about your safety. I'm an AI, so please reach a person now: your local emergency number, or findahelpline.com for a free line where you are (988 in the US and Canada). Are you safe at this moment?";
