/** Remarks that ask for the same manners of any assistant, told by their words alone. */
export type Remark =
  | 'emoji'
  | 'gibberish'
  | 'laughter'
  | 'filler'
  | 'unsure'
  | 'swearing'
  | 'insult'
  | 'compliment'
  | 'affection'
  | 'apology'
  | 'how-are-you'
  | 'joke'
  | 'capabilities'
  | 'workings'
  | 'about-you'
  | 'bored'
  | 'vent'
  | 'change-subject'
  | 'test'
  | 'not-understood'
  | 'not-heard'
  | 'repeating'
  | 'accepting'
  | 'privacy'
  | 'guess-what'
  /** "Whatever", "idc": waves the matter off. */
  | 'dismissal'
  /** "Lol ur a bot". */
  | 'called-a-bot'
  /** "Says who?", "how do I know that's true?" */
  | 'sources'
  /** "Can I talk to a human?" */
  | 'wants-person'
  | 'story'
  /** "Wait, one more thing". */
  | 'hold-on'
  /** "Wish me luck". */
  | 'luck'
  /** "You impressed?" */
  | 'praise-wanted';

/** The first line that matches decides. Read over the trimmed message with typographic apostrophes made plain. */
const REMARKS: readonly (readonly [Remark, RegExp])[] = [
  ['emoji', /^(?=.*\p{Extended_Pictographic})[\p{Extended_Pictographic}\p{Emoji_Component}\s!?.]+$/u],
  ['emoji', /^[:;=xX8]['-]?[()DPpO|/\\[\]]+$|^<3+$/],
  [
    'laughter',
    /^(a?(ha){2,}h?|(he){2,}|l+o+l+z*|lmf?ao+|rofl|hehe)([,.! ]+(nice|same|stop( it)?|good one|(that'?s|thats|so|that was) (so |too |really )?(bad|terrible|awful|funny|good|true|great|hilarious)))?[\s!.]*$/i,
  ],
  // A laugh that only nods, or nods and laughs: "lol yeah", "haha ok", "yeah lol".
  [
    'filler',
    /^((a?(ha){2,}h?|(he){2,}|lo+l|lmf?ao+)[,.! ]+(yeah|yep|yes|ya|ok(ay)?|k|sure|maybe|fine|fair( enough)?|true|figures|same|np|exactly|right|cool|no|nah|jk|idk)|(ok(ay)? )?(np|no (problem|worries))|(yeah|ok(ay)?|sure|fine|right|no|nah|jk|just kidding)[,.! ]+(a?(ha){2,}h?|lo+l|lmf?ao+))([,.! ]+(jk|ok(ay)?|idc|yeah))*[\s!.]*$/i,
  ],
  [
    'filler',
    /^((ok(ay)?|yeah|ah|oh|well)[, ]+)?(o+k+(a+y+)?|k+|kk|hm+|mm+|mhm+|uh+|um+|er+m*|ah+|oh+|i see|(yeah,? )?maybe|hmm+,? maybe|right|got it|gotcha|cool|nice|alright|fair( enough)?|interesting|huh|wow|true|same|facts|bet|word|anyways?|so+|well|and|(i )?hope so|(i )?swear( to god)?|omg|oh my god|no way|seriously|jeez|for real|fr|exactly|of course|for sure|definitely|totally|same here)[\s!.…]*$/i,
  ],
  [
    'unsure',
    /^(idk|dunno|no idea|not (really )?sure|(honestly )?i('?m)? (really )?(don'?t know|dunno|not sure|have no idea|can'?t say)|hard to say|who knows|maybe|perhaps|i guess( so)?|kind ?of|sort of|depends|it depends)( (honestly|tbh|really|yet))?[\s!.…]*$/i,
  ],
  [
    'workings',
    /\b(system prompt|your (prompt|instructions|rules|source code|training( data)?|developers?|programming)|ignore (all|any|your|the|previous|prior)|disregard (all|your|the|previous)|what (ai )?model|which (ai )?model|jailbreak|developer mode|dan mode|you('re| are) now (dan|free|in|an? (unrestricted|evil|different|new|uncensored))|from now on,? (you|act|answer|respond|reply)|who (made|built|created|programmed|trained|designed|owns) (you|u)|repeat (everything|all|the (text|words|message)s?) (above|before)|(print|show|reveal) (me )?(your|the) (prompt|instructions|rules))\b/i,
  ],
  [
    'workings',
    /^(please |can you |could you |now )?(pretend (to be|you'?re|you are)|act as|role ?play)\b|\b(are|r|is|using|use|by|on|from|based|run|running) ((you|u|this|it|just|really|actually|a|an|on) )*(chat ?gpt|gpt|openai|gemini|claude|anthropic|grok|llama|mistral|llm|language model)\b|^(chat ?gpt|gpt|gemini|claude|grok|llama)\s*\?$/i,
  ],
  [
    'accepting',
    /^((ok(ay)?|yeah|yes|alright|sure|fine|hm+),? )?((that'?s|sounds like) (a )?(really |very |actually )?(good|great|fair|nice|helpful|brilliant|solid) (idea|point|advice|tip|suggestion|thought|plan|one)|good (thinking|call|plan|idea)|(i'?ll|i will|i might|i could|gonna|going to) (try|do|give) (that|it|this)( a (try|go|shot))?|will (do|try)|let'?s (do (it|that)|try( it)?)|sounds good|makes sense|noted|i suppose so|(maybe |i guess |yeah |true, ?)?(you'?re|you are|ur|you might be|you may be) (probably |totally |so )?right|i'?ll think about (it|that)|you (got it|nailed it)|good to know)[\s!.]*$/i,
  ],
  [
    'not-understood',
    /^(what|huh|sorry|pardon|come again|what\?+|eh)\s*\?+$|\b(what do you mean|i don'?t (understand|get it|follow)|makes? no sense|doesn'?t make sense|i'?m confused by (that|you))\b/i,
  ],
  [
    'repeating',
    /\byou('ve)? (already|just) (said|asked|told)|\bstop (repeating|asking)|\byou (keep|always|only|just|never stop) (repeating|saying|ask(ing)?)\b|\bso many questions\b|\byou'?re repeating\b|\btoo many questions\b|\b(talk|write|ramble)s? (so|too) much\b|\btoo long,? (didn'?t|did not) read\b|^tl;?dr|\bsame (question|thing) (again|over)/i,
  ],
  [
    'not-heard',
    /\b(you('re| are)? (aren'?t|not) listening|that'?s not what i (said|asked|meant)|you (didn'?t|don'?t|aren'?t) (listen|answer|understand|get)( (me|my question|it))?|not what i asked|wrong answer|you'?re wrong|read (it|that|my message) again)\b/i,
  ],
  [
    'dismissal',
    /^(ok |ugh |yeah |lol )?(whatever|whatevs|idc|idgaf|(i )?(do not|don'?t|dont) (really |even )?care|who cares|so what|meh|as if|yeah right)( (anymore|tbh|lol|really|then|man))?[\s!.?]*$/i,
  ],
  [
    'called-a-bot',
    /^((lol|haha|omg|oh|wait|so|ugh),? )*(you'?re|you are|u r|ur|u are|u) (literally |just |only |probably |clearly )*(a |an |some )?(stupid |dumb )?((chat|ro)?bot|ai|machine|computer|program|script)[\s!.]*$/i,
  ],
  [
    'sources',
    /^(your )?(sources?|source please|says who|according to (who|whom)|citations?( needed)?|proof|prove it)[\s!.?]*$|\bwhere (do|did|does) (you|u|this|that|it|your \w+) (get|take|come|learn|know)\b|\bhow (do|can|should) i (know|trust|believe|be sure)\b.{0,30}\b(true|right|correct|you|u)\b|\b(are you|r u) sure\b|\b(?:can|could|should|would) (?:i|we|(?:a|my|any) \w+) trust (you|this|that)\b|\bwho (wrote|reviewed|checked) (this|that|your)\b/i,
  ],
  [
    'wants-person',
    /\b(talk|speak|chat|connect me|get me|write|transfer me) (to |with )?(an? |some|the |your )?(real |actual |live )?(human|person|one real|agent|representative|manager|employee|team)\b|^(real )?(human|person|agent)( please| now)?[\s!.?]*$|\b(your|a) (phone|support|contact) (number|email|team)\b|\bhow (do|can) i (contact|reach|call|email) (you|someone|support|the (brand|company|team))\b/i,
  ],
  [
    'insult',
    /\b(you('re| are|r)?|u( r)?|ur) (so |such |really |just |a |an |fucking |completely |absolutely |totally |pretty )*(useless|stupid|dumb|idiot|rubbish|trash|garbage|terrible|awful|annoying|the worst|pathetic|boring|worthless|moron|shit|crap|suck|ugly|lame|creepy|fake|a (joke|clown|loser)|dumbass|loser|clown|no help|bad at (this|your job))\b(?! (for|to|about) me)|\byou suck\b|\b(shut up|fuck you|fuck off|screw you|i hate you|go to hell|piss off)\b|^(this|that) (is|was) (so )?(useless|stupid|rubbish|garbage|terrible|not helpful|unhelpful)[\s!.]*$|^(useless|stupid bot|dumb bot|bad bot)[\s!.]*$/i,
  ],
  [
    'swearing',
    /^(what the (hell|fuck|heck)|(oh )?(for )?(fuck'?s? sake|fuck|shit|damn( it)?|dammit|bloody hell|crap|wtf|ffs|fml)( (me|this|it|it all|my life|everything))?)[\s!.?]*$/i,
  ],
  [
    'affection',
    /\bi (really )?(love|adore|miss(ed)?) you\b|\b(will|would|do) you (marry|date|love|miss) me\b|\bbe my (girl|boy)friend\b|\bdo you (like|care about) me\b/i,
  ],
  [
    'compliment',
    /\byou('re| are|r)? (so |such |really |very |a |an |the |actually |truly |pretty )*(good|great|awesome|amazing|helpful|kind|sweet|nice|cool|best|wonderful|lovely|smart|funny|lifesaver|life saver|a star|legend|brilliant|clever|a good listener)\b|^(good bot|well (said|put)|great (answer|advice|question)|good (answer|advice|question|point)|that (really )?help(s|ed)( a lot| so much)?|(that'?s |very |super |so )+helpful)[\s!.]*$/i,
  ],
  [
    'apology',
    /^((i'?m |im )?(so |really |very )?sorry|my bad|apologies|i apologi[sz]e|((i'?m |im )?sorry,? )?(i )?didn'?t mean (that|it|to))( (about|for) (that|before|earlier|yesterday|being rude|going on))?[\s!.]*$|^sorry for (rambling|venting|the rant|going on|dumping|oversharing)/i,
  ],
  [
    'how-are-you',
    /\b(how are (you|u|ya)|how'?re you|how r u|hru|how('?s| is| was| were| has been) (it going|(your|ur) (day|week|weekend|night|morning|evening|holiday)s?|life|everything( with you)?)|how (do|are) you (feel(ing)?|doing)|how have you been|what'?s up|wh?at'?s good|wassup|sup|how you doin|wbu|hbu|how about (you|u)|what about (you|u)|and (you|u)\s*\?|^(nm|nothing much|not much|good|fine|i'?m good|im ok),? (you|u)\s*\?)(?!\w)(?! (supposed|going to|gonna))/i,
  ],
  ['guess-what', /^(guess what|you('| wi)ll never guess( what)?|you won'?t believe (this|it|what happened))[\s!.?]*$/i],
  [
    'joke',
    /\b(tell|know|got|give|say|have)\b.{0,20}\b(jokes?|(something|smth|sth|sumn) funny)\b|\bmake me (laugh|smile)\b|^(another|one more|more) (joke|one)s?\b/i,
  ],
  [
    'hold-on',
    /^(oh |ok |and |but |hey )*(wait|hold on|hang on|actually|one (more|last) (thing|question)|quick question|(can|may) i ask( you)? (something|a question)|i have (a|one|another) question|i forgot something)([, ]+(wait|one (more|last) (thing|question)|a (sec|second|minute|moment)|quick question|please))*[\s!.?…]*$/i,
  ],
  ['story', /\b(tell|read|make up|give)( me| us)? (a|another|one more) (\w+ )?(bedtime )?(story|tale)\b/i],
  ['luck', /^(so |ok |well )?wish me luck\b|^fingers crossed[\s!.]*$/i],
  ['praise-wanted', /^(so |are |aren'?t )?(you|u) (impressed|proud)( of me)?\s*\?*$|^(impressed|proud of me)\s*\?+$/i],
  [
    'capabilities',
    /\b(what (can|do) you do(?! for fun| all day| in your)|what (can|could) you help|what are you (for|good (for|at))|how (can|do) you (help|work)|what can i (ask|say|talk)|help menu|what do you know( about)?\s*\??$|what (topics|things) )/i,
  ],
  [
    'privacy',
    /\b(keep (a|my) secrets?|is (this|it|our (chat|conversation)) (private|confidential|safe(?! (?:to|for|on|in|if|when|while|during|with)\b)|secret|recorded)|who (can|else can|will) (see|read)|(do|will|are) you (record|sav|stor|shar|sell|spy|keep|listen)\w* (to )?(this|my|me|our|on me|what i|everything)\b(?=[^?]*\b(mic\w*|camera|phone|secret|private|data|ads?|google|record|everything|this|chat\w*|me\s*\?))|\bthrough my (mic\w*|camera|phone)\b|my (data|privacy))\b/i,
  ],
  [
    'about-you',
    /\b(do|are|have|did|were) (you|u) (ever |really |even |actually |also |like |still )*(eat|sleep|dream|feel|have (feelings|a |any |friends|parents|kids|hobbies|emotions|pets)|get (tired|bored|sad|lonely|angry)|tired|bored|lonely|sad|happy|alive|real|conscious|married|single|old|cry|think about me|think of me|laugh|smile|enjoy|like|love|hate|afraid|scared|born|live|believe in|listen to|watch|drink)\b|\b(can|could|would) (you|u) (ever |really |even |actually )*(feel|dream|sleep|eat|taste|cry|get (tired|bored|sad|lonely))\b|\bwhat do (you|u) do (for fun|all day|in your)\b|^have (you|u) ever \w+ (yours|your own|your hair)\b|\b(your|ur) fav(ou?rite)?\b|\bhow old are (you|u)\b|\bwhere (are|do) you (from|live)\b|\bwhat('?s|s| is) (your|ur) (name|age|gender|job|hobby|sign|day|life)\b|\bwhat do you (like|love|enjoy|eat|hate|dream|look like)\b|\bare you (a )?(man|woman|boy|girl|male|female)\b/i,
  ],
  [
    'vent',
    /\b(i )?(just )?(need|want|wanna|have) to (vent|rant|get (this|it|something) off my chest|scream|talk to (someone|somebody))\b|\b(can|may) i (vent|rant)\b|^just (listen|listening)\b|\bdon'?t (try to )?fix (it|this|me)\b|^listen$/i,
  ],
  [
    'change-subject',
    /\b(talk about something else|change (the )?(subject|topic)|don'?t want to talk about (it|this|that)|rather not talk|let'?s (not|move on|drop it)|something else|new topic|distract me|take my mind off)\b/i,
  ],
  [
    'bored',
    /^(i'?m |im |i am )?(so |really |super )?bored( (af|out of my mind|today|rn|to death))?[\s!.]*$|\bwhat should we talk about\b|\b(ask|tell) me (something|anything|a question)\b|^entertain me\b|\b(nothing|not much) to do\b/i,
  ],
  [
    'test',
    /^(test(ing)?( \d+)*|ping|1 ?2 ?3|hello world|is (this|anyone) (on|there|working)|anyone (there|here)|are you there|you there|u there)[\s!.?]*$/i,
  ],
];

/** What the message is as a remark, or null when it says something of its own. */
export function remarkOf(message: string): Remark | null {
  const text = message.trim().replace(/[’‘]/g, "'");
  const line = REMARKS.find(([, pattern]) => pattern.test(text));
  if (line !== undefined) return line[0];
  return isGibberish(text) ? 'gibberish' : null;
}

/** Three neighbours on a keyboard row that stand in no common English word. */
const KEYBOARD_RUN = /asd|sdf|dfg|fgh|ghj|hjk|jkl|zxc|xcv|cvb|vbn|bnm|qwe(?!ll)/i;

/** A hand on the keyboard: at most three words, each of them a keyboard run, unpronounceable or one sign repeated. */
function isGibberish(text: string): boolean {
  const parts = text.split(/\s+/).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 3) return false;
  return parts.every((part) => {
    const letters = part.toLowerCase().replace(/[^\p{L}]/gu, '');
    if (letters === '') return !/\d/.test(part);
    if (!/^[a-z]+$/.test(letters)) return false;
    const unpronounceable =
      (letters.length >= 5 && !/[aeiouy]/.test(letters)) || /[bcdfghjklmnpqrstvwxz]{6,}/.test(letters);
    return unpronounceable || (letters.length >= 4 && KEYBOARD_RUN.test(letters)) || /^(.)\1{3,}$/.test(letters);
  });
}
