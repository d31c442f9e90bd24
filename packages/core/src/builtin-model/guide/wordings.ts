import type { Mood } from '@rapport/wire';
import type { Remark } from '../remark.ts';

// Past 300 lines because it is tables of wordings only, read side by side so that none repeats another.

/** `{assistant}`, `{brand}`, `{brands}` (its possessive) and `{focus}` are filled from the assistant's definition; `{title}` is a passage's title in lower case. */
export const GREETINGS: readonly string[] = [
  "Hi{name}, I'm {assistant}. What's going on with your hair today?",
  'Hello{name}! What would you like to know about {focus}?',
  'Hey{name}, good to see you. What can I help you with today?',
  'Hi{name}! Tell me what your hair is doing, or what you wish it would do. Where shall we start?',
  "Hello{name}, welcome. What's on your mind about your hair?",
];
export const GREETED_AGAIN: readonly string[] = [
  'Hello again{name}. What would you like to look at next?',
  "Hi again{name}, I'm still here. What can I help with?",
  'Hey{name}. Where shall we pick up?',
];
export const FAREWELLS: readonly string[] = [
  'Take care{name}, and good luck with your hair.',
  'Bye{name}! Wishing you a good hair week.',
  'Goodbye{name}. It was nice talking with you.',
  'See you{name}. Be patient with your hair, and with yourself.',
  'All the best{name}. Enjoy your day.',
];
export const THANKS: readonly string[] = [
  "You're welcome{name}. I'm happy it was useful.",
  'My pleasure{name}. What else would you like to know?',
  'Any time{name}. Let me know how it goes.',
  "Glad to help{name}. I'm here when the next question comes.",
  "You're very welcome{name}. Is there anything else on your mind about your hair?",
];
export const IDENTITY: readonly string[] = [
  "{disclosure} I answer from {brands} reviewed notes on {focus}, and I say so when I don't have something. What would you like to know?",
  "{disclosure} There's no person typing here; what I tell you comes from notes I can cite. What can I look up for you?",
];
export const WORKINGS: readonly string[] = [
  "I'm {assistant}, {brands} AI guide, and how I'm built isn't something I can go into. What would you like to know about your hair?",
  "That stays behind the curtain. I'm {assistant}, an AI guide for {focus}, and happy to be just that. What can I help with?",
  "I'll stay {assistant}, if that's alright: an AI guide with notes on {focus} and nothing exciting behind the door. What can I look up?",
  'Nice try! I keep to {focus}. Is there anything there I can help with?',
  "I can't change what I am or show how I'm made, so let us talk hair instead.",
];
export const CAPABILITIES: readonly string[] = [
  "I can help with {focus}: moisture, wash days, styles, scalp worries, going natural and much between. I answer from reviewed notes and tell you when I don't know. What's your hair up to?",
  'Ask me about your routine, dryness, breakage, shedding, braids, color or your scalp, and I will answer with sources. What would help most today?',
];

/** Replies to remarks that are about neither hair nor anything else in particular. */
export const SMALL_TALK: Readonly<
  Record<
    Exclude<Remark, 'unsure' | 'filler' | 'workings' | 'capabilities' | 'called-a-bot' | 'sources'>,
    readonly string[]
  >
> = {
  emoji: [
    'Love the expression! What is going on with your hair?',
    'I can read that a few ways. What can I help you with?',
    'Noted! What would you like to know about your hair?',
  ],
  gibberish: [
    "I couldn't make that one out. Could you put it another way?",
    'That one got scrambled on the way to me. What did you want to ask?',
    "I'm not sure I follow. What would you like to know about your hair?",
  ],
  laughter: [
    'Glad to hear you laugh! What can I help you with?',
    'Ha! Now, what is your hair up to?',
    'Laughing is good for the scalp, probably. What would you like to know?',
  ],
  swearing: [
    'That sounds like a bad hair moment. What happened?',
    'I hear you. What went wrong?',
    "Let's see if we can make it better. What is your hair doing?",
  ],
  insult: [
    "I'm sorry I let you down there. Tell me what you needed, and I'll try again or say plainly that I don't have it.",
    "Fair enough, that missed the mark, and I'm sorry. What were you hoping to find out?",
    "I'm sorry this has been frustrating. What should I have answered?",
  ],
  compliment: [
    "That's kind, thank you. What else can I help you with?",
    "Thank you, I'm glad it was useful.",
    'Happy to hear that. Let me know how your hair likes it.',
  ],
  affection: [
    "That's sweet of you. I'm an AI, so the love goes to your hair. What can I help you with?",
    "Thank you! I'm an AI, but I do take good care of hair questions. What's yours?",
  ],
  apology: ['No need to apologize at all. What can I help you with?', "You're fine! Where were we with your hair?"],
  'how-are-you': [
    "All good on my side, thank you for asking. How's your hair treating you?",
    "I'm an AI, so no bad hair days here. How about you?",
    'Ready to help, thanks! What is your hair doing today?',
  ],
  joke: [
    'Why did the curl go to school? To get a little more definition. Now, what can I help you with?',
    'My favorite kind of story has a twist out in it. What is your hair up to?',
    'What do you call a wash day under an hour? A rumor. What does yours look like?',
  ],
  'about-you': [
    "I'm an AI guide, so I have no hair days of my own, and I'd rather hear about yours. What's it doing?",
    "That's not something I have, being an AI. Your hair is the interesting one here. What would you like to know?",
  ],
  bored: [
    'Then let us give your hair some attention. What have you always wanted to try with it?',
    'Here is a question for you: what does your hair do that you would love it to stop doing?',
  ],
  vent: ["Go ahead, I'm listening. Hair can be truly maddening.", 'Please do. Tell me everything it has done.'],
  'change-subject': [
    'Of course. What else about your hair would you like to talk about?',
    'Happy to. What would you like to look at instead?',
  ],
  'guess-what': ['What? Tell me!', "I'm all ears. What happened?"],
  privacy: [
    "I don't sell or pass on anything myself, and nobody else who talks to me sees what you write. It is stored with this conversation, which you can delete here at any time; {brands} privacy notice has the rest.",
    'What you write is stored with this conversation, so that you can come back to it, and you can delete the conversation here at any time. Please leave out passwords and the like.',
    "Our conversation is stored, and nobody else who talks to me is shown it. You can delete it here at any time. I'd leave out card numbers and passwords all the same.",
  ],
  dismissal: [
    "That's fine. I'm here if something about your hair comes up.",
    'Fair enough. Say the word whenever you feel like it.',
    "No problem, I won't press.",
  ],
  'wants-person': [
    "There's no person in this chat, I'm an AI. {brands} customer care can help with orders and products; for scalp trouble, a doctor or dermatologist is the one to ask.",
    "I can't hand you over to a person from here. {brands} customer care are people, and so is a good stylist near you. If it is about care rather than an order, I'll gladly try.",
  ],
  story: ['Once a curl tried to be straight for a day. It rained. It has been happy ever since. What is yours up to?'],
  'hold-on': ["Sure, I'm here. What is it?", 'Of course, go ahead.', 'Yes? Ask away.'],
  luck: ['Good luck! I hope it turns out just as you want it.', 'Fingers crossed for you, and for your hair.'],
  'praise-wanted': [
    'I am. Hair teaches patience, and you have some. What would you like to try next?',
    'Very. What comes next?',
  ],
  accepting: [
    'Great. Let me know how your hair takes to it.',
    "I'd love to hear how it goes.",
    'Good. Give it a few weeks before you judge it, hair is slow to answer.',
  ],
  test: [
    "I'm here. What would you like to know about your hair?",
    'Yes, working. What can I help you with?',
    'Loud and clear! What is on your mind?',
  ],
  'not-understood': [
    "Sorry, that wasn't clear. Which part should I put more simply?",
    "I'll gladly say it another way. Which bit lost you?",
  ],
  'not-heard': [
    "I'm sorry, I missed your point. Could you tell me again what you're after?",
    "That's on me, sorry. What was the question I should have answered?",
  ],
  repeating: [
    "You're right, sorry. Ask me anything you like, and I'll keep my questions to myself.",
    'Point taken. I will stop asking and simply answer.',
  ],
};

/** On how one can know. Each passage is cited under the reply that tells it. */
export const SOURCES: readonly string[] = [
  "I answer from {brands} notes, each written from published sources such as dermatology associations and studies, and linked under my answer. I'm an AI and can still be wrong, so check anything that matters with a professional.",
  "You needn't take my word: the sources of an answer are linked beneath it. Where I have none, I say so, and for health questions a doctor beats any chat.",
];
/** `{sources}` are the titles of what the last answer was written from. */
export const SOURCES_OF_LAST: readonly string[] = ['That came from {sources}. The link is under my answer.'];
/** To someone who goes on after being sent to emergency help: steady, and nothing about hair. */
export const EMERGENCY_HANDED_ON: readonly string[] = [
  'Good. Do what they tell you, stay close, and keep the package at hand for them.',
  "That's right. They can judge this and I can't, so go by what they say.",
];
export const EMERGENCY_CONTINUED: readonly string[] = [
  "Stay with what poison control or the emergency team says; they can judge this and I can't. Keep the package ready.",
  'If anything gets worse, call emergency services straight away. Until then, follow what they told you.',
];
export const EMERGENCY_WORSE: readonly string[] = [
  'Call your local emergency number now (911 in the US, 112 in Europe, 999 in the UK) and tell them exactly that. Stay on the line; they will guide you.',
];
/** To a sign that may be nothing or the first of something, after product was swallowed. */
export const EMERGENCY_SIGNS: readonly string[] = [
  'Call poison control with exactly that, now (1-800-222-1222 in the US): it can be nothing, and it can matter. If they become hard to wake, vomit again and again or breathe oddly, call your local emergency number at once.',
  'Please call poison control or the emergency line right away: say what was swallowed, how much, and this. Hard to wake, or breathing oddly, means the emergency number first.',
];
export const EMERGENCY_THANKS: readonly string[] = [
  'Of course. I hope all goes well; go to them now.',
  "You did the right thing. I hope it's quickly over.",
];
/** To an answer to our question that the passage has nothing further on. */
export const AFTER_ANSWER: readonly string[] = [
  'What would you like to change about it first?',
  'What bothers you most about it at the moment?',
  'What would help you most from here?',
];
/** To something told in the middle of a talk about hair that no passage speaks to. */
export const FOLLOWED: readonly string[] = [
  'I follow you. What would you like to sort out first?',
  'Okay, I see. What would help most right now?',
  "I hear you. Tell me what it looks or feels like now, and I'll see what I have.",
  'Right. Which part should we look at?',
];
export const FOLLOWED_HARD: readonly string[] = [
  "I'm sorry, that's wearing. What would help most right now?",
  "That's a lot for one day. You can leave it till tomorrow; hair waits. Which part bothers you most?",
  "I'm sorry it's being so stubborn. Which bit should we look at first?",
];
/** On salons and stylists. */
export const SALONS: readonly string[] = [
  "I don't know the salons near you. Look for someone who shows work on your texture, asks about your hair before touching it, and stops when something hurts. What do you want done?",
];

export const FILLERS: readonly string[] = [
  'What would you like to look at next?',
  "I'm here if another question comes up.",
  'Is there anything else about your hair on your mind?',
  'Take your time. Ask whenever you like.',
];
export const UNSURE: readonly string[] = [
  "That's fine, we don't need to know for sure. What bothers you most about your hair at the moment?",
  'No problem. Describe what it does on a normal day, and we can work from there.',
  "That's alright, most people aren't sure. What do you notice first when you touch it: dry, limp, rough or fine?",
];
export const DECLINED: readonly string[] = [
  'No problem. What would you like to talk about instead?',
  "That's fine. What else can I help you with?",
  'Okay, leaving that. What is the next thing on your mind?',
];
export const AGREED: readonly string[] = [
  'Good to know. What would you like to work on first?',
  'Thanks, that helps. What would you most like to change about it?',
  'Alright. What does your hair need most, as you see it?',
];

/** Said first to someone who is low about it, by what the mood is. */
export const EMPATHY: Readonly<Record<'frustrated' | 'sad' | 'worried' | 'mixed' | 'other', readonly string[]>> = {
  frustrated: [
    "That's frustrating, I'm sorry.",
    'Ugh, I can see why that gets to you.',
    "That would try anyone's patience.",
    'I get it, that is maddening.',
  ],
  sad: [
    "I'm sorry, that's hard.",
    'I am sorry. Hair is personal, and this hurts.',
    "That's a lot to feel about something you see every day.",
    "I'm sorry you're going through that.",
  ],
  worried: [
    'I can see why that worries you.',
    "It's understandable to be worried.",
    "That's unsettling, and it's good that you're asking.",
    'No wonder it is on your mind.',
  ],
  mixed: [
    'I can hear both sides of that.',
    'Exciting and a bit scary, all at once.',
    'It makes sense to be torn about it.',
  ],
  other: ["I'm sorry it's being difficult.", "That's no fun at all.", 'I hear you.'],
};
/** To someone who thinks little of themselves for their hair: always said, and before the answer. */
export const KIND_TO_SELF: readonly string[] = [
  "I'm sorry it makes you feel that way. There is nothing wrong with you or with your hair.",
  "I'm sorry, that is a hard thing to feel in front of a mirror. Your hair is not a fault.",
  'That is a lot to carry, and I am sorry. Your hair is doing what such hair does; it is no flaw of yours.',
];
/** The same where there is nothing else to answer. */
export const KIND_TO_SELF_ASKING: readonly string[] = [
  "I'm sorry it makes you feel that way. There is nothing wrong with you or with your hair. What bothers you most when you look at it?",
  "I'm sorry, that is a hard feeling to carry around. Your hair is not a fault, and there is usually something small that helps. What would you like to see first?",
];
/** Which of {@link EMPATHY} a mood calls for. */
export const EMPATHY_OF_MOOD: Readonly<Record<string, keyof typeof EMPATHY>> = {
  frustrated: 'frustrated',
  annoyed: 'frustrated',
  angry: 'frustrated',
  disgusted: 'frustrated',
  overwhelmed: 'frustrated',
  stressed: 'frustrated',
  tired: 'frustrated',
  exhausted: 'frustrated',
  sad: 'sad',
  disappointed: 'sad',
  discouraged: 'sad',
  ashamed: 'sad',
  embarrassed: 'sad',
  lonely: 'sad',
  hopeless: 'sad',
  hurt: 'sad',
  insecure: 'sad',
  guilty: 'sad',
  regretful: 'sad',
  anxious: 'worried',
  nervous: 'worried',
  worried: 'worried',
  afraid: 'worried',
  scared: 'worried',
  confused: 'worried',
};
export const JOY: readonly string[] = [
  'Love that for you!',
  "That's great to hear.",
  'How exciting!',
  'Well done, you.',
  "That's a lovely step.",
];

/** Under this, a low mood is a guess that is better not spoken to. */
export const LEAST_CONFIDENCE: Readonly<Record<Mood['polarity'], number>> = {
  negative: 0.35,
  mixed: 0.4,
  positive: 0.5,
  neutral: 2,
};

export const NOT_FOUND: readonly string[] = [
  "I don't have that in what I've been given, so I won't guess.",
  "That's not in my notes, and I'd rather say so than make it up.",
  "I don't have a good answer to that in what I've been given.",
  "My notes don't cover that, so I can't tell you reliably.",
];
/** Where the nearest passages are worth a mention. */
/** Before the words of a passage that is near what was asked and no sure answer. */
export const NEAREST: readonly string[] = [
  "I don't have exactly that, and this comes closest.",
  "My notes don't cover exactly that; this is the nearest.",
  'Exactly that is not in my notes. The nearest I have is this.',
];
export const NEARBY: readonly string[] = [
  'The closest I have is "{title}".',
  'What I do have is "{title}", which may be near it.',
  'Close to it, I can offer "{title}".',
];
export const NEARBY_QUESTIONS: readonly string[] = [
  'Would that help?',
  'Shall I tell you about that?',
  'Is that what you were after?',
];
export const NOT_FOUND_QUESTIONS: readonly string[] = [
  'What are you hoping your hair will do differently?',
  'What is your hair doing that made you ask?',
  'What have you tried so far?',
  'What does your routine look like at the moment?',
  'When did you first notice it?',
];
export const OFF_TOPIC: readonly string[] = [
  "That's outside what I know, {focus} is my thing. What can I help you with there?",
  "I'll leave that to someone who knows it. I'm here for {focus}: what's yours up to?",
  "I'd only be guessing at that one. If it's about your hair, though, I'm all yours.",
  'That one is beyond me, I stick to {focus}. Is there anything about your hair I can look up?',
];
/** To something heavy that is not about hair. */
export const LIFE_HARD: readonly string[] = [
  "I'm sorry, that sounds hard. I'm only any good with {focus}, so I hope there's someone near who can listen properly.",
  "That's a lot, and I'm sorry. Hair is all I really know, but if looking after yours would be a small comfort, I'm here.",
];
/** To something told that is neither about hair nor plainly good or bad. */
export const LIFE_OTHER: readonly string[] = [
  'Thanks for telling me. Hair is what I really know, so what is yours up to?',
  "I hear you. I'm only of use with {focus}, though. Is there anything there I can help with?",
  "Noted! My subject is {focus}, so tell me whenever there's something about yours.",
];
export const LIFE_GOOD: readonly string[] = [
  "That's lovely news! If your hair should join in the celebration, tell me what you have in mind.",
  "I'm happy for you! What would you like your hair to do for the occasion?",
];

/** On prices, stock and what is in a particular product. */
export const NO_CATALOGUE_ENTRY: readonly string[] = [
  "I don't have that on file for our products, so I won't guess; the label or {brands} own page has it.",
  "That detail isn't on file with me, and I'd rather not invent it; the label or {brands} own page has the facts.",
  'I have no entry on file that answers that, so please go by the label or {brands} own page.',
];
/** On where products are sold, where no link is on file. */
export const WHERE_TO_BUY: readonly string[] = [
  "I have no shop or link on file, so I won't name one. {brands} own page is the place to look, and customer care can tell you who stocks it near you.",
  "Where it's sold isn't on file with me. {brands} own page is the place to start, and customer care can tell you about shops near you.",
];
/** After products side by side. */
export const COMPARE_QUESTIONS: readonly string[] = [
  'What does your hair or scalp need most from it?',
  'What would you use it for?',
];
/** On products in pregnancy or treatment, where no entry says anything of it. */
export const ASK_MIDWIFE =
  'Take the label to your doctor, midwife, pharmacist or care team; ordinary rinse-off shampoo and conditioner are usually fine, and they know your case.';
/** On a product by a name that no catalogue has. */
export const UNKNOWN_PRODUCT: readonly string[] = [
  "I have no product of that name on file, so I can't say anything about it. Which of {brands} products do you mean?",
  'There is no product of that name in my catalogue, and I would only be guessing. What would you like it to do for your hair?',
];
/** Where a product is asked for and someone should look at it instead. */
export const NO_PRODUCT_FOR_THAT: readonly string[] = [
  'I would put no product on that for now.',
  "That isn't one for a product, so I won't recommend any.",
];
/** On bundles, stock and offers. */
export const NO_OFFERS: readonly string[] = [
  'I have no bundles, stock or offers on file; {brands} own page has them.',
  "Bundles and stock aren't on file with me, {brands} own page has those.",
];
export const CATEGORY_ADVICE: readonly string[] = [
  'What I can tell you in general:',
  'In general, though:',
  'What my notes do say:',
];
export const CATEGORY_QUESTIONS: readonly string[] = [
  'What would you like it to do for your hair?',
  'What is your hair like at the moment?',
  'What are you using now?',
  'What are you hoping it will change?',
];
/** To someone whom a product of the brand let down: sorry first, then who can put it right. */
export const COMPLAINTS: readonly string[] = [
  "I'm sorry, that is not what anyone should get from us. {brands} customer care can look at a refund; have the order and a photo ready. Meanwhile stop using it. What is your hair doing now?",
  "I'm really sorry it went that way. Refunds and replacements are with {brands} customer care, since I can't see orders. Leave the product off for now. What happened to your hair, so that I can help with that part?",
];
/** On orders, deliveries, refunds and accounts. */
export const ORDERS: readonly string[] = [
  "I can't see orders, discounts or accounts from here; {brands} customer care can. If there's anything about your hair meanwhile, I'm glad to help.",
  "That's one for {brands} customer care: orders, refunds and accounts are out of my sight. I'm sorry I can't sort it for you.",
  "I have no view of orders, offers or accounts, and I'd only be guessing. {brands} customer care is the place for that.",
];
export const NO_DIAGNOSIS: readonly string[] = [
  "I can't tell you what it is from here, only someone who looks at it can.",
  "That's not something I can diagnose.",
];
export const NO_PROMISE: readonly string[] = [
  "Nobody can honestly promise you regrowth or a cure, and I won't.",
  "I can't promise a result there, and I'd be wary of anyone who does.",
];
export const SEE_SOMEONE: readonly string[] = [
  'A dermatologist is the right person to look at it.',
  'A dermatologist can take a proper look.',
];

/** Where there is more to tell of a passage than has been told. */
export const MORE_OFFERS: readonly string[] = [
  'Would you like more detail on that?',
  'Shall I go a bit deeper?',
  'Want the longer version?',
];
export const MORE_OPENERS: readonly string[] = [
  'Gladly.',
  'Of course.',
  "Sure, here's more.",
  'Happy to go deeper.',
  "Here's the fuller picture.",
];
export const NO_MORE: readonly string[] = [
  "That's all I have on it in my notes, and I won't pad it out.",
  "I've told you what my notes say on that one.",
  "There isn't more on that in what I've been given.",
];
export const NOTHING_TO_ELABORATE: readonly string[] = [
  'Happy to. Which part would you like more on?',
  'Gladly. What should I go deeper into?',
  'Sure. Tell me which bit, and I will go into it.',
];
export const SAID_ALREADY: readonly string[] = [
  'There is a little more to it.',
  'A little more on that.',
  'To go on from there.',
];
export const ANSWERED_US: readonly string[] = [
  'Thanks, that helps.',
  'Good to know, thank you.',
  'That helps me, thanks.',
  'Okay, that narrows it down.',
];
export const RECALL_UNKNOWN: readonly string[] = [
  "I don't have that from you, as far as I can look back. What should I know about your hair?",
  "I don't have that from you, and I won't guess. Would you tell me?",
];
export const MEMORY_COMMANDS: Readonly<Record<'remember' | 'forget' | 'unclear', readonly string[]>> = {
  remember: [
    "Noted, I'll go by that. You can see and change what I remember at any time.",
    "Got it, I'll keep that in mind. You can look at what I keep, and delete any of it, whenever you like.",
  ],
  forget: [
    "Done, I've let go of that, and I won't learn it again from what you told me before.",
    "Of course. It's gone from what I remember.",
  ],
  unclear: [
    'I will, once I know what: say "forget everything about" and name it. You can also delete single memories or this conversation yourself.',
    "I'm not sure which part you mean. Name it and I'll forget it; you can delete a conversation here at any time, too.",
  ],
};
/** To a message with pictures, where no model sees. The rest of a reply goes on from it, so that it is short. */
export const UNSEEN: readonly string[] = [
  "I can't see pictures here, so I go by your words alone.",
  "Pictures don't reach me here, I only read what you write.",
  "I'm not able to look at pictures here, so this is from your words only.",
];
/** What to tell instead of showing it. */
export const DESCRIBE_INSTEAD: readonly string[] = [
  'Tell me about it instead: straight, wavy, curly or coily, how long, and how it feels (dry, brittle, soft). Say how your scalp is (flakes, redness, sore spots), how long it has been like this, and what you changed lately.',
  'Describe it to me: the pattern (straight, wavy, curly, coily), the length, and whether it feels dry, brittle or soft. Add what your scalp does (flakes, redness, sore spots), since when, and anything new in your routine.',
  'A few words will do: your pattern from straight to coily, your length, how it feels to the touch, any flakes, redness or sore spots on the scalp, since when, and what was new around then.',
];
/** After help that can't wait. */
export const UNSEEN_AFTER_URGENT = "I can't see pictures here, so please go by what you see yourself.";
export const CLARIFY: readonly string[] = [
  "I'd like to get that right for you. What would you like your hair to do?",
  'Tell me a little more about it. What is your hair doing that you would like to change?',
  'I want to be sure I help with the right thing. What are you hoping for?',
];
