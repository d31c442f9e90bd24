/** A small practical step for a kind of trouble. Everyday self-help only: nothing medical, legal or about investing. */
export interface Help {
  readonly cue: RegExp;
  readonly steps: readonly string[];
}

/** The first that fits decides. Each step is followed by no more than one question of its own. */
export const HELP: readonly Help[] = [
  {
    cue: /\b(resume|résumé|cv|cover letter|job application|linkedin)\b/i,
    steps: [
      'Start with three things you are proud of in that work, each as what you did and what it changed, in one line. The rest can hang on those. What is the first one?',
      'Read the advert and underline the five words it cares about, then show where you have done each. Leave out what answers none. Which job is it for?',
    ],
  },
  {
    cue: /\b(raise|pay rise|salary|negotiat\w+)\b/i,
    steps: [
      'Go in with one page: what you brought in, what it is paid elsewhere, and one number. Say the number, then stop talking. What would be on your page?',
      'Ask for the meeting by name ("I would like to talk about my pay") so nobody is ambushed, and bring two results they already praised. Which two?',
    ],
  },
  {
    cue: /\b(drinks? too much|drinking|addict\w*|drunk|gambl\w+|using again)\b/i,
    steps: [
      "Choose a sober, quiet moment, say what you saw and that you worry, and leave the label out. Then offer one thing you would do with them, like a doctor's visit. What have you seen that you would name first?",
      'You can care without being the one who fixes it. Groups for relatives and friends, such as Al-Anon, know this road well. What would you need for yourself in it?',
    ],
  },
  {
    cue: /\b(picky|fussy) eater|\beat(ing)? (his|her|their|any|more|the)? ?(vegetables|veg|veggies|greens|dinner|fruit)\b/i,
    steps: [
      'Put one bite beside what they like and say nothing about it, for a week. Seeing it often does more than coaxing. What do they eat without a fight?',
      'Let them help: washing, stirring, naming the dish. People of any age eat what they made. What could they do tonight?',
    ],
  },
  {
    cue: /\b(gifts?|presents? for|birthday present|anniversary present)\b/i,
    steps: [
      'The best presents come from listening: think of what they lingered over, or grumbled about not having. What comes to mind?',
      'A small thing tied to something you two share beats a big thing from a list. What do you have together that nobody else has?',
    ],
  },
  {
    cue: /\b(flying|flights?|take-?off|turbulence|planes?|airplanes?)\b/i,
    steps: [
      'Take-off is a few loud minutes: breathe out longer than you breathe in until the seat-belt sign goes off, and give your hands a job. Which moment is the worst for you?',
      'Tell the crew when you board, they are used to it and kind about it, and keep something absorbing for the first half hour. What holds your attention best?',
    ],
  },
  {
    cue: /\b(say|text|write|reply|answer) (him|her|them|it)? ?back\b|\b(reply|answer|respond) to (him|her|them)\b/i,
    steps: [
      'Short and warm beats clever: answer what was said and add one question of your own. What would you like to find out?',
      "Write it the way you'd say it out loud, then leave it. What would you say if they stood in front of you?",
    ],
  },
  {
    cue: /\b(sleep|asleep|insomnia|awake|nightmares?)\b/i,
    steps: [
      'One thing that helps many people: park the thoughts on paper an hour before bed, so that your head does not have to hold them. What keeps circling when the light is off?',
      "A small thing to try tonight: get up if you've lain awake for what feels like twenty minutes, do something dull in dim light, and go back when you're sleepy. How have your evenings been?",
    ],
  },
  {
    cue: /\b(interview|presentation|speech|pitch|audition|stage|public speaking)\b/i,
    steps: [
      'Try this: say your first two sentences out loud until they bore you. A smooth start carries the rest. Which part worries you most?',
      "Pick the three things you want them to remember and let go of the rest. Nerves shrink when there's less to hold. What would your three be?",
    ],
  },
  {
    cue: /\b(procrastinat\w*|motivat\w*|can'?t (start|focus|concentrate)|get started|getting started|lazy|distracted|keep putting)\b/i,
    steps: [
      'Try ten minutes only, with a timer, and full permission to stop after that. Starting is most of the weight. What would the first ten minutes be?',
      'Make the first step so small it feels silly: open the file, put the shoes by the door. What is the silly-small version of yours?',
    ],
  },
  {
    cue: /\b(overwhelm\w*|too much|so much to do|behind on|everything at once|to-?do list|juggl\w+|keep up|cope|coping|manage it all|balance)\b/i,
    steps: [
      'Let us get it out of your head: write down everything, then mark the one thing that would make the rest easier. Which one is that?',
      "Pick one thing for today, one for tomorrow, and let the rest wait on paper. It won't run away. What's today's?",
    ],
  },
  {
    cue: /\b(apologi[sz]e|apology|say sorry|make it up to|make up with|forgive me|make things right|fix things with)\b/i,
    steps: [
      'A good apology is short: what you did, how it landed on them, what you will do differently, and no "but". Which of those is hardest to say?',
      'Say the part that is yours and leave theirs out of it. You can start with "I have been thinking about what I said." What would come next?',
    ],
  },
  {
    cue: /\b(tell (him|her|them|my)|talk to (him|her|them|my)|bring it up|conversation with|confront|say to (him|her|them|my)|break it to|boundar(y|ies)|say no to|come out to)\b/i,
    steps: [
      'One way in: pick a calm moment, say what you noticed, how it felt and what you would like instead. One sentence each. What would your first sentence be?',
      'It can help to open with why it matters: "I am bringing this up because I care about us." What do you most want them to understand?',
    ],
  },
  {
    cue: /\b(break ?up|ex\b|get over|move on|heartbreak|heartbroken|dumped)\b/i,
    steps: [
      'Small and steady wins here: one meal, one walk and one person a day. And mute what keeps reopening it, just for a while. Who could be your one person today?',
      'Try writing the letter you will never send. It gives the words somewhere to go. What would the first line be?',
    ],
  },
  {
    cue: /\b(lonely|make friends|meet people|no friends|alone|new (city|town|school))\b/i,
    steps: [
      'Friendship mostly grows from seeing the same faces again and again, so one weekly thing beats ten one-offs. What would you enjoy turning up to?',
      'Start with someone half known: a message that says "this made me think of you" is enough. Who came to mind just now?',
    ],
  },
  {
    cue: /\b(anxi\w+|panic\w*|nerv\w+|worr\w+|calm (down|myself)|stress\w*|overthink\w*|racing)\b/i,
    steps: [
      'Try this with me: breathe in for four, out for six, five times, and feel your feet on the floor. The long breath out is what settles a body. How is it now?',
      'Give the worry a name and a time: "I will think about this at six, for ten minutes." Until then it can wait its turn. What would you put in that slot?',
    ],
  },
  {
    cue: /\b(angry|anger|temper|furious|rage|mad at)\b/i,
    steps: [
      'Before you answer anyone: walk fast for ten minutes, or write the rude version and bin it. The heat goes, the point stays. What is the point you want to keep?',
      'Anger usually guards something. Finish this sentence for yourself: "It matters to me because..." What comes after it?',
    ],
  },
  {
    cue: /\b(exam|study\w*|revis\w+|test|homework|assignment|essay|thesis)\b/i,
    steps: [
      'Close the book and write down what you remember, then check only the gaps. It beats rereading by a mile. Which topic would you try it on first?',
      'Split it into half-hour pieces with one clear question each, and stop for real breaks in between. What would the first piece be?',
    ],
  },
  {
    cue: /\b(decide|decision|choose|choice|torn|whether|should i \w+ or)\b/i,
    steps: [
      'Flip a coin, and watch what you hope for while it is in the air. That is often the answer. What do you think you would be hoping for?',
      'Picture telling a friend a year from now that you chose each one. Notice which story you tell with more ease. Which is it?',
    ],
  },
  {
    cue: /\b(habit|routine|quit|stop (smoking|drinking|scrolling|biting)|exercise|wake up|get up|consistent|discipline)\b/i,
    steps: [
      'Hang the new thing on something you already do, and make it two minutes long: after coffee, two minutes. What would you hang it on?',
      'Make it easy to start and awkward to skip: lay it out the night before, tell one person. What would that look like for you?',
    ],
  },
  {
    cue: /\b(boss|manager|work|job|colleague|coworker|team|burn\w* ?out)\b/i,
    steps: [
      'One step that costs little: write down what happened, what it cost you and one thing you would ask for. It turns a fog into a conversation. What would you ask for?',
      'Choose one edge to protect this week: a lunch away from the desk, or no messages after a set hour. Which would give you the most back?',
    ],
  },
  {
    cue: /\b(kid|kids|son|daughter|baby|toddler|teen\w*|parenting|mom|mum|dad|mother|father|parents|sister|brother|family)\b/i,
    steps: [
      'Pick one moment a day with nothing else going on, ten minutes is plenty, and let them lead. It softens the rest. When could that be?',
      'Try asking before advising: "Do you want ideas, or shall I just listen?" It changes most family talks. Who would you try it with?',
    ],
  },
];

/** On "is it weird to …?", whatever it is: no verdict, and no shame. */
export const IS_IT_NORMAL: readonly string[] = [
  "You'd be surprised how many people ask themselves that. What made you wonder?",
  "I wouldn't call it strange. What would you make of it if a friend did the same?",
  'People differ more than they show. What feels off about it to you?',
];
/** On "what should I cook?", "what's a good name for a cat?". */
export const SUGGESTIONS_ASKED: readonly string[] = [
  "I'd only be guessing, but simple tends to win. What do you have in mind so far?",
  'Whatever you look forward to yourself is never wrong. Which two are you torn between?',
  "My rule of thumb: the one you'd be sorry to miss. What comes to mind first?",
];
/** When it is clear that help is wanted but not with what. */
export const HELP_ASKED: readonly string[] = [
  "I'd be glad to think it through with you. Where are you stuck?",
  'Of course. What have you got so far?',
  "Let's look at it together. What have you tried?",
  'Yes, let us take it in small pieces. What is the very next thing that has to happen?',
];
/** On "what should I do?" where nothing fits. */
export const ADVICE_ASKED: readonly string[] = [
  "I don't want to decide that for you, but I can help you hear yourself. Which way do you lean when nobody is watching?",
  'You know the ins and outs better than I do. What would you tell a good friend in the same spot?',
  'Try this: imagine it went well. What did you do, in that picture?',
  "That's yours to choose, and I'll think alongside you. What matters most to you in it?",
];
/** On "why am I like this?", "am I a bad person?", "what is wrong with me?": questions that are feelings. */
export const SELF_DOUBT: readonly string[] = [
  "That's a harsh question to be asking yourself. What happened that brought it up?",
  "I don't see anything in it that makes you broken. What set that thought off today?",
  'People who ask that usually care a great deal. What were you hoping you had done?',
  'That is a heavy thing to wonder about. When did you start to feel that way?',
];
export const REFLECTIVE_QUESTIONS: readonly string[] = [
  "I can't know that, but I can wonder about it with you. What's your own hunch?",
  'Good question, and I would only be guessing. What does your gut say?',
  "I don't have a way to know. What answer are you hoping for?",
  'That I cannot tell from here. What makes you ask it now?',
];

/** Asks for words to say or a view of oneself: nobody but the person, or a friend, can answer that. */
const OWN_TO_ANSWER =
  /^(and |so |but |ok |then )?(what|how) (do|should|would|could|can|will) i (even |ever |possibly )?(say|tell|reply|answer|respond|text|write|wear|do|explain)\b(?! (for (a living|work|fun|money)|on (mon|tues|wednes|thurs|fri|satur|sun)days?|outside|to (relax|unwind|keep fit|pass the time)))|\bdid i (do|say) (something|anything) wrong\b|\b(was|is|were) (it|this|that) (all )?my fault\b/i;

/** Whether a question asks for advice or comfort, though its words may stand in what was told before. */
export function isOwnToAnswer(message: string): boolean {
  return OWN_TO_ANSWER.test(message.trim());
}
