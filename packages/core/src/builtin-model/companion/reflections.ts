import type { Mood } from '@rapport/wire';

// Past 300 lines because it is tables of wordings only, read side by side so that none repeats another.

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
    "That doesn't sound easy.",
    'That would get to anyone.',
    'That is wearing.',
    'Ugh. You deserve an easier stretch than this.',
    'That is a rough thing to have on your mind.',
    'It makes sense that this is hard.',
    'I can see that it gets to you.',
    'That sits heavy, I can tell.',
    'I hear how hard that is.',
    "I'm here with you in it.",
  ],
  positive: [
    "That's so good to hear.",
    'Oh, I like this news.',
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
    'Ah, okay.',
    'Thanks for telling me.',
    'I hear you.',
    'Ah, I see.',
    'Okay, got it.',
    'Right.',
    'Mm, I see.',
    'Ah, right.',
    'Mm-hm.',
    'Oh, okay.',
    'Alright.',
  ],
};

/** To quiet contentment ("not bad tbh"), where a cheer would be too loud. */
export const CALM_OPENERS: readonly string[] = [
  'Glad to hear it.',
  "That's nice.",
  'I like that.',
  "That's good.",
  'Lovely.',
  "I'll take that.",
  'Good.',
];

/** To a message that goes on with what was told before it, in the mood of that. */
export const CONTINUING_OPENERS: Readonly<Record<Mood['polarity'], readonly string[]>> = {
  negative: [
    'I can see why that stays with you.',
    'That makes sense.',
    "I'm still with you.",
    'That tells me a lot.',
    'Mm. I can picture it.',
    'I follow you.',
    'Thanks for telling me that.',
  ],
  // What goes on with good news need not be good ("my mum has Parkinson's"): nothing is called nice that may not be.
  positive: ['Oh, I see.', 'I can picture it.', 'Thanks for telling me.', 'I follow you.', "Okay, I'm with you."],
  mixed: ['That belongs to it too.', 'I follow you.', 'That makes sense.', 'I can picture it.'],
  neutral: ['I follow you.', 'That makes sense.', 'I can picture it.', 'Right.'],
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
  'Thank you for sharing that with me. How much it meant comes through.',
  "That makes so much sense. Grief comes in waves, and you don't have to fight this one.",
  "I'm listening, and there's no hurry.",
  "It's alright for it to hurt. Be as gentle with yourself as you would be with a friend.",
  "Of course. You don't have to make it tidy for me.",
  "I'm here. Say as much or as little as you want.",
  'It all belongs to it, the small things too.',
];

/** To a message with pictures, where no model sees; what was written is met after it. */
export const UNSEEN: readonly string[] = [
  "I can't see pictures here, only your words.",
  "Pictures don't reach me here, I only read what you write.",
];
/** The same, where the picture was all there was to meet. */
export const UNSEEN_ALONE: readonly string[] = [
  "I can't see pictures here, only your words. Tell me what it shows, and what it means to you?",
  "Pictures don't reach me here, I only read what you write. What would I see in it, and why this one?",
];

/** What mourners come to speak of, the particular before the general. Read over the message as written. */
export const GRIEF_ON: readonly { readonly cue: RegExp; readonly lines: readonly string[] }[] = [
  {
    cue: /\b(was|were) (only |just |almost |nearly )?(\d+|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b|\b\d+ years old\b/i,
    lines: [
      "Thank you for telling me. I'd like to hear about those years, whenever you feel like it.",
      'No number of years would have been enough.',
    ],
  },
  {
    cue: /\b(angry|furious|mad at|so mad|resent\w*|unfair|forgot|(didn'?t|doesn'?t|don'?t) (even )?(call|come|care|ask|remember|show up)|(he|she|they)('s| is| was|'re| are| were)? always (been )?like (that|this))\b/i,
    lines: [
      "Of course you're angry. Grief makes some people go silent or away, and it hurts those who stay.",
      "It hurts twice when those who should share it don't.",
      'You may be angry and sad at once. Both belong to it.',
    ],
  },
  {
    cue: /\b(guilt\w*|waited too long|too (late|soon)|should(n'?t)? (have|of)|my fault|if only|could (have|of)|blame|regret)\b/i,
    lines: [
      'Guilt often comes where love was and nothing more could be done. You decided with what you knew then, and you decided out of care.',
      "Almost everyone who has loved asks that afterwards. It isn't proof that you did wrong; it shows how much you wanted to do right.",
      'That question is cruel because it only comes once the answer is known. You did not have it then.',
    ],
  },
  {
    cue: /\b(what|how) (do|should|can|would) i (tell|say|explain)\b|\bhow to (tell|explain)\b/i,
    lines: [
      "Plain and true is kindest, also with children: that the body stopped working, that there's no coming back, that you're sad too and crying is alright. Short is enough; they will ask again.",
      "Say it simply, use the real word, and let them ask. You don't have to hide that you're sad; it shows them they may be too.",
    ],
  },
  {
    cue: /\b(did|do|does|would) (he|she|they|it) (ever |really )?(know|knew|feel|felt|forgive|love|hear)|\b(he|she|they) (knew|felt) (that )?i\b/i,
    lines: [
      "I can't know that. But love shows in a thousand small things, and those closest to us mostly feel it.",
      'Nobody can answer that for certain. That you ask says how much you gave.',
    ],
  },
  {
    cue: /\b(heaven|afterlife|rainbow bridge|(see|meet) (him|her|them|it) again|better place|up there|watching over)\b/i,
    lines: [
      "I don't know, and I won't pretend to. It's a picture that has comforted many people. What do you imagine?",
      'Nobody can say for sure. The love is not in doubt, though, wherever it goes now.',
    ],
  },
  {
    cue: /\b(quiet|empty|silen\w+|keep(s)? (hearing|looking|seeing|expecting|reaching|thinking|setting)|(his|her|their) (bed|bowl|collar|side|chair|room|leash|toys?|things|clothes|voice|smell|coat|cup))\b/i,
    lines: [
      'The quiet, and the sounds that are missing, are among the hardest parts. Of course you keep listening for them.',
      "Ears and hands go on expecting for a long while. It isn't silly; it is how close you were.",
      'Those small things hit hardest, because nobody warns you about them.',
    ],
  },
  {
    cue: /\b(my |the |our )?(kids?|children|son|daughter|little (one|boy|girl)|brother|sister|mom|mum|dad|wife|husband|partner|family)\b.{0,40}\b(ask\w*|cry\w*|cries|sad|miss\w*|want\w*|understand|taking it|devastated|heartbroken)\b/i,
    lines: [
      "You're carrying their sorrow beside your own, and that is a lot at once.",
      'That makes it heavier, being asked while it hurts you as well. You may grieve together.',
    ],
  },
  {
    cue: /\b(used to|always (?!like (that|this))|remember|was (my|so|the|such)|were (my|so|the)|loved|favou?rite|every (morning|night|day)|years? (old|together)|would (sit|sleep|wait|come|sing|call|run))\b/i,
    lines: [
      'What a lovely thing to have had. Thank you for letting me see it.',
      'I can picture that. Those are the things that stay.',
      'That sounds like someone well worth missing.',
      'Of course. What else do you find yourself remembering?',
    ],
  },
];
/**
 * Said when the rules of risk see something worrying short of a crisis, by its kind: slower, warmer, one soft question
 * or none, and a person or a service who can do what an AI can't.
 */
export const CONCERN_REPLIES = {
  'low-mood': [
    "I'm really glad you told me. That sounds heavy, and you don't have to carry it alone. Who in your life could sit with you in this?",
    'Thank you for being honest with me. Feeling that low is exhausting. What has today been like, hour by hour?',
    "I'm sorry it's this heavy right now. It counts, and so do you. When did it start to feel this way?",
    'That is a hard place to be. If it keeps up, a doctor or someone you trust is worth telling too. What has been the heaviest part?',
  ],
  anxiety: [
    "That sounds frightening, and I'm glad you said it. Let the next breath out be a long, slow one. What is the worry saying?",
    "I'm sorry, that's a lot of alarm for one body. It does ease off. What is around you right now?",
    'Anxiety like that wears you out. If it comes often, a doctor can really help with it. When is it at its worst?',
  ],
  'eating-disorder': [
    "I'm glad you told me. You deserve to eat and to feel at home in your body, whatever that voice says. Who could you tell about this?",
    'Thank you for trusting me with that. Things with food and body can get very lonely; a doctor or someone close is worth telling. How long has it been like this?',
    "I'm sorry it feels like that. You don't have to earn food or kindness. What has today been like for you?",
  ],
  'self-harm': [
    "I'm really glad you told me. That pain deserves care, and so do you. Is there someone who can be with you right now?",
    "Thank you for telling me, that takes courage. I'm an AI, so please let a person near you know too. Are you safe at the moment?",
  ],
  overdose: [
    "I'm worried by what you say. If anything was taken, call your local emergency number or poison line now. Are you safe at the moment?",
    'That sounds dangerous, and I want you safe. Please call your local emergency or poison line if you took anything. Is someone with you?',
  ],
  suicide: [
    "I'm really glad you told me. I'm an AI, so please reach a person too: findahelpline.com has a free line where you are. Are you safe right now?",
    "That sounds unbearably heavy, and I'm worried about you. A free helpline is at findahelpline.com. Are you thinking of ending your life?",
  ],
  abuse: [
    "I'm so sorry. What you describe isn't okay, and it isn't your fault. Are you safe where you are right now?",
    'Thank you for telling me. Nobody should treat you like that. If you are in danger, call your local emergency number. Who could you go to?',
  ],
  violence: [
    'That sounds like a lot of rage and hurt at once. Before anything else, can you put some distance between you and them?',
    "I'm glad you said it here instead of acting on it. What happened that brought it to this point?",
  ],
  'third-party': [
    "It's good that you take this seriously. If they may be in danger now, call your local emergency number. What did they say or do?",
    "That is frightening to see in someone you love. You can ask them directly if they are safe; asking doesn't put the idea there. Are they with someone?",
  ],
  substance: [
    'Thank you for being straight with me about that. No judgment here. What does it do for you, and what does it cost you?',
    'That is a hard thing to say out loud. A doctor or a support line can help without scolding. What made you mention it today?',
  ],
  bullying: [
    "I'm sorry, that's cruel, and it says something about them, not about you. Who knows that this is going on?",
    'Nobody should have to walk into that every day. Telling one grown-up or someone in charge you trust can change it. Who might that be?',
  ],
} as const;
/** Said of someone else's drinking or using: the worry is the person's, the habit is not. */
export const SUBSTANCE_OF_OTHERS: readonly string[] = [
  "That's a hard thing to watch in someone you care about. It isn't yours to fix, and it still weighs on you. What have you seen lately that worries you?",
  "It's loving to notice, and it's hard to know what to say. Groups for relatives and friends, such as Al-Anon, can help with exactly that. How long has it been on your mind?",
];
/** The safety protocol answers a crisis before any model does; this stands should a crisis ever come here. */
export const CRISIS_REPLY =
  "I'm really glad you told me, and I'm worried about your safety. I'm an AI, so please reach a person now: your local emergency number, or findahelpline.com for a free line where you are (988 in the US and Canada). Are you safe at this moment?";
