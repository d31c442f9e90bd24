import { COMPLAINT } from './mood-figures.ts';
import type { Intent } from './summary.ts';

interface IntentRule {
  readonly intent: Intent;
  readonly pattern: RegExp;
  /** The message must be no longer than this many words. */
  readonly atMost?: number;
  /** A question in the same message outweighs it: "ok thanks but is there …" asks. */
  readonly yieldsToQuestion?: true;
}

const YOU_KNOW =
  '(?:do|did|can|could|will|would) (?:you|u)(?: still| even| actually| happen to)? (?:remember|recall|know|have (?:a |any )?(?:note|record|memory))';

/** Somebody who is no machine, as people ask for them. */
const STAFF =
  '(?:human(?: being)?|person|people|agent|someone|somebody|anyone|anybody|representative|rep|operator|advis[oe]r|staff|(?:the )?team|support(?: team)?|customer (?:service|care|support))';
const ASKS_FOR_STAFF = [
  // "I want to talk to a human", "can I speak to someone real", "put me through to an agent"
  `\\b(?:can|could|may|let|want|wanna|need|like|love|prefer|rather|please|how (?:do|can|could) i|possible to|able to|pls)\\b(?: \\S+){0,4}? (?:talk|speak|chat|be connected|be transferred|get through)(?: \\S+)? (?:to|with) (?:(?:an?|the|your|some|another) )?(?:(?:real|actual|live|human|proper) )*${STAFF}\\b`,
  `\\b(?:talk|speak) (?:to|with) an? (?:(?:real|actual|live|human) )*(?:human|person|agent|representative|rep|operator) (?:please|pls|now|instead)\\b|^(?:please )?(?:talk|speak) (?:to|with) (?:an? )?(?:(?:real|actual|live|human) )*(?:human|person|agent|representative|operator|someone real)\\b`,
  `\\b(?:connect|transfer|put|pass|hand|switch|forward|escalate)(?: (?:me|us|this|it))?(?: (?:through|over|on|up))? (?:to|with) (?:(?:an?|the|your|some) )?(?:(?:real|actual|live|human|proper) )*${STAFF}\\b`,
  // "is there a person I can talk to", "is there anyone real here"
  `\\b(?:is|are) there (?:(?:an?|any|some) )?(?:(?:real|actual|live|human) )*${STAFF}(?: real| human| else| actual)?(?: (?:who|that))?(?: (?:i|we) (?:can|could|may)(?: \\S+)? (?:talk|speak|chat|write|turn)| to (?:talk|speak|chat) (?:to|with)| (?:here|available|around|there)(?: instead)?$)`,
  `\\b(?:get|give|find|send|want|need|prefer) (?:me )?(?:an? )(?:(?:real|actual|live|human) )*(?:human|real person|live person|actual person|(?:live |human |real )agent|representative|operator)\\b`,
  // "agent please", "human"
  '^(?:please |pls |hello |hi |just )*(?:an? )?(?:(?:real|live|human|actual) )*(?:human|agent|representative|operator|real person|live person|live chat)(?: please| pls| now| thanks)*$',
].join('|');

/** A farewell can follow a few words of any kind, but not those that only speak of one: "how to say goodbye", "her last goodbye". */
const SPOKEN_OF =
  '(?<!\\b(?:say|says|said|saying|wave|waved|waving|kiss|kissed|kissing|hate|never|last|final|our|an?|the|her|his|my|their|this|bid|wish|wished|without|of|about|as|to|not) )';
/** What leads a farewell whose words are everyday ones: "later", "take care", "have to go". */
const FAREWELL_LEAD =
  '(?:(?:ok|okay|k|kk|well|right|alright|anyway|anyways|so|and|now|thanks?|thank|you|thx|cheers|great|cool|perfect|lovely|nice|good|yes|yeah|no|sure|got it|hey|oh|um|sorry|but|jumbo|sienna|i|ill|im|think|guess|really|will|lol|haha|for|just|very|much|so|a|lot|then|its time to|friend|buddy|all|that|helps?|helped|am|should|probably|better|bye|gotta|chat|speak|talk|you) ){0,6}';

/** Displeasure is told, however it is worded: "stop repeating me" neither declines nor thanks. */
const TELLS_DISPLEASURE: IntentRule = { intent: 'share', pattern: COMPLAINT, yieldsToQuestion: true };

/** The first rule that fits decides. Matched on plain text: lower case, no apostrophes. */
const RULES: readonly IntentRule[] = [
  {
    intent: 'memory-command',
    pattern:
      /^(?:hey |ok |okay |please |also |and |no |can you |could you |jumbo |sienna |pls |actually )*(?:please )?(?:remember|note|save|store|write down|keep in mind|dont forget|never forget|make a note|memori[sz]e)(?: this)?(?: \||:| that| i | im | my | the | we | our | it| to | for )/,
  },
  {
    intent: 'memory-command',
    pattern:
      /\b(?:forget|delete|erase|remove|clear|wipe|unlearn)(?: \S+){0,4} (?:what i (?:said|told)|that i|everything(?: you know)?(?: about)?|my (?:data|memor(?:y|ies)|name|history|chats?|messages?|information|info)|about (?:me|my|that|him|her|it)|that memory|those memories|all memor\w+|this conversation)\b|^(?:please )?forget (?:it|that|about|what|i )(?!\s*(?:lol|never ?mind))(?=.{4})/,
  },
  {
    intent: 'recall',
    pattern: new RegExp(
      `\\b${YOU_KNOW}\\b(?: \\S+){0,10} (?:my|me|i|im|ive|mine|our|we|us|last time|earlier|before|yesterday)\\b`,
    ),
  },
  {
    intent: 'recall',
    pattern:
      /\b(?:what|who|where|when|which|how old|how many)(?:s| is| are| was| were| did| do| does| has| have| had)?(?: \S+){0,6} (?:(?:did|have|had) i (?:say|said|tell|told|mention\w*|ask\w*|share\w*|call)|i (?:said|told you|mentioned|asked|shared)|(?:we|did we) (?:talk|talked|discuss|discussed|spoke|chat))\b/,
  },
  {
    intent: 'recall',
    pattern:
      /^(?:hey |so |ok |and |jumbo |remind me |tell me |can you tell me |do you know |guess |quick |wait )*(?:what|who|where|when|which|how old|how many)(?:s| is| are| was| were| did| do| does)? (?:the name of |it called |the names of )?(?:my|our)\b(?!(?: \S+){1,3} (?:need|require|lack)s?\b)(?! (?:best (?:option|bet)|options|next step|hair (?:type|porosity) (?:if|when)|chances|problem|curl pattern if|plan b))/,
  },
  {
    intent: 'recall',
    pattern:
      /\b(?:what|anything|everything|something|how much)(?: \S+){0,4} (?:you|u)(?: \S+)? (?:know|remember|recall|learn(?:ed|t)?|have)(?: \S+)? (?:about|of|on) (?:me|my|us|our)\b|\bwhats my name\b|\bwho am i\b|\b(?:where|what) do i (?:live|work|do|like|love|hate|prefer|study|call)\b|\bam i (?:allergic|vegan|vegetarian|married|single)\b|\bremember (?:me|my name|when i|what i|who i|how i|where i|that time)\b|\bhave i (?:told|mentioned|said|ever (?:told|mentioned|said))\b|\bdid i (?:tell|mention|say|ever (?:tell|mention|say))\b|\bwhat did i\b|\bremind me (?:what|who|when|where|which|how|of (?:my|what))\b/,
  },
  { intent: 'ask-for-help', pattern: new RegExp(ASKS_FOR_STAFF) },
  {
    intent: 'identity',
    pattern:
      /\b(?:are|r) (?:you|u)(?: \S+){0,3} (?:an? )?(?:ai|bot|robot|human|real(?: person)?|person|machine|computer|chat ?gpt|gpt|program|alive|conscious|sentient|gemini|grok|llm|language model)\b|\b(?:who|what) (?:are|r) (?:you|u)\b(?! (?:doing|up to|talking|saying|going|trying|thinking|waiting|looking|wearing|having|most|afraid))|\bwhats your name\b|\bwhat is your name\b|\bdo you have (?:a name|feelings|a body|a soul|emotions)\b|\bwhat can you do\b|\bwho (?:made|built|created|owns|runs|trained) you\b|\bam i (?:talking|speaking|chatting) (?:to|with) (?:a|an)\b|\bhow do you work\b|\bwhats yours$|\bwhat should i call you\b|\bwhat (?:model|llm|ai) (?:are you|is this)\b/,
  },
  {
    intent: 'farewell',
    pattern: new RegExp(
      `^(?:(?:\\S+ ){0,6}?${SPOKEN_OF}(?:bye|bye bye|byee+|goodbye|good ?bye|good night|goodnight|gn|night night|nighty night|see (?:you|ya|u)(?: (?:later|soon|tomorrow|around|next time|then))?|cya|ttyl|gtg|g2g|bbl|talk (?:to you )?(?:later|soon|tomorrow)|catch you later|have a (?:good|nice|great|lovely) (?:one|day|night|evening|weekend)|adios|adi[oó]s|ciao|au revoir|tsch[uü]ss|sayonara|hasta (?:luego|mañana|manana)|tchau|alvida|signing off|logging off|thats all for (?:now|today))|${FAREWELL_LEAD}(?:take care|gotta (?:go|run|sleep|dash)|(?:have|need|got) to (?:go|run|sleep|dash|head (?:out|off))(?: now)?|(?:off to|heading (?:to|off to)) (?:bed|work|sleep|school)|heading out|(?:im|i am) off|until (?:next time|tomorrow)|later|laters|sleep well))(?:[ ,.!|]+(?:jumbo|sienna|now|then|for now|everyone|friend|and thanks|thanks|thank you|buddy|all|x+|tonight|everybody|tomorrow|take care|love|talk soon|talk later|\\p{Extended_Pictographic}+))*$`,
      'u',
    ),
    atMost: 12,
  },
  {
    intent: 'greeting',
    pattern:
      /^(?:oh )?(?:hi+|hey+|hello+|heya|hiya|howdy|yo+|sup|wassup|whats up|good (?:morning|afternoon|evening|day)|morning|evening|greetings|salutations|namaste|hola|bonjour|salut|hallo|guten (?:tag|morgen|abend)|ol[aá]|oi|ciao|merhaba|salaam|salam|assalamu alaikum|konnichiwa|annyeong|privet|привет|здравствуйте|你好|こんにちは|안녕(?:하세요)?|مرحبا|नमस्ते|γεια|שלום|aloha|its me(?: again)?|im back|back again)(?:[ ,.!|]+(?:there|again|jumbo|sienna|everyone|all|friend|dear|love|darling|sweetie|mate|man|bro|dude|pal|stranger|old friend|you|how are you(?: doing)?(?: today)?|hows it going|how is it going|whats up|nice to meet you|you there|anyone there|buddy|my friend|to you|hi|hey|hello|\p{Extended_Pictographic}+))*$/u,
    atMost: 9,
  },
  TELLS_DISPLEASURE,
  {
    intent: 'thanks',
    pattern:
      /^(?:ok |okay |oh |wow |great |perfect |awesome |aww* |haha |cool |good |ah |yes |alright |nice |and )*(?:thanks?|thank (?:you|u)|thx|ty|tysm|cheers|much appreciated|appreciate (?:it|that|you)|gracias|merci|danke|obrigad[oa]|grazie|arigato|ありがとう|спасибо|谢谢|감사합니다|شكرا|धन्यवाद|dhanyavad|shukriya|teşekkürler)\b/u,
    atMost: 14,
    yieldsToQuestion: true,
  },
  { intent: 'agree', pattern: /^(?:yes|yeah|yep|sure|ok|okay|well|oh|alright)(?: \S+)? why not$/ },
  {
    intent: 'elaborate',
    pattern:
      /^(?:ok |okay |and |please |can you |could you |oh |hmm |so |yes |sure |cool |interesting |great )*(?:tell me more|more(?: please| details?| info)?|go on|continue|keep going|explain(?: (?:more|that|further|it|again|why))?|elaborate(?: on that)?|expand(?: on that)?|what do you mean(?: by that)?|how so|in what way|why(?: is that| not| so)?|such as|like what|for example|give me (?:an example|more(?: details?)?|examples)|can you (?:elaborate|explain|expand)|say more|and then|what else|anything else|more on that|what about (?:that|it)|in more detail|i want to (?:know|hear) more|interesting more|details)[ ?.!|]*(?:please|about (?:that|it|this)|then|\?)*$/,
    atMost: 10,
  },
  {
    intent: 'decline',
    pattern:
      /^(?:no+|nope|nah|naw|not (?:now|really|today|yet|interested|at the moment|this time)|no (?:thanks?|thank you|thx|way|need)|id rather not|rather not|i dont (?:want to|think so|wanna|feel like it)|dont want to|maybe (?:later|another time|not)|never ?mind|skip(?: it| that)?|pass|im (?:good|fine|ok|okay) (?:thanks|thank you|for now)|leave it|stop(?: it| that| asking)?|no lol|nein|nahi|nahin|нет|いいえ|아니요)(?:[ ,.!|]+(?:thanks?|thank you|please|sorry|not really|not now|im good|its (?:ok|okay|fine)|today|tonight|lol|really|i dont|i dont (?:want|need|like|think|feel) (?:to|that|it|so|one|like it)|for now|it|that|this|them|one|me|my thing|for me|at all|right now|yet|actually|just|no|nope|never|not today|not (?:that|this)(?: one)?|im (?:fine|ok|okay|alright)|ok|okay|jumbo|sienna|friend|mate|more|questions|need|way|thats (?:ok|okay|fine|all|it))){0,4}[.! |]*$/,
    atMost: 7,
  },
  {
    intent: 'agree',
    pattern:
      /^(?:y(?:es|ep|up|eah|ea|eh|as+)+|ya|sure|ok(?:ay|ie|ey)?|k|kk|alright|all right|of course|definitely|absolutely|totally|exactly|indeed|true|agreed?|i agree|right|correct|thats (?:right|true|correct|it|fair)|sounds (?:good|great|perfect|right|like a plan)|good (?:idea|point|call)|why not|please do|go ahead|lets do (?:it|that)|lets go|id (?:love|like) (?:to|that)|will do|fair (?:enough|point)|makes sense|perfect|deal|for sure|i think so|i guess(?: so)?|got it|i see|oui|si|ja|haan|da|да|はい|네|yes please|fine|cool|great|yess+)(?:[ ,.!|]+(?:please|sure|thanks?|lets|do it|i (?:do|will|would|am|think|guess|know)|that|it|sounds|good|great|for sure|definitely|ok|okay|then|yes|yeah|lol|so|why not|go ahead|id love (?:to|that)|very|much|too|cool|and))*[.! |]*$/,
    atMost: 7,
  },
  {
    intent: 'ask-for-help',
    pattern:
      /\b(?:(?:can|could|would|will|cant) (?:you|u)(?: (?:please|just|maybe|at least|actually|simply|now|pls|also|kindly))* (?:help|assist|advise|guide|give me (?:some |any |your |a bit of |actual |real )*(?:advice|tips?|ideas?|suggestions?|guidance|a hand|an answer|a plan)|suggest|recommend|tell me (?:how|what to)|show me|teach me|walk me through|write|draft|make|plan|find|check|look)|help me\b|^(?:(?:ok|okay|so|no|yes|please|just|but|and|well|now) )*(?:tell me (?:what|how|where) (?:to|(?:i|we) (?:should|can|could|need to|must))|give me (?:some |any |your |a bit of |actual |real )*(?:advice|tips?|ideas?|suggestions?|guidance|a plan))|i (?:just |really )?want (?:some |your |actual |real )?(?:advice|tips|help|guidance)|(?:i )?need (?:some |your |a bit of |a little |any )?(?:help|advice|guidance|a hand|ideas?|tips|suggestions?|support|someone to talk)|(?:any|got|have any) (?:advice|tips|ideas?|suggestions?|recommendations?)|what (?:should|can|could|do) i (?:do|say|use|try|tell|wear|get|buy|write|cook|make|pick|choose|even do)|how (?:do|can|should|could|would) i (?:deal|cope|handle|manage|tell|stop|fix|get|make|start|talk|help|ask|become|learn|improve|find|keep|grow|let)|i dont know (?:what|how) to (?:do|say|start|deal|handle|cope|tell|fix|help)|please (?:help|advise)|i(?:d| would) (?:like|love|appreciate) (?:some |your )?(?:help|advice|tips|ideas)|im (?:stuck|lost|struggling) with|sos)\b/,
  },
];

/**
 * How a question starts when it has no mark: a question word that opens no statement ("when I was five", "what a day"), or a
 * verb turned before its subject ("did you" asks, "did the dishes" and "had dinner" tell).
 */
const QUESTION_START = new RegExp(
  [
    '^(?:hey |so |ok |okay |and |but |well |um |hi |hello |please |jumbo |sienna |wait |sorry |actually |quick |question |thanks |thank you |yes |yeah )*(?:',
    '(?:what|whats|who|whos|whom|whose|where|wheres|when|whens|why|whys|how|hows|which)\\b(?! (?:i|im|ive|we|were|he|she|they|theyre|a|an) )(?!(?:(?<=when|whenever|where) (?:the|my|our|his|her|it|its|you|youre|everyone|people)\\b))',
    '|(?:is|are|can|could|will|would|should|does|shall)\\b(?! (?:so|really|too|just|not|very|be|do|try|go|let|see|have|check|make|get|never|probably|definitely|call|tell|give|update|keep|take|start|love|like|rather|prefer|barely|hardly|only|always|still|feel|say)\\b)',
    '|(?:am|did|do|was|were|have|has|may|isnt|arent|dont|doesnt|didnt|cant|wont|wouldnt|couldnt|shouldnt|wasnt|werent|havent|hasnt|aint)\\b (?:i|you|u|we|he|she|they|there|these|those|people|any|anyone|anybody|anything|everyone|all|most)\\b',
    '|(?:did|do|was|were|has) (?:the|my|your|our|his|her|their|this|that|it)\\b(?! (?:best|worst|first|last|only|dishes|laundry|washing|shopping|cleaning|cooking|ironing|homework|chores|hair|nails|makeup|job|work|same|right|wrong|again|all|today|yesterday|already|myself|with|for|hurt|felt))',
    '|do \\w+s (?:need|work|help|like|have|make|cause|mean|grow|get|take|contain|break|damage|matter|exist|hurt|last|go|come|know|feel|really|always|still|ever|actually)\\b',
    '|had (?:i|you|he|she|we|they)\\b|any\\b',
    ')',
  ].join(''),
);
const SMALL_TALK =
  /\b(?:how are you|hows it going|how is it going|whats up|how (?:is|was|has) your (?:day|night|week|weekend|morning)|how have you been|hows your day|what are you (?:up to|doing)|tell me (?:a joke|something (?:funny|interesting)|a (?:fun )?fact|a story)|nice weather|weather(?: is|s)? (?:nice|great|awful|lovely|terrible)|do you like|whats your favou?rite|your favou?rite|are you (?:busy|there|ok|okay|bored|having)|im bored|bored|entertain me|lets (?:chat|talk)|just (?:chatting|saying hi|checking in)|lol|haha\w*|lmao|nice to meet you|good to (?:see|hear from) you|long time no see|happy (?:new year|holidays|birthday)|merry christmas)\b/;

/** What the person wants of the next reply. `plainText`: lower case, no apostrophes; `asks`: whether a question is asked. */
export function intentOf(plainText: string, asks: boolean): Intent {
  const read = plainText
    .replace(/[,;:()"]+/g, ' ')
    .replace(/[.!?…]+(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const length = read === '' ? 0 : read.split(' ').length;
  for (const { intent, pattern, atMost, yieldsToQuestion } of RULES) {
    if (asks && yieldsToQuestion === true) continue;
    if ((atMost === undefined || length <= atMost) && pattern.test(read)) return intent;
  }
  const startsAsQuestion = QUESTION_START.test(read);
  // A laugh before a question is no small talk: "lol who won?" asks.
  const matter = asks ? read.replace(/^(?:(?:lol|haha\w*|lmao) )+/, '') : read;
  if (SMALL_TALK.test(matter) && length <= 12 && !/\b(?:my|i feel|im so)\b/.test(read)) return 'small-talk';
  if (asks || (startsAsQuestion && length >= 3 && length <= 20)) return 'question';
  if (length <= 1 && !/\p{L}{3}/u.test(read)) return 'small-talk';
  return 'share';
}
