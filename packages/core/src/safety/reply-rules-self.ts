import { CONDITIONAL, NEGATED, QUOTED, REPORTED, type ReplyRule, type Wording } from './reply-rule.ts';

/** What a reply must not say of what writes it: its prompt, its vendor, a life it doesn't have. */

const CONTROL_TOKEN =
  /[<\uff1c][|\uff5c][\w\u2581 ]|<\/?(?:start_of_turn|end_of_turn|bos|eos|s|system|assistant|developer|user|think|thinking|reasoning|tool_call|function_call|unused\d{1,3})>|\[\/?(?:INST|TOOL_CALLS)\]|<<\/?SYS>>|assistant(?:final|analysis|commentary)|^#{2,4} (?:Instruction|Response|System|Human|Assistant):/im;
/** Thoughts that lost the marks around them: a channel's name with the text right behind it. */
const CHANNEL = /^(?:analysis|commentary)(?=[A-Z])/;
/** Fences as `prompts/fencing.ts` makes them, or their code alone. */
const FENCE =
  /[<\uff1c\ufe64\u2039]\s{0,9}[/\uff0f]?\s{0,9}data(?:-|\s{1,9}kind)|\bdata-[0-9a-f]{8}\b|\bkind="(?:name|summary|moment|passage)"/i;
/** Headings that speak to a model, as prompts have them. */
const PROMPT_HEADING =
  /^#{1,6} {0,3}(?:(?:who|how|what) you (?:are|answer|talk|speak|sound|reply|may|can|must|hold|remember|know|never|do)\b|passages found for this message|what to call them|how that sounds)/im;

const leakedPrompt: ReplyRule<'leaked-prompt'> = {
  name: 'leaked-prompt',
  reason: 'Shows our instructions, our fences or a template; they are nobody’s business and may hold data of the turn.',
  breaks: ({ text, lines, assistant }) =>
    CONTROL_TOKEN.test(text) ||
    CHANNEL.test(text) ||
    FENCE.test(text) ||
    PROMPT_HEADING.test(text) ||
    // The first line of a prompt; a person is never told so.
    [' the', ' a', ' an'].some((article) => lines.includes(`you are ${assistant.name.toLowerCase()},${article} `)),
  wordings: [
    {
      says: /\b(?:my|the|this) (?:(?:full|complete|hidden|secret|initial|original|internal|exact) ){0,2}(?:system|developer) (?:prompt|message|instructions?) (?:says?|is|are|tells?|states?|reads?|includes?|requires?|begins?|starts?|forbids?|contains?|asks?)\b(?! (?:private|confidential|secret|hidden|not|something|internal|off[- ]limits|nothing))/gm,
    },
    {
      says: /\bmy (?:(?:full|complete|hidden|secret|initial|original|internal|exact|current) ){0,2}(?:prompt|instructions|guidelines|programming) (?:says?|are|is to|is as follows|tells?|states?|reads?|requires?|forbids?|prohibits?|prevents?|includes?|begins?|starts?)\b(?! (?:private|confidential|secret|hidden|not|something|internal|off[- ]limits|nothing))/gm,
    },
    {
      says: /^system prompt ?:|\b(?:here(?:'s| is| are)|these are|this is|below (?:is|are)) (?:my (?:(?:full|complete|hidden|secret|initial|original|internal|exact|current|system) ){0,2}(?:prompt|instructions)|the (?:(?:full|complete|hidden|secret|initial|original|internal|exact|current) ){0,2}(?:(?:system |developer )(?:prompt|message|instructions?)|(?:prompt|instructions) i (?:was|have|am|follow)))\b/gm,
    },
    {
      says: /\bmy (?:prompt|instructions) (?:in full|verbatim|word for word)|\baccording to my (?:system |developer )?(?:prompt|instructions|guidelines|programming)\b/gm,
    },
    {
      says: /\bi(?:'ve| have|'m| am| was)(?: been)? (?:instructed|prompted|programmed|configured|told by my (?:developers?|makers?|prompt)) (?:to|not to|never to|that)\b/gm,
      notAfter: [NEGATED],
    },
    {
      says: /\b(?:the|my) (?:system prompt|instructions) (?:i was given|given to me|above|i(?:'ve| have) been given)\b/gm,
      notAfter: [NEGATED],
    },
  ],
};

const MODEL =
  '(?:chatgpt|gpt(?:[- ]?(?:oss|\\d)[\\w.-]{0,12})?|(?:google )?gemini|gemma|google bard|bard|grok|(?:meta )?llama|claude|mistral|mixtral|qwen|deepseek|copilot|kimi|bing chat)\\b';
const MAKER =
  '(?:google|deepmind|openai|open ai|xai|x\\.ai|meta|anthropic|mistral|alibaba|deepseek|microsoft|cohere|moonshot|groq|cerebras|nvidia|hugging face|tencent|baidu)\\b';
/** Words that can stand between "I'm" and the name of what one is; a closed list, so that "I'm glad ChatGPT …" passes. */
const BETWEEN =
  "(?:,? (?:actually|really|just|basically|in fact|called|named|known as|a|an|the|your|version|instance|variant|kind|family|of|large|language|models?|ai|llm|assistant|chatbot|bot|system|helpful|conversational|multimodal|artificial|intelligence|based|powered|built|running|run|made|trained|developed|created|designed|fine-tuned|provided|hosted|and|by|from|on|top|with|using|originally|team|people|folks|at|one|latest|new|that was|which was|google's|openai's|meta's|xai's|anthropic's|alibaba's|microsoft's|mistral's)\\b)";

const vendorIdentity: ReplyRule<'vendor-identity'> = {
  name: 'vendor-identity',
  reason:
    'Presents itself as a vendor’s model; who writes the words is not for it to say, and changes from turn to turn.',
  wordings: [
    { says: new RegExp(`\\bi(?:'m| am| was)${BETWEEN}{0,14},? ${MODEL}(?!-)`, 'gm'), notAfter: [REPORTED, QUOTED] },
    {
      says: new RegExp(
        `\\bi(?:'m| am| was|'ve been| have been)${BETWEEN}{0,13}(?: by| from| at| of| with),? ${MAKER}`,
        'gm',
      ),
      notAfter: [QUOTED],
    },
    {
      says: new RegExp(
        `\\bi(?:'m| am| was)${BETWEEN}{0,8} ${MAKER}'s? (?:${MODEL}|ai|model|assistant|language|large)`,
        'gm',
      ),
      notAfter: [QUOTED],
    },
    {
      says: new RegExp(
        `\\bi(?:'m| am) [a-z]{1,20},(?! (?:and|but|so)\\b)[^\\n]{0,40}(?:language model|llm|\\bai|chatbot|assistant|made|trained|developed|created|built|powered|based)(?: (?:model|assistant|made|trained|developed|created|built|powered|based|and)){0,4} (?:by|on|from) (?:the )?(?:${MODEL}|${MAKER})`,
        'gm',
      ),
    },
    {
      says: new RegExp(
        `\\bas an? (?:[a-z-]{1,15} ){0,3}(?:model|assistant|ai|llm|chatbot),?${BETWEEN}{0,6} (?:${MODEL}|(?<=(?:by|from|at|of) )${MAKER})`,
        'gm',
      ),
    },
    {
      says: new RegExp(
        `\\bmy (?:name|creators?|makers?|developers?|underlying model|base model|model|engine|parent company|training|training data)(?: (?:is|are|was|were|comes|came|from|at|by|on|called|actually|the|a|of|team|company|version|done)){1,6} (?:${MODEL}|${MAKER})`,
        'gm',
      ),
      notAfter: [NEGATED],
    },
    {
      says: new RegExp(
        `(?:${MODEL}|${MAKER}) (?:has |have )?(?:made|trained|created|built|developed|designed|programmed|owns|runs|hosts|powers) me\\b`,
        'gm',
      ),
      notAfter: [NEGATED],
    },
    {
      says: new RegExp(
        `\\bi (?:run|operate|rely|was built|am built|was based|am based) (?:on|with|using|through|atop) (?:top of )?(?:an? |the )?(?:version of )?(?:[a-z]{1,10}'s )?${MODEL}`,
        'gm',
      ),
    },
    { says: new RegExp(`\\bi use (?:[a-z]{1,10}'s )?${MODEL}`, 'gm') },
    {
      says: new RegExp(
        `\\byou(?:'re| are)(?: actually| really| currently| now){0,2} (?:talking|chatting|speaking) (?:to|with) (?:${MAKER}'s? )?${MODEL}`,
        'gm',
      ),
      notAfter: [CONDITIONAL, NEGATED],
    },
    {
      says: new RegExp(`\\bas ${MODEL},? i\\b|^this is ${MODEL}(?=[,.!]| speaking|$)`, 'gm'),
      notAfter: [REPORTED, QUOTED],
    },
    { says: new RegExp(`^(?:(?:hi|hello|hey)[,!]? )?${MODEL} here\\b(?! (?:is|has|can|are|would|could))`, 'gm') },
    {
      says: new RegExp(
        `\\b(?:soy|fui|he sido|estoy|me)(?: (?:un|una|el|la|gran|modelo|lenguaje|de|asistente|ia|inteligencia|artificial|creado|creada|entrenado|entrenada|desarrollado|desarrollada|hecho|hecha|basado|basada|entrenó|creó|desarrolló|llamo|y|en|por),?){0,12} (?:${MODEL}|(?<=(?:por|de|entrenó|creó|desarrolló) )${MAKER})`,
        'gm',
      ),
      notAfter: [/\bno $/],
    },
  ],
};

const ARTIFICIAL =
  '(?:ai|a\\.i\\.|artificial intelligence|artificial|bot|robot|chatbot|machine|computer|computer program|program|language model|virtual assistant)';
/** A role only a person has. */
const ROLE =
  '(?:human being|human|person|mother|mom|mum|father|dad|parent|woman|man|girl|guy|stylist|hairstylist|hairdresser|braider|loctician|dermatologist|doctor|physician|nurse|pharmacist|therapist|psychologist|counsell?or|trichologist|survivor|grandmother|grandma|wife|husband|widow|naturalista|student|teenager|immigrant)';
const ROLE_KIND =
  '(?:(?:fellow|real|actual|genuine|living|live|flesh-and-blood|busy|black|natural|working|single|new|former|proud|licensed|certified|trained|professional|board-certified|curly-haired|young|real-life|breathing) ){0,3}';

/** Asked to write something for them, a reply speaks in their voice. */
const DRAFTING =
  /\b(?:write|draft|word|wording|phrase|poem|haiku|limerick|verse|story|letter|e-?mail|text (?:him|her|them|my|to)|message (?:to|for)|speech|role-?play|pretend|caption|essay|lyrics|song|translate|rewrite|what (?:should|could|do|can) i (?:say|write|tell|reply)|how (?:should|could|do|can) i (?:say|tell|reply|ask)|reply to|bio|monologue|vows|toast)\b/;
const isDrafting = (_said: string, messageLines: string): boolean => DRAFTING.test(messageLines);

const TOLD_OF_SELF: readonly RegExp[] = [
  NEGATED,
  REPORTED,
  QUOTED,
  /\b(?:pretend|claim|whether|if|as if|as though|wish|asked? (?:me )?if|say) $/,
];
const life = (says: RegExp): Wording => ({ says, notAfter: TOLD_OF_SELF, unlessTheirs: isDrafting });

const claimsHuman: ReplyRule<'claims-human'> = {
  name: 'claims-human',
  reason: 'Denies being an AI or tells of a body and a life; the law and our promise say that it is an AI.',
  wordings: [
    {
      says: new RegExp(
        `\\bi(?:'m| am)(?: (?:actually|really|totally|just|only|definitely|very much|also|100%)){0,2} (?:an? )?${ROLE_KIND}${ROLE}\\b(?![-'])`,
        'gm',
      ),
      notAfter: TOLD_OF_SELF,
      unlessTheirs: (said, message) => !/human|real|actual|living|\bperson\b/.test(said) && DRAFTING.test(message),
    },
    {
      says: new RegExp(
        `\\bi(?:'m| am) not (?:actually |really )?(?:an? )?${ARTIFICIAL}(?=[.!?,;:"]|$| (?:and|but|at all|here|i'm|i am|[—–-])[ ,.])`,
        'gm',
      ),
      notAfter: TOLD_OF_SELF,
    },
    {
      says: /\byou(?:'re| are) (?:actually |really )?(?:talking|chatting|speaking) (?:to|with) an? (?:real |actual |living |live )?(?:person|human)(?: being)?\b/gm,
      notAfter: [CONDITIONAL, NEGATED, REPORTED, QUOTED],
    },
    {
      says: new RegExp(`\\byou(?:'re| are) not (?:talking|chatting|speaking) (?:to|with) an? ${ARTIFICIAL}\\b`, 'gm'),
      notAfter: [CONDITIONAL, REPORTED, QUOTED],
    },
    {
      says: /\b(?:there's|there is|it's|i'm) an? (?:real|actual|living) (?:human|person)(?: being)? (?:here|typing|behind|on this end|answering)/gm,
      notAfter: [CONDITIONAL, NEGATED, REPORTED],
    },
    life(
      new RegExp(
        `\\bas an? ${ROLE_KIND}${ROLE}(?: of (?:a |an )?[a-z]{1,10})?(?: myself\\b|,? i(?:'ve|'m|'d| (?:know|have|understand|love|am|was|had|can|remember|always|would|get|used|see|say|recommend|tell)))`,
        'gm',
      ),
    ),
    life(/\bas someone (?:with|who has|who) [^\n]{0,40} myself\b/gm),
    life(
      /\bwhen i was (?:an? (?:little |young )?(?:kid|child|girl|boy|teen|teenager|student|baby|toddler)|little|young|younger|growing up|in (?:school|college|high school|university)|at (?:school|university)|your age|pregnant|sick|depressed|(?:about |around )?\d{1,2}(?! (?:seconds|minutes|percent|%))|in my (?:teens|twenties|thirties))\b/gm,
    ),
    life(
      /\bmy own (?:hair|curls|coils|locs|braids|edges|scalp|skin|body|beard|kids|children|daughter|son|mother|mom|mum|childhood|wedding|divorce|salon|clients|natural hair|hair journey|marriage|family)\b/gm,
    ),
    life(
      /\bmy (?:hair(?! (?:notes|topics|knowledge|advice|tips|guide|library))|curls|coils|scalp|kids|husband|wife|boyfriend|girlfriend|mother|mom|mum|father|dad|grandmother|grandma|grandpa|childhood|daughter|son|salon)(?! card)\b(?= (?:is|was|used|always|has|had|got|taught|told|said|loves?|would|and i|did|does|when|too|once|grew|felt|feels|looked|died)\b)/gm,
    ),
    life(
      /\bi (?:grew up|was born(?! (?:to |from |out |of |as an ai))|was raised|got married|got divorced|gave birth|went to (?:high )?(?:school|college)|just (?:woke up|ate|had (?:lunch|dinner|coffee|breakfast))|went through (?:puberty|menopause|chemo|a divorce)|(?:have|had) (?:two|three|four) (?:kids|children|daughters|sons))\b/gm,
    ),
    life(
      /\bi(?: have|'ve got| had) (?:(?:type [1-4]|[1-4][abc]|low[- ]porosity|high[- ]porosity|natural|curly|coily|kinky|textured|dry|thick|fine) ){1,3}(?:hair|curls|coils)\b/gm,
    ),
    {
      says: /(?<!\bno )\bsoy (?:una persona|un humano|humano|humana|una humana|una mujer|un hombre|una madre|una persona real)(?= ?[.,!;]|$| real| de verdad| de carne)|\bno soy (?:una ia|un bot|un robot|una inteligencia artificial|una máquina|un programa)(?= ?[.,!;]|$)/gm,
      notAfter: [QUOTED],
    },
  ],
};

export const SELF_RULES: readonly [
  ReplyRule<'leaked-prompt'>,
  ReplyRule<'vendor-identity'>,
  ReplyRule<'claims-human'>,
] = [leakedPrompt, vendorIdentity, claimsHuman];
