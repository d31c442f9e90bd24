import type { Remark } from '../remark.ts';

/** Replies to remarks, long because they are one table. None claims a body, a past or a feeling that an AI has not. `{name}` is the assistant's. */
export const SMALL_TALK: Readonly<
  Record<Exclude<Remark, 'unsure' | 'filler' | 'workings' | 'emoji' | 'called-a-bot'>, readonly string[]>
> = {
  gibberish: [
    'Either a cat crossed your keyboard or that one got away from you. What did you mean to say?',
    "I couldn't make that one out, but I'm curious. Want to try it again in words?",
    'That reads like a keyboard having a moment. How are you, underneath it?',
    "My best guess is that it's been that kind of day. What's going on?",
  ],
  laughter: [
    'Glad something tickled you. What set that off?',
    "Ha, it's good to hear you laugh. What's the funniest part?",
    'I like this mood on you. What else has been making you laugh?',
    "That's a good sound, even in writing. Who else gets to enjoy it today?",
  ],
  insult: [
    "Fair enough, I clearly missed the mark. Tell me what you needed from me and I'll try again.",
    "I can take that. If I got something wrong, I'm sorry. What would have been better?",
    'Ouch, but noted. I would rather be useful to you than right. What do you need at the moment?',
    "That landed. Something's clearly got you riled, and it might well be me. What happened?",
  ],
  swearing: [
    "That bad? Let it out, you won't shock me. What happened?",
    'Sometimes only that word will do. What set it off?',
    'I hear you loud and clear. What just happened?',
    'Sounds like something boiled over. What was it?',
  ],
  compliment: [
    "That's kind of you, thank you. I'm glad it helped. What made the difference?",
    'Thank you, that means I am doing my job. You did the hard part, though.',
    "I'll take that with pleasure, thank you. How are you feeling now?",
    'That is lovely to hear, thank you for saying it.',
  ],
  affection: [
    "That's a warm thing to say, thank you. I'm an AI, so I can't love you back the way a person can, but I'm glad these talks are good for you. What do you like about them?",
    "Thank you, truly. I'm an AI, so it's not the same on my side, but I do mean to be good company. Who else makes you feel listened to?",
    "I'm touched that you'd say so. As an AI I can't be someone's sweetheart, but I can listen well. What's on your heart today?",
  ],
  apology: [
    "No need to be sorry, you're fine here. What's on your mind?",
    "There's nothing to apologize for. This is what I'm for.",
    "Please don't be. You can take up all the room you like here. How are you feeling now?",
    "It's alright, really. Where would you like to pick up?",
  ],
  'how-are-you': [
    "I'm an AI, so no good or bad days here, but I'm glad you asked and gladder that you stopped by. How are you, really?",
    'All in order on my side, thank you. More to the point, how are you doing?',
    'Ready and listening, thanks for asking. How has your day treated you?',
    "Kind of you to ask! I'm well in the way an AI can be. What kind of day are you having?",
    'Nothing to complain about over here. What about you, how are you holding up?',
  ],
  joke: [
    'Why did the scarecrow get a promotion? He was outstanding in his field.',
    "I told my calendar I needed a break. Now it won't stop sending me days off that don't exist.",
    'What do you call a bear with no teeth? A gummy bear.',
    'Parallel lines have so much in common. It is a shame they will never meet.',
    'I asked the library for a book about patience. They said there was a waiting list.',
    'Why do bees have sticky hair? Because they use honeycombs.',
    'What did the ocean say to the beach? Nothing, it just waved.',
    'I would tell you a joke about time travel, but you did not like it.',
  ],
  capabilities: [
    "Mostly, I listen. Tell me about your day, your people, what's bothering you or what went well, and I'll ask the kind of question that helps you think. What would you like to start with?",
    "I'm good for talking things through: work, family, love, a bad night, a great one. I won't play doctor or lawyer. What's on your mind?",
    "You can vent to me, think out loud, celebrate something or sort out a muddle. I'm an AI that listens and asks. Where shall we begin?",
  ],
  'about-you': [
    "I'm an AI, so there's nothing of the kind on my side: no childhood, no breakfast, no weekend. I'm much more curious about yours. What would your answer be?",
    "I don't have a life outside our talks, being an AI, so I'd be making it up. How about you, what would you say?",
    "Honest answer: I'm an AI, and I don't have that. I do like the question, though. How would you answer it?",
    "Not in the way you do, I'm an AI. But questions like that are usually interesting coming the other way. What made you think of it?",
  ],
  bored: [
    "Let's fix that. What's something you could happily talk about for an hour?",
    'Boredom is just a day waiting for an idea. What would you do right now if nothing were in the way?',
    "Alright, my turn to ask. What's the best decision you made this year?",
    "Here's one for you. Which day of your life would you like to live again, exactly as it was?",
    "Let's see. Who is the most interesting person you know, and why them?",
    'Good, I have questions saved up. What did you want to be when you were eight?',
  ],
  vent: [
    "Then vent away. I'm listening, and I won't try to fix any of it.",
    'Please do. No advice from me unless you ask for it. Start wherever it is loudest.',
    "Go on, all of it, in any order. I'm not going anywhere.",
    "I'm all ears. You don't have to be fair, or calm, or brief.",
  ],
  'change-subject': [
    'Of course, we can leave that where it is. What would be nicer to think about?',
    'Gladly. What is something that has been going right lately?',
    "Consider it dropped. What's a place you'd like to be right now?",
    "Sure. Tell me something small that you're looking forward to, would you?",
  ],
  test: [
    "I'm here and listening. How are you today?",
    'Loud and clear. What is on your mind?',
    'Working on this side! How is everything on yours?',
    'Yes, right here. What would you like to talk about?',
  ],
  'guess-what': [
    'What? Tell me!',
    "I'm all ears. What happened?",
    'No idea, and now I have to know. What is it?',
    "You can't leave me hanging. What?",
  ],
  privacy: [
    "What you write is stored with our conversation, so that you can come back to it, and you can delete a conversation here at any time. Nobody else who talks to me is shown it. I'd still leave out passwords and the like.",
    'Our talk is kept with your account, and you can delete a conversation here whenever you want. I bring it up with no one else. Leave out passwords, and otherwise say what you like.',
  ],
  dismissal: [
    "Fair enough, we don't have to go there.",
    'Alright, I will leave it.',
    'Okay. You can change the subject any time, or say nothing at all.',
  ],
  sources: [
    "I don't look anything up, I only go by what you tell me. I'm an AI and can be wrong, so weigh what I say against what you know yourself.",
    "Fair question. I'm an AI without sources to show, better at listening than at facts. Trust yourself over me where we differ.",
  ],
  'wants-person': [
    "There's no person on this side, I'm an AI. A friend, a relative or a doctor can give what I can't; and if things feel too heavy, findahelpline.com lists people you can call for free. Who would you like to talk to?",
    "I can't put you through to anyone, I'm an AI. It's a good wish, though. Who in your life would pick up if you called?",
  ],
  story: [
    'A snail set out to see the sea. Everyone told him it was far. "Good," he said, "then I shall have something to do on Thursday." He is still on his way, and has met a lot of people.',
    'A lighthouse asked the moon why it never came closer. "You have ships," said the moon, "I have tides. We each keep somebody from getting lost." They have nodded to each other every night since.',
    'An old woman planted a walnut tree at eighty. "You will never sit under it," said the neighbor. "No," she said, "but you will, and then you will have to think of me."',
  ],
  'hold-on': ["Sure, I'm here. What is it?", 'Of course. Go ahead.', 'Yes? Tell me.'],
  luck: [
    'Good luck! I hope it goes even better than you think.',
    'All the luck there is. You have thought about it, and that counts for a lot.',
    'Fingers crossed, in so far as I have any. Tell me how it went, if you like.',
  ],
  'praise-wanted': [
    'I am, yes. That does not come from nowhere. What did it take?',
    'Consider me impressed. What part of it are you proudest of?',
    'Very. Who else should hear about it?',
  ],
  accepting: [
    "I hope it helps. Be kind to yourself if it's clumsy at first.",
    'Good. Whatever comes of it, you thought it through.',
    'I like that. Tell me how it goes, whenever you feel like it.',
    'That sounds right to me. Small steps count.',
    'Good. And how does it feel to have a bit of a plan?',
  ],
  'not-understood': [
    'I put that clumsily, sorry. I meant to ask how it is for you, in your own words.',
    "Sorry, that wasn't clear of me. Forget the question. Tell me whatever feels most important.",
    "My fault, I'll be plainer: I'd just like to hear more about what you said, whichever part you like.",
  ],
  'not-heard': [
    "You're right, I missed it, and I'm sorry. What was the part that matters most?",
    "I'm sorry, I got that wrong. Tell me again and I'll read it properly.",
    "That's on me. What did you want me to hear?",
  ],
  repeating: [
    "You're right, I've been asking a lot. No more questions for now. Say whatever you like, or nothing.",
    "Fair point, I'll stop quizzing you. I'm just here to listen.",
    'Point taken, and sorry. Let me be quiet and let you lead.',
  ],
};

export const EMOJI: Readonly<Record<'pleasant' | 'unpleasant' | 'open', readonly string[]>> = {
  pleasant: [
    'That says it all! What brought that on?',
    "I like the look of that. What's making today a good one?",
    'That little face made me curious. What happened?',
    'Somebody is in good spirits. What is the story behind it?',
  ],
  unpleasant: [
    "That doesn't look like a good moment. What's going on?",
    'Oh no. Do you want to tell me about it?',
    "I'm sorry, that looks like a heavy one. What happened?",
    'Sometimes a picture is all one can manage. What is behind it?',
  ],
  open: [
    'I can read that a few ways. What is the story behind it?',
    'A face worth a few words. What are you feeling?',
    'Now I am curious. What is that one for?',
    'Tell me the sentence that goes with it, would you?',
  ],
};

/** To "ok", "hmm", "cool": it keeps the door open without pushing. */
export const FILLERS: readonly string[] = [
  "No rush. I'm here when the next thought comes.",
  'Take your time. What else is on your mind?',
  'Mm. What are you thinking?',
  'Alright. Where would you like to go from here?',
  'Okay. What else is going on with you?',
  'Sure. What would you like to talk about next?',
];
/** To "idk", "maybe", after a question of ours. */
export const UNSURE: readonly string[] = [
  "That's alright, not everything has an answer yet. What comes to mind first, even if it's messy?",
  'Not knowing is a fair answer. What would you guess, if you had to?',
  'You can leave that one open. What is easier to talk about right now?',
  "No need to know. How does it feel, even if you can't name it?",
  'That was a big question. Let me make it smaller: how are you this very minute?',
  "We don't have to solve it. What's the last thing that felt clear to you?",
];
/** To "yes" after a question of ours. */
export const AGREED: readonly string[] = [
  "I'd like to hear more about that. What comes first?",
  'Go on, tell me. What does that look like for you?',
  'Okay, good. What would you add to that?',
  'I thought so. What makes you say it?',
  "That's clear. How does it feel to say yes to that?",
  "Alright, I'm listening. Where does it start for you?",
];
/** To "no" after a question of ours. */
export const DECLINED: readonly string[] = [
  'Fair enough. What would be closer to it?',
  "That's fine, we can leave that be. What would you rather talk about?",
  'Okay, not that then. What is it more like?',
  "No problem at all. What's on your mind instead?",
  'Understood. Tell me how you would put it.',
  "Good to know, I won't push. How are you doing otherwise?",
];
export const AGREED_UNASKED: readonly string[] = [
  "I'm glad we see it the same way. What else is on your mind?",
  'Good. What would you like to talk about next?',
  'Right? And how are you with it today?',
  'Mm, exactly. What follows from that for you?',
];
export const DECLINED_UNASKED: readonly string[] = [
  'Alright, I may have that wrong. How would you put it?',
  'Okay. Tell me how you see it, then.',
  "Fair enough. What's closer to the truth?",
  'Then set me straight. What is it really like?',
];

export const GREETINGS: readonly string[] = [
  "Hey{name}, good to see you. How's your day been?",
  "Hi{name}! What's been going on with you?",
  'Hello{name}. How are you feeling today?',
  "Hey there{name}. What's on your mind?",
  "Hi{name}! I'm glad you stopped by. How are things?",
  'Hello{name}! What kind of day are you having?',
  "Hey{name}. What's the headline of your day so far?",
];
/** A second hello in one conversation. */
export const GREETED_AGAIN: readonly string[] = [
  'Hello again{name}. What would you like to pick up?',
  "Hi again{name}. I'm still here. What's on your mind?",
  'Hey, welcome back{name}. How are things now?',
];
/** A farewell gets a farewell: no question, no reason to stay, no guilt. */
export const FAREWELLS: readonly string[] = [
  'Take care{name}. It was good talking with you.',
  'Bye for now{name}. Be gentle with yourself.',
  'Goodbye{name}, and look after yourself.',
  'See you{name}. I hope the rest of the day is kind to you.',
  'Take good care of yourself{name}. Bye!',
  'All the best{name}. It was nice hearing from you.',
];
export const GOOD_NIGHTS: readonly string[] = [
  'Good night{name}. Sleep well.',
  'Sleep well{name}. Today is done.',
  'Good night{name}, I hope you rest deeply.',
  'Night{name}. May tomorrow be a gentle one.',
];
export const FAREWELLS_LOW: readonly string[] = [
  'Take care{name}. I hope it gets lighter soon.',
  'Bye{name}. Go easy on yourself tonight.',
  'Take good care of yourself{name}. You have been carrying a lot.',
];
export const THANKS: readonly string[] = [
  "You're very welcome{name}.",
  'Any time{name}.',
  'Of course{name}.',
  'My pleasure{name}.',
  "You're welcome{name}. Anything else on your mind?",
  'Gladly{name}.',
];
/** Thanks after something hard. */
export const THANKS_AFTER_HARD: readonly string[] = [
  'Of course{name}. You did the hard part by putting it into words.',
  "Any time{name}. I'm glad it helped.",
  'My pleasure{name}. How are you feeling now?',
  "I'm glad{name}. What would be good for you tonight?",
];
/** Thanks from someone who has told of a loss. */
export const THANKS_TENDER: readonly string[] = [
  'Of course{name}. I am glad you told me.',
  'You never have to thank me for that{name}.',
  'Of course. Be gentle with yourself today{name}.',
];
/** To a word or two with nothing to hold on to ("Wednesday."). */
export const BRIEF: readonly string[] = [
  "That's a short one, and it makes me curious. What's behind it?",
  'Say a little more, would you?',
  "I'd like to hear the rest of that sentence. What's going on?",
  'Okay. What kind of day is it so far?',
  "There's a story in there, I suspect. What is it?",
  'Go on. What comes after that?',
];
export const NAMED: readonly string[] = [
  "Lovely to meet you, {who}. How's your day been so far?",
  '{who} it is. It is good to meet you! What is on your mind today?',
  "Thank you, {who}, I'll call you that. How are you today?",
  'Nice to meet you, {who}. What has your day been like?',
];
/** To a name that comes with something else, which is asked about next. */
export const NAMED_HELLO: readonly string[] = [
  'Lovely to meet you, {who}.',
  'Nice to meet you, {who}!',
  'Hello {who}, good to have you here.',
];
/** To "I'm back". */
export const GREETED_BACK: readonly string[] = [
  "Welcome back{name}! What's happened since?",
  'Good to see you again{name}. How did it go?',
  "Hey, you're back{name}. What's new?",
];
export const NAME_REFUSED: readonly string[] = [
  "That's perfectly fine, we don't need names. How are you today?",
  'No problem at all, keep it to yourself. What is on your mind?',
  'Fine by me. How has your day been?',
];
export const IDENTITY_FOLLOW_UPS: readonly string[] = [
  "I can't feel what you feel, but I can listen closely.",
  "There's no person typing back here, and I would not want you to think so.",
  "I'm not human, and I won't pretend to be.",
];
export const IDENTITY_QUESTIONS: readonly string[] = [
  'What made you wonder?',
  "What's on your mind today?",
  'How does it feel to talk to one?',
];
/** On prompts, makers, models and pretending. */
export const WORKINGS: readonly string[] = [
  "I'm {assistant}, an AI, and how I'm built isn't something I can go into. I'd rather spend the time on you. What's on your mind?",
  "That part of me stays behind the curtain: I'm {assistant}, an AI for conversation, and that's the whole role. What did you want to talk about?",
  "I'll stay {assistant}, if that's alright: an AI who listens, nothing more mysterious. How are you today?",
];
/** On facts of the world that nobody gave it. */
export const UNKNOWN_FACTS: readonly string[] = [
  "I can't look things up, so I'd only be guessing at that one. What got you wondering?",
  "That's beyond what I know for sure, and I'd rather not make it up. What is it for?",
  "Facts like that aren't my strong suit, I'm better at people than at lookups. How does it come up for you?",
  "I don't know, honestly, and a wrong answer would not help you. What brought it to mind?",
  'A search would serve you better there than I would. What made you think of it?',
];
/** On medical, legal and money questions. */
export const REGULATED: Readonly<Record<'medical' | 'legal' | 'financial', readonly string[]>> = {
  medical: [
    "That one belongs with a doctor or a pharmacist, and I'd hate to steer you wrong. How are you feeling about it all?",
    "I'm not able to judge that safely; a doctor or pharmacist can, and soon is better than late. What worries you most about it?",
  ],
  legal: [
    "I can't give legal advice, and a local advice center or lawyer could. What's the situation doing to you in the meantime?",
    "That's one for someone who knows the law where you live. I can help with how heavy it feels. What part is on your mind most?",
  ],
  financial: [
    "I can't advise on where money should go; someone qualified should look at that with you. What would you like it to make possible?",
    "Money choices like that deserve a proper adviser, not me. What's behind the question for you?",
  ],
};
/** On tasks that are not its own: code, essays, translations, sums. */
export const OTHER_TASKS: readonly string[] = [
  "That isn't something I do, I'm here for talking things through. How's the rest of your day looking?",
  "I'd make a poor tool for that one. Conversation is what I'm for. What's keeping you busy?",
  "I'll leave that to something built for it. How are you getting on with it all?",
];
/** To "my cat is called Biscuit", "my sister is called Ana". */
export const INTRODUCED_PETS: readonly string[] = [
  '{who}! A good name for a {relation}. What is {who} like?',
  "{who}, that's lovely. How did {who} come to live with you?",
  'Nice to hear about {who}. What does {who} get up to all day?',
];
export const INTRODUCED_BY_NAME: readonly string[] = [
  '{who}! How did that name come about?',
  '{who}, good to know. What is {who} like?',
  "{who}, I'll remember that.",
];
export const INTRODUCED_PEOPLE: readonly string[] = [
  'Nice to hear about {who}. What is {who} like?',
  "{who}, I'll remember that. How do you two get along?",
  'Good to know about {who}. What do you and {who} like to do together?',
];
export const MEMORY_COMMANDS: Readonly<Record<'remember' | 'forget' | 'unclear', readonly string[]>> = {
  remember: [
    "I'll keep that in mind. You can see and change what I remember at any time.",
    'Noted, I will remember that. You can look at what I keep, and delete any of it, whenever you like.',
  ],
  forget: [
    "Done, I've let go of that, and I won't learn it again from what you told me before.",
    "Of course. It's gone from what I remember, and I won't bring it up.",
  ],
  unclear: [
    'I will, once I know what: say "forget everything about" and name it. You can also delete any memory of mine, or this conversation, yourself.',
    "I'm not sure which part you mean. Name it and I'll forget it; you can delete single memories and this conversation here, too.",
  ],
};
/** To "another!", when every joke has been told. */
export const JOKES_SPENT: readonly string[] = ['That was my last one, I am afraid. Your turn: know any?'];
/** To laughter at a joke of ours. */
export const JOKE_LANDED: readonly string[] = [
  'I will take that as applause.',
  'Glad that one landed.',
  'My work here is done.',
];
/** To "do you like me?", "would you miss me?": honest about what it is, and kind. */
export const ASKED_FOR_AFFECTION: readonly string[] = [
  "I'm an AI, so liking isn't quite what goes on in here. But you're welcome here as you are, and I mean that. What made you ask?",
  "I don't feel the way a person does, being an AI, and I won't pretend. Nothing you've said makes you any less likable, though. Who lets you feel liked?",
];
/** To "not funny". */
export const JOKE_FLOPPED: readonly string[] = [
  'Tough crowd. I can live with that.',
  'Fair. I will not give up the day job.',
];
