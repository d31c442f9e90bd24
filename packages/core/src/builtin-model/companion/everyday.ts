import { GOOD, HARD, type Situation } from './situation.ts';

// Past 300 lines because it is two tables: one entry a happening, their order is their meaning.

/** Told of somebody else, or of long ago: they stand before the tables that take the same words for the person's own. */
export const OF_OTHERS: readonly Situation[] = [
  {
    id: 'late-spouse',
    cue: /\b(my|our) late (wife|husband|partner|mother|father|mum|mom|dad|brother|sister|grand\w+|aunt|uncle|son|daughter|friend)\b/i,
    reflections: [
      'You carry them along, I can hear that.',
      "I'm sorry they are no longer here, and glad you bring them up.",
      'It sounds as though their words have stayed with you.',
    ],
    questions: ['What were they like?', 'What do you think they would say now?', 'What do you remember most fondly?'],
  },
  {
    id: 'getting-better',
    cue: /\b(recovering|recovered|on the mend|doing (much |so |really |a lot |very )?(well|better|great|fine|good)|getting (stronger|better)|home (now )?from (the )?(hospital|surgery)|out of (the )?hospital)\b/i,
    when: GOOD,
    reflections: [
      'Good to hear that things are going the right way.',
      'That is what one hopes to hear.',
      'One step at a time, and in the right direction.',
    ],
    questions: [
      'How long is it supposed to take?',
      'What helps most at the moment?',
      'What will be the first thing to do when it is all over?',
    ],
  },
  {
    id: 'other-ill',
    cue: /\b(he|she|they|(my|our) (?!(throat|head|stomach|back|knee|nose|ears?|teeth|tooth)\b)\w+)('s|'ve|s| is| are| has| have)?( just| been| got| gotten| caught| a bit| really| so)* (sick|ill|unwell|poorly|a cold|the flu|a fever|a bug)\b/i,
    when: HARD,
    reflections: [
      'Watching someone be ill is its own kind of tiring.',
      'Poor thing, and poor you in the middle of it.',
      'That keeps a whole household busy.',
    ],
    questions: ['How are things today?', 'Who takes over when you need a break?', 'How are the nights?'],
  },
  {
    id: 'wedding-ahead',
    cue: /\b(getting married|marries|the wedding is|('s|s) wedding is|tying the knot)\b.{0,60}\b(in|next|this|on|soon|same)\b/i,
    when: GOOD,
    reflections: [
      'A wedding to look forward to!',
      'That puts a big day on the calendar.',
      'Weddings do gather everyone together.',
    ],
    questions: [
      'What is your part in it?',
      'How are the plans coming along?',
      'What are you looking forward to most?',
      'How well do you know the two of them together?',
    ],
  },
  {
    id: 'moved-once',
    cue: /\b(when|since|after|before|until) (i|we) moved\b|\bmoved (here|there|to [\w ]{2,20}).{0,30}\b(ago|years?|months?|last|in (19|20)\d\d)\b/i,
    when: GOOD,
    reflections: [
      'So that goes back to the move.',
      'A new place changes more than the address.',
      'Starting over somewhere takes a while to settle.',
    ],
    questions: ['Does it feel like home by now?', 'What was it like to arrive there?', 'What took you there?'],
  },
  {
    id: 'used-to-do',
    cue: /\b(i|we) used to (play|sing|dance|paint|draw|write|act|swim|run|ski|surf|skate|cook|bake|sew|knit|travel|ride|sail|climb|fish|hike|garden)\b/i,
    when: GOOD,
    reflections: [
      'Things like that never quite leave you.',
      'The hands remember, they say.',
      'That is a good thing to have in your past.',
    ],
    questions: ['What did you love about it?', 'What made you stop?', 'Would you take it up again?'],
  },
  {
    id: 'was-given',
    cue: /\b(gave|brought|sent|made|lent|drew|knitted|baked|cooked) (me|us) (a|an|some|her|his|their|two|soup|dinner|breakfast|lunch|flowers)\b/i,
    when: GOOD,
    reflections: ['That was a kind thing to do.', 'Thoughtful.', 'Somebody had you in mind.'],
    questions: ['What did you say?', 'What made them think of it?', 'How are you two together?'],
  },
  {
    id: 'died-long-ago',
    cue: /\b(he|she|they|(my|our) \w+) (died|passed( away)?) (back )?(in (19|20)\d\d|(\w+ ){1,2}years ago|(a )?long (time )?ago|when i was)\b/i,
    reflections: [
      "I'm sorry. Some people stay missing, however long it has been.",
      'The years pass, and still one would like to tell them things.',
    ],
    questions: ['What do you remember best?', 'What would you like to tell them today?'],
  },
  {
    id: 'baby-days',
    cue: /\b(baby|newborn|toddler|little one)('s| is| has been| keeps|)( just| still| so| really)* (teething|crying|cries|won'?t (sleep|eat|nap)|awake|up|fussy|colic\w*)\b/i,
    reflections: [
      'That can be a long night in the making.',
      'Small person, big voice.',
      'You have your hands full, I can tell.',
    ],
    questions: ['What soothes best at the moment?', 'Who takes turns with you?', 'How much sleep is left for you?'],
  },
  {
    id: 'game-on',
    cue: /\b(watching|watched|watch|saw) (the|a|my|our) (\w+ )?(game|match|team|final|race)\b/i,
    when: GOOD,
    reflections: ['Ah, game time.', 'Snacks at the ready, I hope.'],
    questions: ['Who is playing?', 'Who are you rooting for?', 'How does it look so far?'],
  },
  {
    id: 'behind-one',
    cue: /\b(had|did|finished|done with|survived) (the|my|that|our) (job |driving |first )?(interview|exam|test|presentation|audition|appointment|meeting|date|talk|check-?up)\b/i,
    when: ['neutral'],
    reflections: ['So that is behind you.', 'Done, whatever comes of it.'],
    questions: ['How did it go?', 'Which moment of it sticks?', 'How do you feel now that it is over?'],
  },
  {
    id: 'awaits-word',
    cue: /\b(they|he|she)('ll|'d| will| would| said (they|he|she)('d|'ll| would| will)) (call|phone|email|write|text|let me know|get back to me|decide|be in touch)\b/i,
    when: HARD,
    reflections: ['Now comes the waiting.', 'And until then, patience.'],
    questions: ['What does your gut say?', 'How will you pass the time until then?'],
  },
];

/** What fills ordinary days. It stands after everything weightier, and asks about just that. */
export const EVERYDAY: readonly Situation[] = [
  {
    id: 'pet-told',
    cue: /\b(retriever|labrador|lab|poodle|beagle|terrier|bulldog|husky|shepherd|dachshund|corgi|collie|chihuahua|spaniel|mutt|tabby|siamese|persian|calico|maine coon|budgie|parakeet|tortoise|gecko|guinea pig|hamster|rescue (dog|cat))\b/i,
    when: GOOD,
    reflections: ['I can picture that one.', 'Good company, by the sound of it.', 'That is a character, I bet.'],
    questions: [
      'What is the funniest habit there?',
      'How did you two find each other?',
      'Who is really in charge at home?',
    ],
  },
  {
    id: 'appointment',
    cue: /\b(check-?up|routine (visit|appointment)|(vet|dentist|doctor'?s?|hair|eye|dental|hospital) (visit|appointment|appt)|appointment)\b/i,
    reflections: [
      'Hopefully in and out in no time.',
      'One of those things that has to be done.',
      'Fingers crossed that it stays routine.',
    ],
    questions: ['How do visits like that usually go?', 'When is it?', 'What comes after, as a reward?'],
  },
  {
    id: 'work-before',
    cue: /\bi (was|used to be|worked as|spent .{2,20} as) an? ([\w-]+ ){0,3}\w+(er|or|ist|ian|ant|ee|man|woman|nurse|cook|chef|clerk|pilot|smith|wright|attendant|mechanic)\b|\bi('m| am)? retired\b|\bretired (in|from|last|\w+ years)\b/i,
    when: GOOD,
    reflections: [
      'That is a trade with stories in it.',
      'You will have seen a thing or two there.',
      'A whole working life, that.',
    ],
    questions: [
      'Which day of it would you live again?',
      'What do you miss about it, and what not at all?',
      'How did you come to it?',
      'What would surprise people about that work?',
    ],
  },
  {
    id: 'work-told',
    cue: /\bi('m| am|m) (also |still |just )?an? ([\w-]+ ){0,3}(nurse|teacher|doctor|designer|engineer|developer|programmer|cook|chef|waiter|waitress|barista|driver|plumber|electrician|carpenter|lawyer|accountant|manager|paramedic|cashier|cleaner|student|writer|artist|musician|mechanic|welder|farmer|pharmacist|dentist|vet|therapist|librarian|hairdresser|barber|receptionist|scientist|researcher|firefighter|police officer|soldier|photographer|journalist|editor|baker|butcher|gardener|builder|painter|translator|analyst|consultant|secretary|clerk|carer|nanny|tutor|coach|pilot|attendant|freelancer|intern)\b|\bi work (as|at|in|for|on|with)\b|\bmy job is\b/i,
    when: GOOD,
    reflections: [
      'Ah, so that is what fills your days.',
      'I imagine no two days are alike there.',
      'That is a job I would love to hear more about.',
    ],
    questions: [
      'What is a normal day there like?',
      'What do you like best about it?',
      'How did you get into it?',
      'What do people get wrong about that work?',
    ],
  },
  {
    id: 'generations',
    cue: /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|a|no) (grand)?(children|kids|sons|daughters|boys|girls|grandkids)\b|\bgrand(children|kids)\b/i,
    when: GOOD,
    reflections: [
      'That is a full table at the holidays.',
      'A whole tribe!',
      'There must always be something going on with them.',
    ],
    questions: ['Who of them takes after you?', 'When are you all together?', 'What are they up to these days?'],
  },
  {
    id: 'long-marriage',
    cue: /\b(married|together) (for )?(\w+[- ]?\w* )(years|decades)\b|\bmarried (in|since) (19|20)\d\d\b/i,
    when: GOOD,
    reflections: ['That is a lifetime side by side.', 'So many shared mornings.', 'Not many things last that long.'],
    questions: [
      'How did you two meet?',
      'What was the secret, if there is one?',
      'Which year would you like to live again?',
    ],
  },
  {
    id: 'age-told',
    cue: /^(and )?(i'?m|i am|im) (only |just |almost |nearly |already )?\d{1,2}( years (old|of age))?[\s.!]*$|\bi('m| am) \d{2} years\b/i,
    when: GOOD,
    reflections: ['Thanks for telling me.', 'Good to know who I am talking to.'],
    questions: [
      'What is the best thing about that age?',
      'How does that number feel to you?',
      'What does a good day look like at that age?',
    ],
  },
  {
    id: 'body-ages',
    cue: /\b(knees?|hips?|back|eyes|hearing|memory|hands|legs|joints)\b.{0,30}\b(not what|isn'?t what|aren'?t what|used to be|playing up|creak\w*|stiff)\b/i,
    reflections: [
      'Bodies do keep the accounts.',
      'They have carried you a long way.',
      'Annoying when the engine is willing and the wheels are not.',
    ],
    questions: [
      'What do you refuse to give up, all the same?',
      'What makes it better on a good day?',
      'When do you notice it most?',
    ],
  },
  {
    id: 'club',
    cue: /\b(joined|(at|in|of|from) (the|a|my|our)) (\w+ )?(club|choir|team|band|league|class|society)\b|\b(we|i) (play|meet|sing|practi[cs]e|train|bowl|dance) (every|on|each)\b|\b(bowling|chess|bridge|bingo|darts|book club|choir practice)\b/i,
    when: GOOD,
    reflections: [
      'A fixed date with good people is worth a lot.',
      'That gives the week a shape.',
      'Nice to have a place where they expect you.',
    ],
    questions: ['Who is the character of the group?', 'What got you into it?', 'How long has that been going?'],
  },
  {
    id: 'clothes',
    cue: /\b(buy|get|need|find|wear|bought|got) (a |an |some |my )?(new )?(suit|dress|coat|jacket|shoes|hat|boots|outfit|shirt|glasses|jeans)\b/i,
    when: GOOD,
    reflections: [
      'Half the fun is in the fitting room, or none of it.',
      'A good reason to look sharp.',
      'That can make a whole day feel different.',
    ],
    questions: [
      'What sort do you have in mind?',
      'What is the occasion?',
      'Who do you trust to tell you the truth about it?',
    ],
  },
  {
    id: 'food',
    cue: /\b((had|ate|made|having|ordered|for|cook\w*) (\w+ ){0,3}(pizza|pasta|tacos|soup|sandwich\w*|sushi|curry|salad|burgers?|noodles|rice|leftovers|eggs|scones|cookies|muffins|jam|stew|pancakes|toast|lunch|dinner|breakfast|brunch|bread|cake|pie)|pad thai|lasagna|dumplings|ramen|biryani|best (food|dish)|eat so many)\b/i,
    when: GOOD,
    reflections: ['Now I know what is on the table.', 'A solid choice.', 'Food does make a day better.'],
    questions: ['What makes a really good one?', 'Who cooks at your place?', 'What would be your last-meal dish?'],
  },
  {
    id: 'setting-off',
    cue: /\b([Hh]eading|[Ff]lying|[Dd]riving|[Oo]ff|[Gg]oing|[Tt]ravell?ing|[Mm]oving) (back |over |down |up )?to (?!(the|a|my|bed|work|school|sleep|be|do|see|get|have|take|make|try|call|eat)\b)[A-Z]\w+/,
    when: GOOD,
    reflections: ['That is something to look forward to.', 'New streets to walk.', 'I like the sound of that.'],
    questions: ['What takes you there?', 'What is first on your list there?', 'Who is coming along?'],
  },
  {
    id: 'packing',
    cue: /\b((have|need|got|still) to pack|packing|pack(ed)? (my|the|our) (bags?|suitcase))\b/i,
    reflections: ['Ah, the suitcase puzzle.', 'Packing always takes longer than one thinks.'],
    questions: ['What must not be forgotten?', 'Do you pack light or bring the house?'],
  },
  {
    id: 'wants-something',
    cue: /\b(thinking (about|of)|considering|might|want to|maybe i'?ll|looking (at|into)) (getting|get|buying|buy|adopting) (a|an|some|another|the)\b/i,
    when: GOOD,
    reflections: [
      'An idea that has been growing, then.',
      'That sounds like a nice thing to turn over.',
      'Dreaming about it is half the fun.',
    ],
    questions: [
      'What would the first day with it look like?',
      'What put that into your head?',
      'What is holding you back, if anything?',
    ],
  },
  {
    id: 'ran-into',
    cue: /\b(bumped|ran) into (my|an?|our|some)\b|\bcaught up with\b/i,
    when: GOOD,
    reflections: ['A meeting like that can make a whole day.', 'Small world.', 'Some people are good to run into.'],
    questions: ['What did you two talk about?', 'How long had it been?', 'How do you know each other?'],
  },
  {
    id: 'woken',
    cue: /\b(wakes?|waking|woke|kept|keeps) (me|us) (up|awake|at \d)\b/i,
    reflections: ['A rude way to be woken.', 'There goes the lie-in.'],
    questions: ['How do you get back to sleep, if at all?', 'How long has that been going on?'],
  },
  {
    id: 'houseguest',
    cue: /\b(is|are|'s) (staying|living) with (me|us)\b/i,
    reflections: ['One more toothbrush in the bathroom.', 'A full house, then.'],
    questions: ['How is it going so far?', 'For how long?', 'What is good about it, and what is not?'],
  },
  {
    id: 'cannot-find',
    cue: /\bcan'?t find (my|the|a|any|anything)\b/i,
    reflections: ['Things do walk off by themselves.', "Looking for things is nobody's hobby."],
    questions: ['Where did you see it last?', 'How long have you been looking?'],
  },
  {
    id: 'own-english',
    cue: /\bmy english\b|\benglish is not my\b/i,
    reflections: [
      'Your English reads just fine to me.',
      'I understand you perfectly well.',
      'No need to be sorry, you make yourself clear.',
    ],
    questions: ['Which language do you dream in?', 'How long have you been learning it?'],
  },
  {
    id: 'went-back',
    cue: /\b(i|we)('m| am|'re| are| was| were)? (just )?(went|gone|got|am|'m|was) back (to|at) (work|school|the office|uni|college)\b/i,
    reflections: ['So the usual round has begun again.', 'The first day back is its own thing.'],
    questions: ['How was it to be back?', 'How did they receive you?', 'What was the day like?'],
  },
  {
    id: 'going-back',
    cue: /\bback (on|to work on|to school on|at work on|to the office on) (mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(go|going) back (to (work|school|the office|uni|college))?\b/i,
    when: GOOD,
    reflections: ['Back into the usual rhythm, then.', 'The first day back is its own thing.'],
    questions: ['How do you feel about going back?', 'What will you miss about being away?'],
  },
  {
    id: 'pets-told',
    cue: /\b(i|we)('ve| have)?( also| got| have| keep)* (an?|one|two|three|four|five|\d+|some) ([\w-]+ ){0,2}(cats?|dogs?|kittens?|pupp(y|ies)|rabbits?|bunn(y|ies)|hamsters?|birds?|parrots?|horses?|chickens|hens|fish|bees|snakes?|lizards?|goats?|pets?)\b/i,
    when: GOOD,
    reflections: ['Never a quiet house, then.', 'Good company to come home to.', 'Lucky animals, and lucky you.'],
    questions: ['What are they like?', 'Who is in charge at home?', 'How did that begin?'],
  },
  {
    id: 'pet-visit',
    cue: /\b((to|at|from|see|seeing) the vet('?s)?|vet (trip|today|tomorrow|tmrw|again))\b(?! (said|says))/i,
    reflections: ['Fingers crossed for the patient.', "Vets are nobody's favorite outing."],
    questions: ['What is it for?', 'How do visits like that usually go?'],
  },
  {
    id: 'helped',
    cue: /\b(it|that|this|the \w+|talking) (really |actually |kind of |kinda )?(helped|helps)( me)?( a (bit|lot|little|ton))?\b/i,
    reflections: ['Good, I am glad it did.', 'That is worth remembering.'],
    questions: ['What about it did you good?', 'When could you do it again?'],
  },
  {
    id: 'went-well',
    cue: /\b(it|that|this|everything|all|the \w+) (went|is going|'s going|turned out|worked out)( really| so| pretty| quite| very| just)? (ok|okay|well|fine|good|great|alright|smoothly)\b/i,
    when: GOOD,
    reflections: ['That is good to hear.', 'Good, one thing less to wonder about.'],
    questions: ['What was the best moment of it?', 'What happens next?', 'What do you think made the difference?'],
  },
  {
    id: 'hungry',
    cue: /\b(i'?m|i am) (so |really |a bit |kinda )?(hungry|starving|peckish|thirsty)\b/i,
    reflections: ['Then something should be done about that.', 'First things first.'],
    questions: ['What do you feel like having?', 'What is there in the kitchen?'],
  },
  {
    id: 'somebody-away',
    cue: /\b(is|'s|are|'re) (away|out of town|abroad|travell?ing|on a (business )?trip)\b/i,
    when: GOOD,
    reflections: ['So the place is yours for a while.', 'That changes the days a little.'],
    questions: ['How is it at home meanwhile?', 'What do you do with the quiet, if there is any?'],
  },
  {
    id: 'on-screen',
    cue: /^(just |mostly )?(watching )?(tv|netflix|youtube|tiktok|reddit|instagram|videos|a (show|movie|film)|movies)[\s!.]*$/i,
    reflections: ['A screen evening, fair enough.', 'Sometimes that is just right.'],
    questions: ['What is on at the moment?', 'What would you recommend to me?'],
  },
  {
    id: 'just-work',
    cue: /^(just |mostly |only )?(work|at work|the office|meetings|emails|my job)( stuff| mostly| as usual)?[\s!.]*$/i,
    reflections: ['Ah, work.', 'The daily round, then.'],
    questions: ['What do you do there?', 'How is it treating you these days?'],
  },
  {
    id: 'just-school',
    cue: /^(just |mostly |only )?(school|uni|college|classes|homework|studying|hw)( stuff| mostly| as usual)?[\s!.]*$/i,
    reflections: ['Ah, school.', 'Lessons and all that, then.'],
    questions: ['What is the least bad part of it?', 'Which subject is it at the moment?'],
  },
  {
    id: 'likes',
    cue: /\bi (really |also |just )?(like|love|enjoy|adore|am into|'?m into) (?!you\b|it when|him|her|them|my\b|that\b|this\b|how\b|to see\b)\w+/i,
    when: GOOD,
    reflections: ['I like hearing what people like.', 'Good taste.', 'That tells me something about you.'],
    questions: ['What do you love about it?', 'How did you get into it?', 'When did you last get to do it?'],
  },
  {
    id: 'lives-there',
    cue: /\b(i|we)('m| am|'re| are)? (live|living|from|based|grew up|was born) (in|near|on|at)?\b/i,
    when: GOOD,
    reflections: ['Good to know where you are.', 'Now I can place you.'],
    questions: [
      'What do you like about it there?',
      'What would you show a visitor first?',
      'What is it like there at this time of year?',
    ],
  },
  {
    id: 'they-live',
    cue: /\b(she|he|they|who|my \w+) (lives?|moved) (in|near|to|with)\b/i,
    when: GOOD,
    reflections: ['So there is some distance to bridge, or none.', 'Good to know where they are.'],
    questions: ['How often do you get to see each other?', 'How do you keep in touch?'],
  },
];
