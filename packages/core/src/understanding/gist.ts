import { readMoodByRules } from './mood-rules.ts';
import { FUNCTION_WORDS, GIVEN_NAMES, isOrdinary, wordSet } from './name-words.ts';
import { sentences } from './text.ts';

/** Longest gist in characters: one line beside a message. */
export const MAX_GIST = 90;
const MAX_SENTENCES = 30;
/** Characters of a sentence that are turned: what is beyond is cut from the gist anyway. */
const MAX_TURNED = 400;

/**
 * The question a message asks, verbatim; the first that is more than a tag ("right?", "you know?"); null when none is.
 * People leave the mark out, so a sentence that is worded as a question counts too, alone or after "ok thanks but".
 */
export function questionIn(cleaned: string): string | null {
  const parts = sentences(cleaned).slice(0, MAX_SENTENCES);
  for (const sentence of parts) {
    if (/[?？؟]/.test(sentence) && /\p{L}/u.test(sentence) && !TAG.test(sentence)) return sentence;
  }
  if (parts.length > MAX_UNMARKED_SENTENCES) return null;
  return (
    parts.find(
      (sentence) =>
        sentence.length <= MAX_UNMARKED && (UNMARKED_QUESTION.test(sentence) || TURN_TO_QUESTION.test(sentence)),
    ) ?? null
  );
}

/** Longer texts without a question mark tell more than they ask: most of their "what is" and "who was" are no questions. */
const MAX_UNMARKED_SENTENCES = 4;
const MAX_UNMARKED = 160;

const TAG =
  /^(?:right|ok|okay|huh|eh|yeah|no|you know|really|what|hm+|see|isn't it|innit|n'est-ce pas|¿no)\s*[?？؟]+$/i;
const UNMARKED_QUESTION =
  /^(?:(?:hey|so|ok|okay|hi|hello|um|please|jumbo|sienna|and|but|thanks|thank you|thx|yes|yeah|yep|no|sure|great|cool|nice|right|well|also|then|oh|wait|sorry|actually)[ ,]+){0,5}(?:what(?:'s|s)? (?:is|are|was|do|does|did|can|should|would|my|the|your|about|else)|who(?:'s| is| are| was| won)|where(?:'s| is| are| do| did| can)|when(?:'s| is| are| do| did| does)|why (?:is|are|do|does|did|am|can't|would)|how (?:do|does|did|can|should|many|much|long|often|old|is|are|to|about)|which \S+ (?:is|are|should|do)|(?:can|could|would|will) you|(?:can|could|may|shall|should) (?:i|we)|do you (?:know|remember|think|have|like)|are (?:you|there)|is (?:it|there|that|this)|do i|any (?:tips|advice|ideas?|suggestions?|recommendations?))\b/i;
/** A question that follows a statement in the same sentence: "my hair is dry, what can I do". */
const TURN_TO_QUESTION =
  /(?:[,;:]| but| and| so)[ ,]+(?:so |and |but |then )?(?:(?:what|how|where|when|which \S+) (?:can|should|do|could|would|must) (?:i|we|you)|how (?:long|often|much|many) (?:do|does|should|can|is|are|will)|is there (?:any|a|an|some|something)|(?:can|could|would|will) you|(?:can|could|should|may) (?:i|we)|do you (?:know|remember|think|have)|what about|any (?:tips|advice|ideas?|suggestions?))\b/i;

/** What stands before the matter: greetings, fillers, hesitation. */
const OPENERS =
  /^(?:(?:hi+|hey+|hello|hiya|yo|ok|okay|oh|ah|aw+|well|so|um+|uh+|hmm+|honestly|actually|basically|anyway|like|lol|haha+|omg|ugh+|wow|yes|yeah|yep|no|nope|and|but|because|cause|tbh|ngl|look|listen|guess what|you know|i mean|sorry|please|thanks|thank you|jumbo|sienna|there|good (?:morning|evening|afternoon|night)|not gonna lie|to be honest|fun fact|also|then|just|man|dude|bro|girl|right)[\s,.!:;—–-]+){1,6}/i;

/**
 * What a message says, in a clause of the second person that can follow "You said" or "It sounds like": pronouns turned
 * ("I lost my job" → "you lost your job"), the clause that carries most, no closing mark, at most 90 characters. Empty when
 * the message has no words.
 */
export function gistOf(cleaned: string): string {
  const flat = cleaned.replace(/<[^<>]{0,80}>/g, ' ').replace(/\p{Extended_Pictographic}|\ufe0f/gu, ' ');
  const parts = sentences(flat)
    .slice(0, MAX_SENTENCES)
    .map((sentence) => ({ text: bare(sentence), asks: /[?？؟]\s*$/.test(sentence) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const told = parts.filter(({ asks }) => !asks);
  const chosen = salient(told.map(({ text }) => text)) ?? parts[0]?.text;
  if (chosen === undefined) return '';
  const asked = told.length === 0 || salient(told.map(({ text }) => text)) === undefined;
  return shortened(asked && parts[0]?.asks === true ? wondered(chosen) : completed(turned(chosen)));
}

/** The sentence without openers, closing marks and inner line breaks. */
function bare(sentence: string): string {
  const trimmed = sentence
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'*_>-]+/, '')
    .replace(/[\s.!?…,;:"*_。！？؟-]+$/u, '');
  const opened = trimmed.replace(OPENERS, '');
  return /\p{L}/u.test(opened) ? opened : trimmed;
}

const FIRST_PERSON = /\b(?:i|i'm|im|i've|ive|i'd|i'll|my|me|we|we're|our|us|mine)\b/i;

/** The sentence that says most about the person: first person and mood before plain facts; the first among equals. */
function salient(candidates: readonly string[]): string | undefined {
  let best: { text: string; score: number } | undefined;
  for (const text of candidates) {
    const length = text.split(' ').length;
    const score =
      (FIRST_PERSON.test(text) ? 1 : 0) +
      (readMoodByRules(text) === null ? 0 : 1) +
      (length >= 3 ? 1 : 0) +
      (length > 30 ? -0.5 : 0);
    if (best === undefined || score > best.score) best = { text, score };
  }
  return best?.text;
}

const TURNED: Readonly<Record<string, string>> = {
  i: 'you',
  "i'm": "you're",
  im: "you're",
  "i've": "you've",
  ive: "you've",
  "i'd": "you'd",
  "i'll": "you'll",
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  we: 'you',
  "we're": "you're",
  "we've": "you've",
  "we'd": "you'd",
  "we'll": "you'll",
  us: 'you',
  our: 'your',
  ours: 'yours',
  ourselves: 'yourselves',
  your: 'my',
  yours: 'mine',
  yourself: 'myself',
  "you're": "I'm",
  youre: "I'm",
  "you've": "I've",
  "you'll": "I'll",
  "you'd": "I'd",
  ur: 'my',
};
const AFTER_I: Readonly<Record<string, string>> = {
  am: 'are',
  was: 'were',
  "wasn't": "weren't",
  wasnt: "weren't",
  "ain't": "aren't",
};
const AFTER_YOU: Readonly<Record<string, string>> = { are: 'am', were: 'was', "weren't": "wasn't", "aren't": 'am not' };
const ADVERBS = wordSet(
  'just really also still never always only already so actually kinda barely finally honestly probably definitely even now then',
);
const BEFORE_OBJECT = wordSet(
  'for to with of about from at than on by like love thank hate miss tell told ask asked meet met see saw know need trust call called help helped give gave let make made believe show want and remember forget bother between without after before',
);

/** Turns first into second person and second into first, verbs with them. */
export function turned(text: string): string {
  const words = text.slice(0, MAX_TURNED).split(' ');
  const result: string[] = [];
  let subject: 'i' | 'you' | null = null;
  words.forEach((written, index) => {
    const [, before = '', core = '', after = ''] = written.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u) ?? [];
    const lower = core.toLowerCase();
    const next = words[index + 1]?.toLowerCase().replace(/[^\p{L}']/gu, '') ?? '';
    let said = core;
    if (lower === 'i' || lower === 'we') {
      said = 'you';
      subject = lower === 'i' ? 'i' : null;
    } else if (lower === 'you' || lower === 'u') {
      const previous = words[index - 1]?.toLowerCase().replace(/[^\p{L}']/gu, '') ?? '';
      const isObject =
        index === words.length - 1 || after !== '' || (BEFORE_OBJECT.has(previous) && AFTER_YOU[next] === undefined);
      said = isObject ? 'me' : 'I';
      subject = isObject ? null : 'you';
    } else if (subject === 'i' && AFTER_I[lower] !== undefined) {
      said = AFTER_I[lower] ?? core;
      subject = null;
    } else if (subject === 'you' && AFTER_YOU[lower] !== undefined) {
      said = AFTER_YOU[lower] ?? core;
      subject = null;
    } else if ((lower === 'am' || lower === 'was') && next === 'i') said = lower === 'am' ? 'are' : 'were';
    else if (TURNED[lower] !== undefined) said = TURNED[lower] ?? core;
    else if (!ADVERBS.has(lower)) subject = null;
    if (after.includes(',')) subject = null;
    result.push(before + said + after);
  });
  return lowerStart(result.join(' '), words[0] ?? '');
}

/** A sentence's capital goes, a name's or an abbreviation's stays. */
function lowerStart(text: string, first: string): string {
  const word = first.replace(/[^\p{L}'].*$/u, '');
  const lower = word.toLowerCase();
  const isName =
    GIVEN_NAMES.has(lower) || (!isOrdinary(lower) && !FUNCTION_WORDS.has(lower) && TURNED[lower] === undefined);
  const isCapitals = word.length > 1 && word === word.toUpperCase();
  if (text.startsWith('I ') || text.startsWith("I'") || isName || isCapitals) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const PAST = wordSet(
  'ran went got had did made lost won found felt met saw took came left broke quit failed passed finished started moved cried slept woke ate drank spent bought sold told said forgot remembered missed learned learnt fought argued cooked baked cleaned worked walked called texted tried stayed watched read wrote finally just',
);
const DESCRIPTIVE = wordSet(
  'tired exhausted sad happy proud excited nervous anxious lonely angry bored stressed grateful hopeful overwhelmed scared worried sick relieved confused hungry heartbroken devastated ashamed embarrassed frustrated annoyed jealous calm content hurt numb empty drained fed done ready not so really very super kinda feeling',
);

/** Gives a sentence without a subject the one it means: "Ran 5k" → "you ran 5k", "so tired" → "you're so tired". */
export function completed(text: string): string {
  const first =
    text
      .split(' ')[0]
      ?.toLowerCase()
      .replace(/[^\p{L}]/gu, '') ?? '';
  if (REQUESTS.has(first)) return `you'd like me to ${text}`;
  if (PAST.has(first) || (/^[a-z]{3,}ed$/.test(first) && !DESCRIPTIVE.has(first)))
    return /\b(?:you|your|I)\b/.test(text.split(' ').slice(0, 3).join(' ')) && first === 'just' ? text : `you ${text}`;
  if (
    DESCRIPTIVE.has(first) &&
    readMoodByRules(text) !== null &&
    !/^(?:not|so) (?:bad|good|great|many|much)\b/.test(text)
  )
    return `you're ${text}`;
  if (
    /^[a-z]{2,}ing$/.test(first) &&
    !/^(?:nothing|something|anything|everything|morning|evening|during|king|thing|string|spring)$/.test(first)
  )
    return `you're ${text}`;
  return text;
}

/** A bare question as something the person wonders. */
function wondered(question: string): string {
  const how = question.match(
    /^(how|what|where|when|which \S+|who) (?:do|can|should|could|would|must) (?:i|we) (.{2,})$/i,
  );
  if (how?.[1] !== undefined && how[2] !== undefined)
    return `you're wondering ${how[1].toLowerCase()} to ${turned(how[2])}`;
  const request = question.match(/^(?:can|could|would|will) you (?:please )?(.{2,})$/i);
  if (request?.[1] !== undefined) return `you'd like me to ${turned(request[1])}`;
  const should = question.match(/^should i (.{2,})$/i);
  if (should?.[1] !== undefined) return `you're wondering whether to ${turned(should[1])}`;
  const copula = question.match(/^(what|who|where|when|why|how)(?:'s| is| are| was| were) (.{2,})$/i);
  if (copula?.[1] !== undefined && copula[2] !== undefined) {
    const verb = question.match(/^\S+ (are|was|were)\b/i)?.[1]?.toLowerCase() ?? 'is';
    return `you're wondering ${copula[1].toLowerCase()} ${turned(copula[2])} ${verb}`;
  }
  const inverted = question.match(
    /^(do|does|did|are|is|am|was|were|can|could|will|would|have|has|had|isn't|aren't|don't|should) (i|you|we|he|she|it|they|this|that|there|my \S+|your \S+|the \S+) (.{1,})$/i,
  );
  if (inverted?.[1] !== undefined && inverted[2] !== undefined && inverted[3] !== undefined) {
    const verb = inverted[1].toLowerCase();
    const statement = /^(?:do|does)$/.test(verb)
      ? `${inverted[2]} ${inverted[3]}`
      : `${inverted[2]} ${verb} ${inverted[3]}`;
    return `you're wondering if ${turned(statement)}`;
  }
  return `you're asking: ${turned(question)}`;
}

const REQUESTS = wordSet(
  'remember forget delete erase tell show give write explain help find make recommend suggest note save stop continue please remind call teach list describe compare check',
);

/** Cuts at the last clause or word that fits. */
function shortened(text: string): string {
  if (text.length <= MAX_GIST) return text;
  const room = text.slice(0, MAX_GIST + 1);
  const clause = Math.max(
    room.lastIndexOf(', '),
    room.lastIndexOf(' but '),
    room.lastIndexOf(' because '),
    room.lastIndexOf(' and '),
    room.lastIndexOf('; '),
    room.lastIndexOf(' — '),
  );
  const word = room.lastIndexOf(' ');
  const cut = clause >= MAX_GIST / 3 ? clause : word > 0 ? word : MAX_GIST;
  return room
    .slice(0, cut)
    .replace(/[\s,;:.!?—–-]+$/u, '')
    .toWellFormed();
}
