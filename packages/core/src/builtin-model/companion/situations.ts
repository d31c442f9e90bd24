import type { Mood } from '@rapport/wire';
import { EVERYDAY, OF_OTHERS } from './everyday.ts';
import { GOOD, HARD, type Situation } from './situation.ts';

/**
 * The first that fits decides, so the particular stands before the general and "didn't get it" before
 * "got it". Long because it is one table: its order is its meaning, and a new situation is an entry.
 */
const SITUATIONS: readonly Situation[] = [
  // Choices, told before what they are about
  {
    id: 'decision',
    cue: /\b(can'?t decide|trying to decide|big decision|torn between|(don'?t know|idk|dunno|no idea|not sure) (whether|if i should|what to do)|thinking (about|of) (quitting|leaving|moving|applying|going back|starting|breaking up)|should i (stay|go|quit|leave|move|take))\b/i,
    reflections: [
      'That is a real crossroads.',
      'Big choices are loud in the head until they are made.',
      'It makes sense to turn that over more than once.',
    ],
    questions: [
      'Which way do you lean when nobody is watching?',
      'What would you regret more: doing it or not?',
      'What matters most to you in it?',
      'What would make the choice clearer?',
    ],
  },
  // Work
  {
    id: 'job-missed',
    cue: /\b(didn'?t|did not|never) get (the|that|my) (job|promotion|role|position|raise|offer)|\b(rejected|turned down|passed over|rejection (letter|email))\b/i,
    when: HARD,
    reflections: [
      "That's a real letdown, after you put yourself out there.",
      "I'm sorry. Being turned down stings, however politely they put it.",
      'Ah, that is disappointing. Wanting something openly takes nerve.',
    ],
    questions: [
      'What had you been hoping it would change?',
      'How did they tell you?',
      'What part of it still feels worth going after?',
      'What would help you shake off the sting tonight?',
    ],
  },
  {
    id: 'laid-off',
    cue: /\b(laid off|got fired|was fired|fired me|let me go|made redundant|redundanc(y|ies)|lost my job|lay-?offs?|got sacked)\b/i,
    when: HARD,
    reflections: [
      "I'm so sorry. Losing a job shakes more than the paycheck.",
      'That is a blow, and it would knock anyone off balance.',
      "I'm sorry. That's a lot of certainty to lose in one go.",
    ],
    questions: [
      'How are you holding up today?',
      'What is the most urgent thing on your mind?',
      'Who have you been able to tell?',
      'What will you miss, and what will you not?',
    ],
  },
  {
    id: 'promotion',
    cue: /\b(got|getting|given|offered|earned) (the |a |my |that )?(big )?(promotion|raise|bonus)|\b(been |was |got |getting )promoted\b/i,
    when: GOOD,
    reflections: [
      'Congratulations, that is recognition you earned!',
      'A step up! Congratulations, that is big.',
      'Well deserved, I have no doubt. Congratulations!',
    ],
    questions: [
      'How did you find out?',
      'What are you most looking forward to in it?',
      'Which part of your work do you think they noticed?',
      'How are you going to celebrate?',
    ],
  },
  {
    id: 'job-offer',
    cue: /\b(got|landed|accepted|received|starting) (the|a|my|that|this|an) (new |dream )?(job|offer|position|role|internship)|\bgot hired\b|\bi got it\b|\bthey said yes\b/i,
    when: GOOD,
    reflections: [
      'You got it, congratulations!',
      "That's fantastic news, congratulations!",
      'What a moment. Congratulations!',
    ],
    questions: [
      'What was your first thought when you heard?',
      'When do you start?',
      'What drew you to it?',
      'Who was the first person you told?',
    ],
  },
  {
    id: 'first-day',
    cue: /\b(first|1st) (day|week)\b/i,
    reflections: [
      'First days are a lot: everything new at once.',
      'A first day, that is a threshold to cross.',
      'New place, new faces, no map yet. It makes sense to feel it.',
    ],
    questions: [
      'What are you most hoping for from it?',
      'Which part are you picturing most?',
      'What would make that first day feel like a win?',
      'What do you want them to notice about you?',
    ],
  },
  {
    id: 'interview',
    cue: /\b(job )?interview(s|ed|ing)?\b/i,
    reflections: [
      'An interview is a lot of hope packed into one hour.',
      "Interviews ask you to be at your best on someone else's clock.",
      'That is a big conversation to have on the calendar.',
    ],
    questions: [
      'What about this one matters to you most?',
      'Which question do you least want them to ask?',
      'What do you want them to remember about you?',
      'How do you feel when you picture walking in?',
    ],
  },
  {
    id: 'presentation',
    cue: /\b(presentation|presenting|public speaking|gave a (talk|speech)|give a (talk|speech)|keynote|giving a speech|pitch(ed)?)\b/i,
    reflections: [
      'Standing up in front of people takes nerve.',
      'All eyes on you is a particular kind of pressure.',
      "That's a brave thing to do, however used to it people claim to be.",
    ],
    questions: [
      'Which part of it do you know best?',
      'What was the room like?',
      'What do you most want them to take away?',
      'How do you steady yourself beforehand?',
    ],
  },
  {
    id: 'boss',
    cue: /\b(boss|manager|supervisor|team ?lead)\b.{0,60}\b(yell\w*|shout\w*|scream\w*|mov(ed|es) the|blam\w+|ignor\w+|micromanag\w*|rude|unfair\w*|credit|criticis\w+|criticiz\w+|hates?|wants|expects?|keeps?|never|always|again|makes? me|treats?|threaten\w*|dump\w*|pil(ed|es)|mean|horrible|awful|terrible|toxic|nightmare|annoy\w*|won'?t|didn'?t|doesn'?t|on my (back|case))\b/i,
    when: ['negative', 'mixed'],
    reflections: [
      'A difficult boss colors the whole day.',
      "It's hard when the person with the say makes it heavier.",
      'That would get under my skin too, if I had any.',
    ],
    questions: [
      'What did your boss say, exactly?',
      'What would you have liked to hear instead?',
      'How do you usually handle it when your boss does that?',
      'What would a fair boss have done?',
    ],
  },
  {
    id: 'coworker',
    cue: /\b(my |a |the )?(co-?workers?|colleagues?|team ?mates?)\b/i,
    when: ['negative', 'mixed'],
    reflections: [
      "You can't choose the people you work with, and some days that shows.",
      'That kind of friction wears you down over a week.',
      'Sharing a job with someone who makes it harder is tiring.',
    ],
    questions: [
      'What happened between you?',
      'What would you like them to do differently?',
      'Who there do you get along with?',
      'How does it change your day when they are around?',
    ],
  },
  {
    id: 'overwork',
    cue: /\b(deadlines?|overtime|too much work|swamped|snowed under|(doing|covering) (two|three|2|3|\w+ people'?s) (jobs?|roles?|shifts?)|short[- ]staffed|understaffed|back ?to ?back meetings|work(ed|ing) (late|all (day|night|weekend)|weekends|nights|doubles?|through lunch)|(12|14|16|24)[- ]?hour (shift|day)s?|double shift|night shifts?|long shifts?|long hours|so behind|workload|buried in)\b/i,
    when: HARD,
    reflections: [
      'That is a punishing pace.',
      'No breathing room in there at all, by the sound of it.',
      "That's more hours than anyone has good ones to give.",
    ],
    questions: [
      'What could slide without the sky falling?',
      'When do you next get a proper break?',
      'Who decides how much lands on you?',
      'What is the one thing that has to be done today?',
    ],
  },
  {
    id: 'finished-project',
    cue: /\b(finished|launched|shipped|completed|submitted|delivered|published|wrapped up|handed in) (the|my|our|a|that|this)\b/i,
    when: GOOD,
    reflections: [
      'Done and out in the world, well done!',
      'Finishing is the hard part, and you did it.',
      'That is a satisfying line to cross.',
    ],
    questions: [
      'Which part are you proudest of?',
      'How does it feel to have it behind you?',
      'What nearly stopped you along the way?',
      'How will you mark it?',
    ],
  },
  {
    id: 'quit',
    cue: /\b(quit(ting)? (my|the) job|i quit|handed in my notice|gave (my )?notice|resign(ed|ing)?|put in my (two weeks|notice))\b/i,
    reflections: [
      'That is a big door to close.',
      'Leaving takes courage, even when it is right.',
      'A whole chapter ended there.',
    ],
    questions: [
      'What tipped it for you?',
      'How did it feel to say it?',
      'What are you making room for?',
      'What will you not miss for one second?',
    ],
  },
  {
    id: 'raise',
    cue: /\b(ask(ing)? (for|my boss for) (a |an |my )?(raise|pay rise|promotion|more money)|negotiat\w+ (my )?(salary|pay))\b/i,
    reflections: ['Asking takes some nerve, even when it is deserved.', 'That is a conversation worth preparing.'],
    questions: [
      'What is the strongest thing you have to show for it?',
      'When would be a good moment to ask?',
      'What would you like them to say?',
      'What number would feel fair to you?',
    ],
  },
  {
    id: 'standing-out',
    cue: /\b(i'?m|i am|im) (basically |literally |honestly |probably |the )*(best|top|number one|number 1|goat|greatest)\b|\b(nobody|no ?one) (else )?(even )?(comes|came) close\b|\bi'?m a (legend|star|beast|genius|natural)\b|\b(crushed|killed|smashed|nailed) it\b|\b(closed|won|landed|signed) (\w+ )?(deals?|clients?|contracts?|accounts?|sales?)\b|\btop of (the|my) (class|team|leaderboard|league)\b/i,
    when: GOOD,
    reflections: [
      'You sound proud of that, and why not.',
      'That is a good run.',
      'It is nice to be good at something and know it.',
      'Somebody is on form.',
    ],
    questions: [
      'What do you do differently from the others, do you think?',
      'Which of those took the most out of you?',
      'Who do you get to share a win like that with?',
      'What does being good at it give you?',
    ],
  },
  {
    id: 'bought-something',
    cue: /\b(bought|got|treated|ordered|splurged on) (myself|me) (a|an|some|the|to)\b|\b(finally|just) bought\b/i,
    when: GOOD,
    reflections: ['A treat, then. Good.', 'Enjoy it.', 'I hope it makes you smile each time you look at it.'],
    questions: [
      'What made you choose that one?',
      'How long had you had your eye on it?',
      'What was it like to have it in your hands?',
    ],
  },
  // Study
  {
    id: 'exam-failed',
    cue: /\b(fail(ed|ing)?|flunk(ed)?|bombed|messed up|screwed up)\b.{0,30}\b(exam|test|class|course|mark|quiz|paper|midterms?|finals?|driving test|module|semester)s?\b|\bfailed by\b/i,
    when: HARD,
    reflections: [
      "I'm sorry, that one hurts, especially when you put in the hours.",
      'So close to something you worked for. That stings.',
      'That is a rotten result to carry home.',
    ],
    questions: [
      'What do you think happened?',
      'How are you talking to yourself about it?',
      'What are your options from here?',
      'Who can you tell who will not make it worse?',
    ],
  },
  {
    id: 'exam-passed',
    cue: /\b(passed|aced|nailed|smashed)\b.{0,30}\b(exam|test|class|course|quiz|paper|midterms?|finals?|driving test|bar|module|semester)s?\b|\bgot an? a\+?\b|\b(got into|got accepted (to|into)|accepted (to|into)) \w+/i,
    when: GOOD,
    reflections: [
      'You did it, congratulations!',
      'All that work landed. Congratulations!',
      'That is a result to be proud of!',
    ],
    questions: [
      'How did you feel when you saw it?',
      'What did you do to prepare that paid off?',
      'How are you going to celebrate?',
      'What does it open up for you?',
    ],
  },
  {
    id: 'graduation',
    cue: /\b(graduat(e|ed|ing|ion)|my (degree|diploma)|valedictorian|defended my (thesis|dissertation)|convocation)\b/i,
    reflections: ['That is years of work in one moment.', 'What a milestone.', 'A whole chapter, carried to the end.'],
    questions: [
      'What was the hardest year of it?',
      'Who will be there cheering?',
      'What comes after?',
      'What would you tell yourself on the first day?',
    ],
  },
  {
    id: 'exam',
    cue: /\b(exams?|midterms?|finals( week)?|revising|revision|studying for|big test|thesis|dissertation|assignments?|homework|essay)\b/i,
    when: HARD,
    reflections: [
      'That kind of pressure fills every corner of the day.',
      "It's hard to relax with that sitting on the desk.",
      'A lot is riding on your head at the moment.',
    ],
    questions: [
      'Which part feels least ready?',
      'What does the next study hour look like?',
      'How are you resting in between?',
      'What do you already know well?',
    ],
  },
  // Love and friends
  {
    id: 'ex-contact',
    cue: /\bmy ex\b/i,
    reflections: [
      'An ex has a way of stirring up what had settled.',
      'That can reopen a lot in one go.',
      'Complicated, with that much history in it.',
    ],
    questions: [
      'What did it stir up in you?',
      'What would you like to happen, if anything?',
      'How long has it been since it ended?',
      'What would be good for you here, apart from what would be easy?',
    ],
  },
  {
    id: 'breakup',
    cue: /\b(broke up|break ?up|breaking up|dumped (me|her|him|them)|(he|she|they) left me|split up|we'?re (done|over)|it'?s over between|ended things|moved out on me|divorc(e|ed|ing)|separated from)/i,
    when: HARD,
    reflections: [
      "I'm sorry. The end of something like that leaves a real hole.",
      'That hurts, even when part of you saw it coming.',
      "I'm sorry. All the small habits you shared go quiet at once.",
    ],
    questions: [
      'How are the evenings for you?',
      'What do you miss, and what do you not?',
      'Who is looking in on you these days?',
      'What do you need most from the people around you?',
    ],
  },
  {
    id: 'infidelity',
    cue: /\b(cheated on|cheating on me|affair|lied to me|betrayed|behind my back|two-?timing)\b/i,
    when: HARD,
    reflections: [
      'That is a betrayal, and it shakes the ground.',
      "I'm sorry. Trust is slow to build and that broke it fast.",
      'Of course that hurts. You believed what you were told.',
    ],
    questions: [
      'How did you find out?',
      'What do you need before you decide anything?',
      'Who can you lean on right now?',
      'What would you want to hear from them?',
    ],
  },
  {
    id: 'wedding',
    cue: /\b(got engaged|engaged|propos(e|ed|es|ing|al)|getting married|got married|wedding|honeymoon|said yes to)\b/i,
    when: GOOD,
    reflections: ['What a happy thing to be part of!', 'Oh, that is a day to remember.', 'So much love in one place.'],
    questions: [
      'What was the moment that got you?',
      'What do you want that day to feel like?',
      'Who cried first?',
      'What is the detail you will never forget?',
    ],
  },
  {
    id: 'date',
    cue: /\b((first|second|third|blind|great|lovely|good|bad|awful|terrible) date|date (night|tonight|tomorrow)|went on a date|have a date|tinder|hinge|bumble|my crush|asked (me|her|him|them) out)\b/i,
    reflections: [
      'Ah, the particular electricity of getting to know someone.',
      'Putting yourself out there takes a bit of nerve.',
      'New people bring all the butterflies.',
    ],
    questions: [
      'What do you like about them so far?',
      'How do you feel when you picture seeing them again?',
      'What did you talk about?',
      'What are you curious to find out about them?',
    ],
  },
  {
    id: 'argument',
    cue: /\b(argument|argued|arguing|(we|i) fought|fought with|(big|huge|bad|another) fight|had a fight|fighting with|row with|yelled|shouted|screamed at|snapped at|lost my temper|silent treatment|not (talking|speaking) to (me|each other)|falling out with|fell out with)\b/i,
    when: HARD,
    reflections: [
      'Words like that keep echoing after the room goes quiet.',
      'Conflict with someone who matters is exhausting.',
      'It says something that it is still with you.',
    ],
    questions: [
      'What was it really about, underneath?',
      'What do you wish had been said instead?',
      'How did you leave it?',
      'What would repair look like to you?',
    ],
  },
  {
    id: 'ghosted',
    cue: /\b(ghosted|left (me )?on read|ignor(es|ed|ing) me|never (text|call|reply|replie)[a-z]* back|didn'?t (text|call|reply)( back)?|cancel?led on me|stood me up|bailed on me|forgot my birthday|left me out|(nobody|no ?one) (came|showed up|turned up|remembered|invited|asked|noticed)|forgot (our|my) anniversary|wasn'?t invited|didn'?t invite me|excluded)\b/i,
    when: HARD,
    reflections: [
      'Silence from someone you care about is its own kind of answer, and it stings.',
      'Being left out like that hurts more than people admit.',
      'Ouch. You deserved better than that.',
    ],
    questions: [
      'What did you make of it?',
      'What would you have wanted them to say?',
      'What would it have meant to you?',
      'Who does show up for you?',
    ],
  },
  {
    id: 'lonely',
    cue: /\b(so )?(lonely|alone all|all alone|no friends|nobody (to talk|calls|texts|cares)|no ?one (to talk|calls|texts|cares)|by myself again|(flat|house|apartment|place) is so quiet|(too|so) quiet (here|at home|now))\b/i,
    when: HARD,
    reflections: [
      'That kind of quiet can be very loud.',
      "I'm sorry. Loneliness is heavier than it looks from outside.",
      'That is a lonely feeling, and I am glad you told me.',
    ],
    questions: [
      'When in the day do you feel it most?',
      'Who do you miss?',
      'What used to fill that space?',
      'What sort of company would feel good right now?',
    ],
  },
  {
    id: 'missing-someone',
    cue: /\b(i )?miss(ing)? (him|her|them|my|home|how|the (old|way))\b|\blong[- ]distance\b|\bhomesick\b/i,
    reflections: [
      'Missing someone is love with nowhere to go for the moment.',
      'That ache says how much it matters to you.',
    ],
    questions: [
      'What do you miss most?',
      'When did you last talk?',
      'What would you be doing together today?',
      'What do you do when it comes over you?',
    ],
  },
  {
    id: 'friends-time',
    cue: /\b(met up with|hung out with|hanging out with|caught up with|catch(ing)? up with|dinner with|lunch with|coffee with|drinks with|saw my (old )?friends?|night out|party|reunion|sleepover)\b/i,
    when: GOOD,
    reflections: [
      'Time with people you like does the heart good.',
      'That sounds like good company.',
      'There is nothing like being with your own people.',
    ],
    questions: [
      'What did you talk about?',
      'What made you laugh?',
      'How do you know each other?',
      'What was the best part of being together?',
    ],
  },
  // Family
  {
    id: 'baby',
    cue: /\b(pregnan(t|cy)|expecting|new ?born|had (a|the|our) baby|baby (is|was|came|arrived|shower)|gave birth|going to be an? (dad|mom|mum|father|mother|parent|aunt|auntie|uncle|gran\w*))\b/i,
    when: GOOD,
    reflections: [
      'A new life on the way changes everything, in the best way.',
      'What a wonderful, enormous thing.',
      'Oh, congratulations. That is a whole new world.',
    ],
    questions: [
      'How are you feeling about it all?',
      'Who have you told?',
      'What are you most looking forward to?',
      'What has surprised you so far?',
    ],
  },
  {
    id: 'sleepless-parent',
    cue: /\b(baby|toddler|newborn|twins|kids?|son|daughter|little one)\b.{0,40}\b(won'?t sleep|didn'?t sleep|not sleeping|up all night|teething|crying|tantrums?|sick|fever|screaming|threw up|meltdown)\b/i,
    when: HARD,
    reflections: [
      'Parenting on no sleep is a feat nobody hands out medals for.',
      'That is relentless, and you are still going.',
      'When they have a bad night, so does everyone.',
    ],
    questions: [
      'Who can take a turn so that you can rest?',
      'How much sleep are you running on?',
      'How is the little one now?',
      'What would one free hour look like for you?',
    ],
  },
  {
    id: 'kids-asleep',
    cue: /\b(kids?|baby|toddler|twins|little ones?) (are |is )?(finally )?(asleep|in bed|sleeping|down)\b/i,
    reflections: [
      'Ah, the most beautiful silence there is.',
      'The quiet after bedtime is hard won.',
      'Peace at last. Enjoy every minute.',
    ],
    questions: [
      'What are you going to do with the quiet?',
      'What was the best thing they said today?',
      'How long do you get to yourself?',
      'What do you do first once they are down?',
    ],
  },
  {
    id: 'kid-milestone',
    cue: /\bmy (kid|son|daughter|little (one|girl|boy)|baby|toddler|grand(son|daughter|child|kid))\b.{0,40}\b(first (steps?|words?|day|tooth|goal|recital)|walk(s|ed|ing)|said|won|started|graduated|learn(ed|t|s)|drew|made the team|potty)\b/i,
    when: GOOD,
    reflections: [
      'Oh, those moments are gold.',
      'I can hear how proud you are.',
      'They only do that for the first time once.',
    ],
    questions: [
      'What was your face doing when it happened?',
      'What did they look like right then?',
      'What do you hope they keep of that?',
      'Who did you call?',
    ],
  },
  {
    id: 'family-illness',
    cue: /\bmy (mom|mum|mother|dad|father|grand\w+|nan|nana|gran|sister|brother|wife|husband|partner|aunt|uncle|son|daughter|friend|best friend)('?s)?\b.{0,60}\b(hospital|cancer|sick|ill\b|surgery|stroke|heart attack|diagnos|chemo|dementia|alzheimer|icu|hospice|accident|unwell|a fall|fell)/i,
    when: HARD,
    reflections: [
      "I'm sorry. Worrying about someone you love takes up every bit of room.",
      'That is frightening, and waiting makes it worse.',
      "I'm sorry, that's a lot for all of you.",
    ],
    questions: [
      'How are they doing today?',
      'How are you holding up in the middle of it?',
      'Who is sharing the load with you?',
      'What is the next thing you are waiting to hear?',
    ],
  },
  {
    id: 'family-visit',
    cue: /\b(in-?laws|family (dinner|gathering|reunion|visit)|(parents|mom|mum|dad|sister|brother|family|grandma|grandparents)\b.{0,20}\b(visiting|coming over|came over|are here|in town|staying with)|going home for|thanksgiving|christmas|eid|diwali|holidays with|passover|new year)\b/i,
    reflections: [
      'Family under one roof is never just one feeling.',
      'A full house brings everything with it.',
      'Having family around stirs things up, good and otherwise.',
    ],
    questions: [
      'What are you looking forward to most?',
      'Which part needs the deepest breath?',
      'What do you hope it will be like?',
      'What do you always end up doing together?',
    ],
  },
  // Health and body
  {
    id: 'sleepless',
    cue: /\b(can'?t sleep|couldn'?t sleep|can'?t fall asleep|insomnia|awake (since|all night|at)|haven'?t slept|barely slept|no sleep|up (all night|since (3|4|5))|slept (terribl[ey]|badly|awful(ly)?|like crap)|bad sleep|nightmares?)\b/i,
    when: HARD,
    reflections: [
      'Nights like that make the whole next day heavier.',
      'Lying awake is lonely work.',
      'Everything is harder on no sleep.',
    ],
    questions: [
      'What goes through your mind when you lie there?',
      'How long has it been like this?',
      'What do your evenings look like before bed?',
      'What usually helps you drift off?',
    ],
  },
  {
    id: 'ill',
    cue: /\b(i'?m|i am|been|feeling|got|have) (so |really |still |a |the |this )*(sick|ill|a cold|flu|covid|fever|migraine|headache|stomach (bug|ache)|food poisoning|under the weather|sore throat|cramps|nauseous|hungover)\b|\b(migraine|flu|fever)\b/i,
    when: HARD,
    reflections: [
      'Being unwell takes the color out of everything.',
      'Poor you. Bodies pick their moments.',
      "That's miserable. I hope you get to rest.",
    ],
    questions: [
      'How long have you been feeling like this?',
      'What do you have at hand to make it bearable?',
      'Who is looking after you?',
      'What can be put off until you are better?',
    ],
  },
  {
    id: 'medical-waiting',
    cue: /\b(test results?|biopsy|scan|mri|surgery|operation|diagnos(is|ed)|doctor'?s? (appointment|visit)|(in|to|from) (the )?hospital|hospital (bed|visit|appointment|tests?)|admitted|er visit|emergency room|blood (test|work)|specialist)\b/i,
    reflections: [
      'Waiting rooms and waiting days stretch forever.',
      'Not knowing is often the hardest part.',
      'That is a lot to have hanging over you.',
    ],
    questions: [
      'What have they told you so far?',
      'When do you expect to hear?',
      'Who is going through it with you?',
      'What keeps your mind busy while you wait?',
    ],
  },
  {
    id: 'workout',
    cue: /\b(gym|work ?out|worked out|ran (a |my )?\d+ ?k|\d+ ?k\b|marathon|half marathon|(back from|went (on|for)|did) (a|my) (run|walk|swim|ride|hike)|went (running|swimming|climbing|hiking|cycling)|personal best|new pr\b|bench(ed)?|yoga|pilates|climbing|my run|couch to 5k|10,?000 steps|park ?run)\b/i,
    when: GOOD,
    reflections: [
      'Moving like that clears the head.',
      'Your body will thank you for that one.',
      'That takes some grit, well done.',
    ],
    questions: [
      'How do you feel now?',
      'What kept you going in the last stretch?',
      'What are you working toward?',
      'What do you think about while you are at it?',
    ],
  },
  {
    id: 'panic',
    cue: /\b(panic attacks?|panicking|heart (is )?(racing|pounding)|can'?t (breathe|calm down)|spiral(l)?ing|anxiety (attack|is)|freaking out)\b/i,
    when: HARD,
    reflections: [
      "That's frightening to feel, and it does pass. Try one slow breath out, longer than the breath in.",
      "I'm with you. Put both feet on the floor and let the next breath out be a slow one.",
    ],
    questions: [
      'What is around you right now?',
      'What does it feel like in your body at the moment?',
      'Who could be near you in this?',
      'What was happening just before it started?',
    ],
  },
  {
    id: 'no-appetite',
    cue: /\b(can'?t|cannot|couldn'?t|barely|haven'?t|not) (really )?(eat|eaten|eating)\b|\b(no|lost my) appetite\b/i,
    when: HARD,
    reflections: [
      'Worry and sorrow do sit in the stomach.',
      'When the heart is full, food is the first thing to go.',
      'That is how a body shows that it is too much.',
    ],
    questions: [
      'What could you manage, even something small?',
      'Who could eat something with you?',
      'When did you last feel like having something?',
    ],
  },
  {
    id: 'tears-at-news',
    cue: /\b(cried|teared up|burst into tears|was crying|in tears)\b.{0,40}\bwhen (i|we) (told|showed|called|said)\b|\bwhen (i|we) told (him|her|them|my \w+)\b.{0,40}\b(cried|teared up|tears)\b/i,
    reflections: ['That reached deep, then.', 'Tears like that say how much it means.'],
    questions: [
      'What kind of tears were they, do you think?',
      'What was it like to see that?',
      'What did you do then?',
    ],
  },
  {
    id: 'therapy',
    cue: /\b(therap(y|ist)|counsel(l)?(or|ing)|my shrink|support group)\b/i,
    reflections: [
      'Talking it through with someone takes courage.',
      'That is a good thing to do for yourself, and rarely an easy one.',
      'Those conversations can stir up a lot.',
    ],
    questions: [
      'What has it brought up for you?',
      'What is sitting with you since?',
      'How do you feel afterwards, as a rule?',
      'What do you hope it changes?',
    ],
  },
  {
    id: 'sober',
    cue: /\b(\d+ (days?|weeks?|months?|years?) (sober|clean|smoke[- ]free)|(days?|weeks?|months?|years?) (since i (quit|stopped)|without (a )?(drink|cigarette|smoking|drinking)))|\b(quit|stopped|gave up) (smoking|drinking|vaping)\b/i,
    when: GOOD,
    reflections: [
      'That is hard-won, and every single day of it counts.',
      'I have real respect for that. It takes more strength than it shows.',
      'Well done, truly.',
    ],
    questions: [
      'What has been the biggest change you feel?',
      'What carries you through the hard hours?',
      'Who is in your corner?',
      'What made you decide?',
    ],
  },
  // Animals
  {
    id: 'pet-ill',
    cue: /\b(dog|cat|puppy|kitten|rabbit|bunny|hamster|parrot|horse|pet)\b.{0,40}\b(sick|ill|(at|to) the vet|hurt|limping|surgery|won'?t eat|not eating|lost|missing|ran away|old now|threw up)\b|\b(vet|lost|missing)\b.{0,30}\b(dog|cat|puppy|kitten|rabbit|pet)\b/i,
    when: HARD,
    reflections: [
      "It's awful when they can't tell you what is wrong.",
      'Poor thing, and poor you. That is such a worry.',
      'They are family, so of course this shakes you.',
    ],
    questions: [
      'How is your little one doing right now?',
      'What did the vet say, if you have been?',
      'When did you first notice?',
      'How are you holding up yourself?',
    ],
  },
  {
    id: 'new-pet',
    cue: /\b(adopt(ed|ing)?|got|getting|rescued|brought home)\b.{0,20}\b(dog|cat|puppy|kitten|rabbit|bunny|hamster|parrot|pet|pup)\b/i,
    when: GOOD,
    reflections: [
      'A new little heartbeat in the house!',
      'Oh, that is the best kind of chaos.',
      'Congratulations on the new family member!',
    ],
    questions: [
      'What are they like?',
      'How did you choose each other?',
      'What did they do first when they got home?',
      'How was the first night?',
    ],
  },
  {
    id: 'pet-mischief',
    cue: /\b(he|she|it) (just )?(ate|chewed( up)?|shredded|peed on|pooped on|knocked over) (my|the|our)\b|\b(dog|cat|puppy|kitten|rabbit|bunny|hamster|parrot|pup)\b.{0,60}\b(ate|chewed|knocked|stole|broke|destroyed|peed|pooped|scratched|jumped|barked|hid|escaped|threw)\b/i,
    reflections: [
      'I bet there was not a trace of guilt on that face.',
      'Animals do like to keep life interesting.',
      'Oh no. And probably looked adorable doing it.',
    ],
    questions: [
      'What did you do when you saw it?',
      'Is that a first, or a signature move?',
      'What is the naughtiest thing on that record so far?',
      'How long did you manage to stay cross?',
    ],
  },
  // Home, money, things
  {
    id: 'someone-leaving',
    cue: /\b(my [\w ]{2,25}|he|she|they)('s| is|'re| are) (moving|leaving|going away|emigrating)\b|\b(he|she) (leaves|moves|goes back) (in|on|next|tomorrow|soon)\b/i,
    reflections: [
      'That changes the shape of your days.',
      'Someone going far away leaves a gap before they have even left.',
      'You can be glad for someone and miss them already.',
    ],
    questions: [
      'What will you miss most?',
      'How did you find out?',
      'What would you like to do together before then?',
      'How do you picture staying close?',
    ],
  },
  {
    id: 'moving',
    cue: /\b((i|we)('m|'re|'ve| am| are| have)? (just |finally |only )?mov(ed|ing)|mov(ed|ing) (house|out|in|to|into|away|back|home|apartments?|flats?|cities)|new (house|apartment|flat|place|home|city)|sold (the|our|my) (house|home|flat|apartment|place)|bought (a|our|my|the) (house|home|flat|apartment|place)|packing up|closing on)\b/i,
    reflections: [
      'A move turns every drawer of your life inside out.',
      'Leaving one place for another stirs everything up.',
      'That is a big change of scenery.',
    ],
    questions: [
      'What will you miss about the old place?',
      'What are you looking forward to?',
      'How does it feel, now that it is real?',
      'What is the thing you would never leave behind?',
    ],
  },
  {
    id: 'chores',
    cue: /\b(clean(ed|ing)? (the|my|out|up)|laundry|dishes|tidy(ing|ied)?|declutter\w*|housework|chores|vacuum\w*|ironing|mow(ed|ing))\b/i,
    reflections: [
      'Housework has a way of never being finished.',
      'There is a quiet satisfaction in putting a place in order.',
      'The unglamorous work that keeps life running.',
    ],
    questions: [
      'What do you listen to while you do it?',
      'Which chore do you secretly not mind?',
      'What will you do once it is done?',
      'Who shares it with you?',
    ],
  },
  {
    id: 'neighbours',
    cue: /\b(neighbou?rs?|room ?mates?|flat ?mates?|house ?mates?|landlord|landlady)\b/i,
    when: ['negative', 'mixed'],
    reflections: [
      'It is hard to rest when home does not feel like yours.',
      'That would test anyone, right where you should be at ease.',
      'There is no clocking out from the people you live next to.',
    ],
    questions: [
      'What happened this time?',
      'Have you been able to tell them how it is for you?',
      'What would make it livable?',
      'How long has it been going on?',
    ],
  },
  {
    id: 'things-broken',
    cue: /\b(car (broke|won'?t start|died|trouble|got (hit|towed))|broke down|flat tire|flat tyre|lost my (phone|wallet|keys|bag|passport)|(phone|wallet|bike|car|laptop)( \w+)? (got )?stolen|(stole|dropped|broke|cracked) my|(washing machine|dishwasher|boiler|fridge|oven|wi-?fi|heating|laptop|computer|phone|tv)\b.{0,20}\b(broke|broken|died|dead|down|leak(s|ed|ing)?|won'?t (start|work|turn on)|stopped)|leaking|power cut|outage|locked (myself )?out)\b/i,
    when: HARD,
    reflections: [
      'Of all the things to go wrong. That is a proper nuisance.',
      'How annoying, and never at a good moment.',
      'Ugh, one more thing nobody needed today.',
    ],
    questions: [
      'How did it happen?',
      'What does it throw out of joint for you?',
      'How far have you got with sorting it?',
      'What is the most annoying part of it?',
    ],
  },
  {
    id: 'commute',
    cue: /\b(traffic|commut(e|ing)|missed (the|my) (bus|train|flight|plane|connection)|train (was |is )?(late|delayed|cancelled|canceled)|flight (was |is |got )?(late|delayed|cancelled|canceled)|stuck (on|in|at)|delayed)\b/i,
    when: HARD,
    reflections: [
      'Hours of life nobody gives back.',
      'Being stuck like that is its own special misery.',
      'Nothing tests patience quite like it.',
    ],
    questions: [
      'How long were you stuck?',
      'What did you do to keep your sanity?',
      'What did it make you miss?',
      'How are you unwinding now?',
    ],
  },
  {
    id: 'money-worry',
    cue: /\b(rent|bills?|debts?|loans?|mortgage|overdraft|credit card|broke (this|again|until|af)|i'?m (so )?broke|over ?budget|can'?t afford|paycheck|payday|overdrawn|student loans?|money (is )?tight|prices)\b/i,
    when: HARD,
    reflections: [
      'Money worry is exhausting because it never clocks off.',
      'That is a heavy sum to carry around in your head.',
      'It is hard to relax when the numbers keep talking.',
    ],
    questions: [
      'What is the most pressing part of it?',
      'How long has it been on your mind?',
      'Who can you talk to openly about it?',
      'What would give you a little breathing space?',
    ],
  },
  // Free time
  {
    id: 'birthday',
    cue: /\b(it'?s my birthday|my birthday|turn(ed|ing) \d\d|birthday)\b/i,
    reflections: [
      'Another trip around the sun, and worth marking.',
      'Birthdays have a way of stirring things up.',
      'A day with your name on it.',
    ],
    questions: [
      'How would you like to spend it?',
      'What do you want more of in the coming year?',
      'What was the best thing about the last one?',
      'Who do you want around you?',
    ],
  },
  {
    id: 'trip',
    cue: /\b(vacation|holiday in|on holiday|trip to|road trip|going to (visit )?[A-Z]\w+|travel(l)?(ing|ed) (to|in|around)|flying to|flight to|booked (a|the|our|my)|beach|camping|backpacking|cruise|airbnb)\b/,
    when: GOOD,
    reflections: [
      'A change of place does something for the head.',
      'That is something to look forward to, or look back on.',
      'I like the sound of that.',
    ],
    questions: [
      'What made you pick it?',
      'What are you most excited to see?',
      'Who is going with you?',
      'What does a perfect day there look like?',
    ],
  },
  {
    id: 'concert',
    cue: /\b(concert|gig|festival|live music|saw .{2,25} live|theat(re|er)|musical|comedy show|opera|ballet|museum|exhibition)\b/i,
    reflections: [
      'There is nothing like being in the room for it.',
      'A night out of the ordinary.',
      'Those evenings stay with you.',
    ],
    questions: [
      'What was the moment that got you?',
      'Who did you go with?',
      'What did they play, or show, that you loved?',
      'What would you see next?',
    ],
  },
  {
    id: 'watching-reading',
    cue: /\b(watch(ed|ing) (a|the|this|that|some|netflix|\w+ (again|tonight))|binge\w*|movie|film|series|episode|season \d|netflix|anime|reading (a|the|this|my)|finished (a|the|this|my) book|novel|podcast|book club|audiobook)\b/i,
    reflections: [
      'A good story is a fine place to spend an evening.',
      'I like hearing what people lose themselves in.',
      "Sometimes someone else's world is just what one needs.",
    ],
    questions: [
      'What is it about?',
      'Who is your favorite in it?',
      'What do you like about it?',
      'What did it leave you thinking about?',
    ],
  },
  {
    id: 'gaming',
    cue: /\b(video ?games?|gaming|minecraft|fortnite|zelda|playstation|xbox|nintendo|steam deck|elden ring|valorant|league of legends|fifa|chess|board ?games?|d&d|dnd)\b/i,
    reflections: [
      'A good game swallows the clock whole.',
      'Play is underrated, I think.',
      'There is a particular joy in a good session.',
    ],
    questions: [
      'What do you love about it?',
      'Who do you play with?',
      'What was your best moment in it lately?',
      'How did you get into it?',
    ],
  },
  {
    id: 'cooking',
    cue: /\b(bak(ed|ing)|cook(ed|ing)|made (some |a |the )?(dinner|lunch|breakfast|pasta|soup|bread|cake|cookies|curry|pizza|stew|lasagna|lasagne|tacos|risotto)|making (some |a |the )?(pizza|stew|lasagna|lasagne|tacos|risotto|curry|cake|cookies|pancakes|chili)|recipe|sourdough|making (dinner|lunch|breakfast|tea|coffee|bread|soup|pasta))\b/i,
    reflections: [
      'A kitchen with something going on in it is a good place.',
      'I can almost smell it, which for me is saying something.',
      'Making something with your hands grounds a day.',
    ],
    questions: [
      'What are you making?',
      'Who gets to taste it?',
      'What dish do you make when you want comfort?',
      'Where did you learn it?',
    ],
  },
  {
    id: 'garden',
    cue: /\b(garden(ing)?|plant(s|ed|ing)|tomato(es)?|seedlings?|allotment|house ?plants?|flowers|roses|sunflowers?)\b/i,
    reflections: [
      'Growing things teaches patience like nothing else.',
      'There is something settling about soil and green.',
      'Small green victories count double.',
    ],
    questions: [
      'What are you growing?',
      'What has done best this year?',
      'When did you start with it?',
      'What do you like about tending to it?',
    ],
  },
  {
    id: 'music-making',
    cue: /\b(guitar|piano|violin|drums|ukulele|singing|choir|my band|practi[cs]ing|open mic|songwriting|wrote a song|painting|drawing|knitting|crochet(ing)?|pottery|writing (a|my) (book|novel|poem|story)|photography)\b/i,
    reflections: [
      'Making something is good for the soul.',
      'I like that you make room for that.',
      'Hands busy, mind free. A good combination.',
    ],
    questions: [
      'What are you working on?',
      'What does it feel like when it flows?',
      'How did you get into it?',
      'Who gets to see or hear it?',
    ],
  },
  {
    id: 'sport-match',
    cue: /\b(my team|we (won|lost) (the|our|\d)|the (match|game) (was|tonight|today|yesterday)|watched the (match|game)|super bowl|world cup|premier league|playoffs|scored|football|soccer|basketball|cricket|tennis|baseball|hockey)\b/i,
    reflections: [
      'Caring about a team is a beautiful way to suffer.',
      'A good match takes the whole room with it.',
      'There is nothing quite like the last ten minutes.',
    ],
    questions: [
      'What was the turning point?',
      'Who did you watch it with?',
      'How long have you been into it?',
      'What did you make of how they played?',
    ],
  },
  {
    id: 'weather',
    cue: /\b(rain(ing|y|s)?|snow(ing|ed|y)?|sunny|sunshine|so hot|heat ?wave|freezing|storm(y|s)?|gr[ae]y (day|sky)|gloomy|beautiful (day|weather)|weather)\b/i,
    reflections: [
      'Weather sets the tone more than we like to admit.',
      'The sky has a say in every day.',
      'I like a report from the window.',
    ],
    questions: [
      'What does weather like that make you want to do?',
      'How does it sit with your mood?',
      'What are your plans in it?',
      'Where are you watching it from?',
    ],
  },
  // Whole days
  {
    id: 'what-if',
    cue: /^(but |and |ugh,? )?what if\b/i,
    when: HARD,
    reflections: [
      "That's the fear talking, and it's a loud one.",
      '"What if" can keep a person busy all night.',
      'Your mind is running ahead of you there.',
    ],
    questions: [
      'And what if it went well?',
      'What would you do the day after, if it did happen?',
      'How likely does it feel, and how likely is it?',
      'What would you tell a friend who asked you that?',
    ],
  },
  {
    id: 'unnamed-feeling',
    cue: /\b(don'?t (even |really )?know (what|how) (i('m| am)? )?(feel(ing)?|to feel)|mixed feelings|(feel|feeling) (weird|off|strange|blank|nothing|all over the place))\b/i,
    reflections: [
      'Not having a name for it is a feeling too.',
      'Some feelings come without a label.',
      "You don't have to sort it before you say it.",
    ],
    questions: [
      'If it were weather, what would it look like?',
      'Where in your body do you notice it?',
      'When did it start to blur?',
      'What was the last thing you felt clearly?',
    ],
  },
  {
    id: 'mistake',
    cue: /\b(messed up|screwed up|made a (huge |big |stupid |terrible )?mistake|my fault|i ruined|i regret|i feel (so )?(stupid|awful|terrible|guilty) (about|for)|embarrassed myself|feel like (a fraud|an imposter|an impostor)|i forgot)\b/i,
    when: HARD,
    reflections: [
      'It says something good about you that it matters.',
      'Everyone has a moment they would like back.',
      'You are being harder on yourself than a friend would be.',
    ],
    questions: [
      'What would you do differently if you had the moment again?',
      'Who did it affect most?',
      'What would putting it right look like?',
      'What would you say to a friend who had done the same?',
    ],
  },
  {
    id: 'was-told',
    when: HARD,
    cue: /\b(my \w+|[A-Z]\w+|he|she|they|someone|everyone) (\w+ )?(said|says|told me|texted me|called me|thinks|keeps? (saying|telling|asking)|asked me|reminded me)\b/,
    reflections: [
      'Words like that stay in the ear.',
      'That is something to hear from someone.',
      'I can see why that stays with you.',
    ],
    questions: [
      'How did it feel to hear that?',
      'What did you say back?',
      'What do you think was behind it?',
      'How much of it rings true to you?',
    ],
  },
  {
    id: 'long-day',
    cue: /\b(long|rough|hard|bad|tough|terrible|awful|horrible|crappy|exhausting|hectic|crazy|shit(ty)?|rubbish|worst) (day|week|month|year|night|morning|shift|one)\b/i,
    when: HARD,
    reflections: [
      'Those days take it out of you.',
      "I'm glad it's behind you, or nearly.",
      'Some days just take more than they give.',
    ],
    questions: [
      'What was the worst of it?',
      'What would help you put it down for tonight?',
      'Was there one small good thing in it somewhere?',
      'What is your way of landing after something like that?',
    ],
  },
  {
    id: 'good-day',
    cue: /\b(good|great|amazing|lovely|perfect|best|productive|fun|wonderful|beautiful|fantastic|nice) (day|week|month|year|night|morning|evening|weekend|one|time)\b/i,
    when: ['positive', 'mixed', 'neutral'],
    reflections: ['Days like that are worth keeping.', "I'm glad you had one of those.", 'Long may it last.'],
    questions: [
      'What made it so good?',
      'Which moment would you keep in a jar?',
      'Who was part of it?',
      'What would you like to repeat?',
    ],
  },
  {
    id: 'plans',
    cue: /\b(going (out|to|for|on|with)|gonna|tonight|tomorrow|next (week|weekend|month)|this weekend|later today|plan(s|ning)? (to|on|for)|about to|can'?t wait|looking forward)\b/i,
    when: GOOD,
    reflections: ['I like a plan.', 'So that is what comes next.', 'That has a date, then.'],
    questions: [
      'How do you hope it goes?',
      'What would make it a good one?',
      'What has to happen before then?',
      'How do you feel about it?',
    ],
  },
  {
    id: 'nothing-much',
    cue: /^(nothing( much| really| special)?|not (much|a lot)|nm|same old( same old)?|the usual|just (chilling|chillin|relaxing|at home|here|lying in bed|existing|woke up))\b[\s!.]*$/i,
    reflections: ['Quiet days count too.', 'Nothing much can be exactly the right amount.', 'A gentle patch, then.'],
    questions: [
      'What would you do with the day if you could pick anything?',
      'What is the last thing that made you smile?',
      'What is something you have been meaning to start?',
      'Is it the restful sort of quiet or the dull sort?',
    ],
  },
];

/** The situation a message tells of, or null. */
export function situationOf(
  message: string,
  polarity: Mood['polarity'],
  /** The mood of the conversation, where it is known: in a hard stretch nothing is answered as an ordinary day. */
  around: Mood['polarity'] = polarity,
): Situation | null {
  const text = message.replace(/[’‘]/g, "'");
  const everyday = around === 'negative' ? EVERYDAY.filter(({ when }) => when === undefined) : EVERYDAY;
  return (
    [...OF_OTHERS, ...SITUATIONS, ...everyday].find(
      (situation) => (situation.when === undefined || situation.when.includes(polarity)) && situation.cue.test(text),
    ) ?? null
  );
}

/** Told of a loss. Idioms ("my phone died", "died laughing") are none. */
const LOSS =
  /\b(passed away|passed on|funeral|miscarriage|stillb\w+|(had|have|having) to put (him|her|them|(my|our|the) (?!kids?|child|children|baby|babies|toddler|twins|boys?|girls?|phone|book|foot|bag|food)\w+|(?!it\b|this\b|that\b|the\b|my\b|our\b|him\b|her\b|them\b|kids\b|everything\b|something\b)\w+) down(?! for)|(had|have|having) to put (him|her|them|(my|our|the) (old )?(dog|cat|rabbit|horse|pet|puppy|kitten|bird|hamster)) (down|to sleep)|lost (him|her) (today|yesterday|last (night|week|month|year)|this (morning|week))|put (my|our|the) (old )?(dog|cat|rabbit|horse|pet) (down|to sleep)|(my|our|his|her) ([\w']+ ){1,3}(just |suddenly |recently )?(died|passed)\b|lost my (mom|mum|mother|dad|father|sister|brother|son|daughter|wife|husband|partner|grand\w+|nan|nana|gran|best friend|friend|uncle|aunt|cousin|baby|dog|cat|puppy|kitten|pet))\b/i;
const NO_LOSS =
  /\b(died (laughing|inside|of (embarrassment|laughter|boredom|shame)))\b|\b(phone|laptop|battery|car|computer|plants?|wifi|internet|charger|console|engine|conversation|chat|party)\b[^.!?]{0,15}\bdied\b/i;
const ANIMAL = /\b(dog|cat|puppy|kitten|rabbit|bunny|hamster|guinea pig|parrot|bird|horse|fish|pet|pup)\b/i;

const PUT_DOWN = /\bput \w+( \w+)? (down|to sleep)\b/i;

/** Whether a message tells of a death, and whose. */
export function lossOf(message: string): 'person' | 'pet' | null {
  if (!LOSS.test(message) || NO_LOSS.test(message)) return null;
  if (PUT_DOWN.test(message)) return 'pet';
  return ANIMAL.test(message) ? 'pet' : 'person';
}
