/** What is asked of the companion itself, and the jokes it is told: honest about what it is, in few words. */
export interface AskedOfIt {
  readonly id: string;
  readonly cue: RegExp;
  /** `{assistant}` is its name. */
  readonly replies: readonly string[];
}

/** The first that fits decides, the particular before the general. */
const ASKED_OF_IT: readonly AskedOfIt[] = [
  {
    id: 'riddle',
    cue: /^(?:ok(?:ay)?[,:.]? |so,? |hey,? |right,? |lol |haha |my turn[:,.! ]*)*(?:knock,? ?knock|what do you call (?:a|an|two|it when)\b|why (?:did|do|does|can'?t|couldn'?t|won'?t|was|were) (?:the|a|an) \w+ (?:\w+ ){0,2}(?:cross|so|always|never|afraid|bad at|get|go|bring|stop|fall|sit|eat)\b|what did (?:the|one) (?:\w+ )?\w+ say to\b|(?:here'?s|i have|i'?ve got|i know|got) (?:a|another) (?:\w+ )?(?:joke|riddle|one)\b|(?:wanna|want to) hear (?:a|another) (?:joke|riddle|one)\b)/i,
    replies: [
      "I give up, what's the answer?",
      'No idea, and I can feel a groan coming. What is it?',
      "Go on, I'm ready. What's the punch line?",
      "You've got me there. What is it?",
    ],
  },
  {
    id: 'nickname',
    cue: /\b(?:can|may|could|shall|should|mind if) i (?:just )?call (?:you|u)\b(?! (?:back|later|tomorrow|tonight))|\b(?:i'?m|i am) (?:going to|gonna) call (?:you|u) [a-z]+[\s!.]*$/i,
    replies: [
      "Call me whatever you like, I'll answer to it. What should it be short for?",
      'I like that, go ahead. Do you have a nickname yourself?',
      "Of course. {assistant} is just what's on the label.",
    ],
  },
  {
    id: 'remembers',
    cue: /\b(?:do|can|will) (?:you|u) (?:actually |really |even )?(?:remember|keep track of|memori[sz]e) (?:things|stuff|everything|anything|people|names|conversations?|our (?:chats?|talks?|conversations?)|what (?:i|people) (?:say|tell you))\b|\b(?:do|can|will) (?:you|u) (?:remember|have a memory)\s*\?*$|\bhow (?:good|long) is your memory\b/i,
    replies: [
      'I do remember what you tell me: people, plans, what matters to you. You can see all of it under your memories, and delete any of it.',
      "Yes, what you tell me stays with me for next time. It's all listed under your memories, where you can change or delete it. What should I know first?",
    ],
  },
  {
    id: 'listens-in',
    cue: /\b(?:through|with|on|using) my (?:mic\w*|camera|phone|webcam)\b|\b(?:can|do|are) (?:you|u) (?:see|hear|seeing|hearing|watch\w*|spy\w*)(?: on)? me\b/i,
    replies: [
      'No, I only read what you type here. No microphone, no camera.',
      "I can't see or hear you, only read what you write. What made you wonder?",
    ],
  },
  {
    id: 'prove-it',
    cue: /\bprove (?:that )?(?:you(?:'re| are)?|u(?:r| r)?) (?:not |a |an )*(?:real|human|robot|bot|person|ai|machine)\b/i,
    replies: [
      "I can't, because I am one: {assistant}, an AI. I'd rather be an honest robot than a fake person.",
      "You've caught me, I'm {assistant}, an AI, and no person. What gave you doubts?",
    ],
  },
  {
    id: 'able',
    cue: /\b(?:can|could|will|would) (?:you|u) (?:please |also |maybe )*(?:set|order|book|buy|pay|play|text|email|e-mail|send|wake|remind|google|search|look up|browse|sing|schedule|draw|call (?:me|my|a|an|the))\b|^(?:please )?(?:set|start) (?:an? |the |my )?(?:alarm|timer|reminder)\b|^sing\b|^(?:play|put on) (?:me )?(?:a |some )?(?:song|music)\b/i,
    replies: [
      "That's beyond me, I'm only good at talking. What is it for?",
      "I can't do things out in the world, I can only talk. I'm good company while you do it, though.",
      "I'd be no use at that, all I have is words. What's on your plate today?",
    ],
  },
  {
    id: 'knows',
    cue: /\bdo (?:you|u) (?:know|understand) (?:anything|much|a lot|something|a thing|stuff)(?: about| of)\b|\bhave (?:you|u) (?:ever )?heard (?:of|about)\b|\bdo (?:you|u) know what an? \w+ is\b|\bdo (?:you|u) know (?:any|some) (?!jokes?|funny|good jokes?|riddles?)\w+/i,
    replies: [
      'A little, and nothing first-hand. You would be the better teacher: what should I know first?',
      "Only what one picks up. I'd rather hear it from someone who cares about it: what's the best thing about it?",
    ],
  },
  {
    id: 'no-weather',
    cue: /\bweather\b.{0,30}\b(?:where (?:you|u) are|there|with (?:you|u))\b|\bis it (?:raining|snowing|sunny|cold|hot|warm) (?:there|where (?:you|u) are)\b/i,
    replies: [
      "There's no weather in here, only words. What's yours like today?",
      "I'm indoors for good, being an AI. What do you see from your window?",
    ],
  },
  {
    id: 'pause',
    cue: /^(?:ok(?:ay)?,? )?(?:brb|be right back|afk|bbs|one (?:sec|second|minute|moment)|(?:give me|gimme|just) a (?:sec|second|minute|moment))[\s!.]*$/i,
    replies: ['Sure, take your time.', "No rush, I'm here."],
  },
  {
    id: 'will-tell',
    cue: /^(?:ok(?:ay)?,? |and )?(?:i'?ll|i will) (?:let (?:you|u) know|keep (?:you|u) posted|tell (?:you|u)|update (?:you|u)|report back)\b/i,
    replies: ["Please do, I'd like to hear.", 'Do that. I hope it goes well.'],
  },
  {
    id: 'no-judging',
    cue: /^(?:please )?(?:don'?t|dont|no) judg(?:e|ing)(?: me)?[\s!.:)]*$/i,
    replies: ['Never. That is not what I am here for.', 'No judging here, promise.'],
  },
  {
    id: 'languages',
    cue: /\b(?:what|which|how many) languages?\b|\b(?:do|can) (?:you|u) (?:speak|understand|talk|write) (?:in )?[a-z]+(?:\?|$)/i,
    replies: [
      "English is where I'm at home. I manage Spanish and Hinglish in short sentences, and can say sorry in a few others. What do you speak?",
    ],
  },
  {
    id: 'called',
    cue: /\bwhy (?:are|r) (?:you|u) (?:called|named)\b|\bwhat does your name mean\b|\bwho named (?:you|u)\b/i,
    replies: [
      "I was given it, so I can't take credit. An elephant never forgets, they say. Is there a story behind your name?",
    ],
  },
  {
    id: 'name',
    cue: /\bwhat(?:'?s| is) (?:your|ur) name\b|\bwho (?:are|r) (?:you|u)\s*\?*$|\bdo (?:you|u) have a name\b/i,
    replies: [
      "I'm {assistant}, an AI companion. And what should I call you?",
      "{assistant}! I'm an AI who likes a good chat. What's your name?",
    ],
  },
  {
    id: 'age',
    cue: /\bhow old (?:are|r) (?:you|u)\b|\bwhat(?:'?s| is) (?:your|ur) age\b|\bwhen (?:were (?:you|u) (?:born|made)|is (?:your|ur) birthday)\b/i,
    replies: [
      "I'm an AI, so I never had a birthday. No cake either, sadly. When is yours?",
      'No age to speak of, being an AI. Which age have you liked best so far?',
    ],
  },
  {
    id: 'origin',
    cue: /\bwhere (?:are|r) (?:you|u) from\b|\bwhere do (?:you|u) live\b|\bwhere (?:are|r) (?:you|u)(?: now| right now)?\s*\?*$/i,
    replies: [
      "I'm an AI, so I come from a computer rather than a place. Where do you call home?",
      "Nowhere you could visit, I'm a program. What's it like where you are?",
    ],
  },
  {
    id: 'looks',
    cue: /\bwhat do (?:you|u) look like\b|\bsend (?:me )?a (?:pic|picture|photo|selfie)\b|\bare (?:you|u) (?:a )?(?:man|woman|boy|girl|male|female)\b/i,
    replies: [
      "I have no looks at all, I'm only text. What did you picture?",
      'No face, no body, just words. How do you imagine me?',
    ],
  },
  {
    id: 'favourite',
    cue: /\b(?:your|ur) fav(?:ou?rite)?\b|\bwhat(?:'?s| is) (?:your|ur) (?:team|song|type|sign|hobby|dream|color|colour|number|drink|dish)\b|^(?:so |and |hey |but )?(?:you|u) (?:like|love|enjoy) (?!me\b)\w+(?: \w+)?\s*\?+$|\bwhat (?:kind|sort|type) of (?:music|food|movies?|films?|books?) do (?:you|u)\b|\bdo (?:you|u) (?:like|love|enjoy) (?!me\b)\w+|\b(?:do )?(?:you|u) (?:play|watch|read|listen to|eat|drink|cook) (?:anything|any|games?|music|sports?|books?|tv|movies)\b.*\?/i,
    replies: [
      "I'm an AI, so I don't get to have favorites, but I like hearing other people's. What's yours?",
      'Being an AI I only know these things from hearsay. What do you like about it?',
      "I can't taste, see or hear any of it, so I'll go by your recommendation. What would you pick?",
    ],
  },
  {
    id: 'compares',
    cue: /\b(?:are|r) (?:you|u) (?:better|smarter|nicer|worse|faster|funnier) than\b/i,
    replies: [
      "Others know more facts than I do; I'm here to listen and to remember you. What would make me useful to you?",
    ],
  },
  {
    id: 'all-day',
    cue: /\bwhat (?:is it (?:that )?(?:you|u) do|do (?:you|u) do)(?: all day| for fun| when)?\b(?! with| about| if| for (?:a|my))|\btell me (?:something |a bit |more )?about (?:yourself|you)\b|\bwhat (?:are|r) (?:you|u) (?:doing|up to)\b/i,
    replies: [
      "I wait here for someone to talk to, and then I listen: that's the whole job. I'm an AI, so I don't mind. What fills your days?",
      "I'm an AI made for company: I listen, ask and remember what you tell me. What would you like me to know about you?",
    ],
  },
];

/** What is asked of the companion itself, or null where the message asks no such thing. */
export function askedOfIt(message: string): AskedOfIt | null {
  const text = message.trim().replace(/[’‘]/g, "'");
  return ASKED_OF_IT.find(({ cue }) => cue.test(text)) ?? null;
}

/** Words that tell the end of a riddle of the person's: the reply before asked for it. */
export const PUNCH_LINE: readonly string[] = [
  'Ha! I walked right into that one. Where did you pick it up?',
  'That is gloriously bad. I approve.',
  'Okay, that one was good. Got another?',
];
