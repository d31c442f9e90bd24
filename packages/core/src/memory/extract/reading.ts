import { MAX_READ, sentences } from '../../understanding/text.ts';
import { relationOf } from './relations.ts';

/** Stands for each character of someone else's words: no rule reads it, and no value may hold it. */
export const MASK = '\ue000';

/**
 * A stretch of a message that says one thing, and where it stands in it. `start` and `end` count UTF-16 units of the message as it came.
 */
export interface Clause {
  /** As rules read it: straight quotes, no controls, others' words masked; as long as the stretch it stands for. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Which sentence of the message it belongs to. */
  readonly sentence: number;
  /** `asked`: a question. `supposed`: an if, a wish, a maybe. `unsaid`: a joke, a quotation, a rule for the assistant, a text that is not theirs. */
  readonly standing: 'told' | 'asked' | 'supposed' | 'unsaid';
}

/** The message as rules read it, unit for unit as long as it was, so that a place in one is a place in the other. */
export function readable(text: string): string {
  return text
    .slice(0, MAX_READ)
    .toWellFormed()
    .replace(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u00a0\u200b]/g, ' ');
}

/** A text somebody else wrote, or one that is to be worked on: from here on nothing is about the person. */
const FOREIGN_TEXT =
  /(?:^|\n)\s*(?:```|from: |subject: |dear \p{L}+(?: \p{L}+)?,\s*\n|chapter \d)|\b(?:here(?:'s| is)|this is|check out|read|found) (?:the|this|an?|my|what) (?:\p{L}+ ){0,2}(?:article|email|e-mail|letter|story|poem|essay|post|draft|bio|paragraph|document|lyrics|script|text|review|cover letter|contract|transcript|passage|excerpt)\b[^\n]{0,60}[:\n]|\b(?:translate|proofread|summari[sz]e|rewrite|rephrase|paraphrase|fix the grammar|correct the grammar|edit|analy[sz]e)(?: this| that| the following| it| for me| please|,| into \p{L}+| to \p{L}+| in \p{L}+| my \p{L}+){0,4}\s*:|\b(?:copied|pasted|pasting|quoting|quote from|from wikipedia|according to wikipedia)\b[^\n]{0,60}[:\n]/iu;
const ROLE_PLAY =
  /\b(?:let'?s (?:role ?-?play|pretend|play a game)|role ?-?play(?:ing)?\b|pretend (?:that )?(?:you|i|we|to be)\b|in this (?:story|scenario|game|roleplay)|(?:my|your) character (?:is|in|has|named|called)|you(?:'re| are) (?:playing|a character)|write (?:me )?a (?:story|poem|song|scene|script)|imagine (?:that )?(?:you|i|we)\b|for my novel|in my (?:novel|story|game|d&d|dnd)|once upon a time)/i;
const LYRICS =
  /[♪♫🎵🎶]|\blyrics?\b|\bsing(?:ing)? (?:along|it)?[^\n]{0,20}:|\b(?:the|that|this) (?:song|line|chorus|verse) (?:goes|that goes|says|is|in my head)|\bstuck in my head:/iu;
/** Verse: strokes between short lines. */
const VERSE = /(?:[^/\n]{6,80} \/ ){2}/;
const JOKE_AFTER =
  /\b(?:jk|just kidding|kidding|j\/k|only joking|just joking|i'?m joking|as if|not really|april fools|\/s|sarcasm)\b|^\s*(?:not|NOT)!*\s*$/i;
const JOKE_WITHIN =
  /\b(?:apparently|supposedly|allegedly|legally|officially|technically|basically|practically|literally|might as well be|may as well be|turns? into|living like|like i'?m|as though i|as if i|in another life|in a past life|i swear i'?m|clearly|obviously) (?:i'?m |i am |now |the |an? |i )|\bi(?:'m| am|m) (?:apparently|basically|practically|literally|officially|technically|clearly|obviously|secretly|allegedly) (?:an?|the|turning|made|dead|dying|becoming|living)\b|\bi (?:literally|basically|practically) live\b|\bi dream(?:t|ed)\b|\bin (?:my|a|the) dream\b|\bhad (?:a|this|the) (?:\p{L}+ ){0,2}(?:dream|nightmare)\b/iu;
const SUPPOSED_FROM_START =
  /^(?:(?:and|but|so|then|even|only|plus|well|also|honestly|like|ok|okay|oh|maybe|now)[, ]+){0,3}(?:if\b|unless\b|imagine\b|suppose\b|supposing\b|what if\b|let'?s say\b|say i\b|in case\b|hypothetically|assuming\b|were i\b|had i\b|should i ever|si tuviera|si yo|ojalá|agar\b)/i;
const SUPPOSED_HERE =
  /\b(?:i|we) (?:wish|hope|might|may|could|would|should|would've|could've)\b|\b(?:i|we)'d (?:love|like|rather|kill|hate|probably|never|be|have|get|go|give|die|move|want|adopt|name|call|buy|quit)\b|\b(?:wish(?:ing)? i|hopefully|some ?day|one day|maybe i(?:'ll| will| should| can)?|perhaps i|thinking i might|not sure (?:if|whether)|don'?t know (?:if|whether)|wondering (?:if|whether)|dreaming of|in my dreams|(?:he|she|they) (?:might|may|could|would))\b|\bid (?:love|like|rather|kill)\b/i;
const ASKED =
  /[?？؟]\s*["')\]]*\s*$|^(?!so (?:is|does|did|are|do|was|have|has) )(?:(?:and|but|so|hey|hi|ok|okay|well|also|wait|jumbo|then|please|pls|plz|um|yo)[, ]+){0,3}(?:what|what's|whats|who|who's|whos|whose|where|where's|wheres|when(?='?s| is| are| was| did| do| will| should| can)|why|how(?! (?:i |we |the |my ))|how's|which|do (?:i|you|we|they)|does|did (?:i|you|we|they|he|she)|can (?:i|you|we)|could (?:i|you|we)|should (?:i|we)|would (?:i|you|we)|will (?:i|you|we)|is (?:it|there|this|that|he|she|my)|are (?:you|there|we|they)|am i|was i|were (?:you|they)|have (?:i|you|we)|has (?:my|he|she|anyone)|any (?:ideas?|tips|advice|suggestions?))\b/i;
/** "Can you help", "tell me": asked of the assistant, with nothing about the world in it. */
const REQUESTED =
  /^(?:(?:please|pls|plz|hey|ok|okay|so|and|now|jumbo|then)[, ]+){0,3}(?:tell me|show me|give me|help me|explain|write|make me|find me|recommend|suggest|list|describe|remind me|say|answer|reply|respond|act|sing|play|name|guess)\b/i;
const SPEECH_BEFORE =
  /(?:\b(?:said|says|say|saying|told|tells|asked|asks|yelled|shouted|goes|went|like|texted|texts|wrote|writes|replied|whispered|screamed|sings?|singing|quoted?|line|called|titled)\b[^"'.!?\n]{0,25}|[:,]\s*)$/i;

/** The message cut into clauses, in order. Linear in its length; takes any string. */
export function clausesOf(message: string): Clause[] {
  const read = masked(readable(message));
  const foreign = read.search(FOREIGN_TEXT);
  const theirs = foreign === -1 ? read : read.slice(0, foreign);
  const isPlay = ROLE_PLAY.test(theirs) || LYRICS.test(theirs) || VERSE.test(theirs) || isVerse(theirs);
  const clauses: Clause[] = [];
  let position = 0;
  const parts = sentences(theirs);
  parts.forEach((sentence, index) => {
    const start = theirs.indexOf(sentence, position);
    if (start === -1) return;
    position = start + sentence.length;
    const isJoke = isPlay || isJokeAt(sentence, parts[index + 1]);
    const isSupposed = SUPPOSED_FROM_START.test(sentence.slice(0, 120));
    const isAsked = ASKED.test(sentence.slice(-200)) || ASKED.test(sentence.slice(0, 200));
    const cuts = cutsOf(sentence);
    cuts.forEach(([from, to], at) => {
      const text = sentence.slice(from, to);
      if (!/[\p{L}\p{N}]/u.test(text)) return;
      const standing =
        isJoke || JOKE_WITHIN.test(text.slice(0, 300))
          ? 'unsaid'
          : isSupposed || SUPPOSED_FROM_START.test(text.slice(0, 120)) || SUPPOSED_HERE.test(text.slice(0, 300))
            ? 'supposed'
            : (isAsked && (at === cuts.length - 1 || !/[?？؟]/.test(sentence) || ASKED.test(text))) ||
                ASKED.test(text) ||
                REQUESTED.test(text)
              ? 'asked'
              : 'told';
      clauses.push({ text, start: start + from, end: start + to, sentence: index, standing });
    });
  });
  return clauses.slice(0, MAX_CLAUSES);
}

/** Clauses read of a message: more is a document, not something told. */
const MAX_CLAUSES = 60;

function isJokeAt(sentence: string, next: string | undefined): boolean {
  const isStarred = /^\s*\*[^*]+\*\s*$/.test(sentence) || /^\s*>/.test(sentence);
  return (
    isStarred ||
    JOKE_AFTER.test(sentence.slice(-120)) ||
    (next !== undefined && next.length < 40 && JOKE_AFTER.test(next))
  );
}

/** Four or more short lines without stops read as verse or a list from elsewhere. */
function isVerse(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.length >= 4 &&
    lines.every((line) => line.length < 60 && !/[.!?]\s*$/.test(line)) &&
    !/\b(?:my|i'm|im)\b.*:/i.test(text)
  );
}

/** Someone's words in quotation marks become masks: "she said 'I hate cats'" leaves "she said". Short titles stay. */
function masked(text: string): string {
  return text
    .replace(/"([^"\n]{1,600})"/g, (whole, inner: string, at: number) => {
      const isTitle = inner.split(' ').length <= 6 && !/\b(?:i|i'm|im|you|my|me|we)\b/i.test(inner);
      return isTitle &&
        !/\b(?:said|says|told|yelled|goes|like|texted)\b[^"]{0,20}$/i.test(text.slice(Math.max(0, at - 40), at))
        ? whole
        : `"${MASK.repeat(inner.length)}"`;
    })
    .replace(
      /(?<=[\s:(,])'(?=\p{L})([^'\n]{2,200}(?:'(?=\p{L})[^'\n]{1,200}){0,6})'(?=[\s.,!?)]|$)/gu,
      (whole, inner: string, at: number) =>
        SPEECH_BEFORE.test(text.slice(Math.max(0, at - 40), at)) ? `'${MASK.repeat(inner.length)}'` : whole,
    );
}

const SUBJECT_START =
  "(?:i|i'm|im|i've|ive|i'd|i'll|we|we're|we've|we'll|he|he's|hes|she|she's|shes|they|they're|theyre|it|it's|its|this|that|that's|thats|you|my|our|the|there's|there|everyone|nobody|who|mum|mom|dad|grandma|nan|gran|\\p{Lu}\\p{Ll}+(?:'s)? (?:is|was|has|had|lives|works|said|says|left|joined|moved|got|hates|loves|likes|will|can't|can|does|did|died|passed)|\\p{Lu}\\p{Ll}+'s (?:a|an|the|from|in|got|been|not|my|birthday))";
/** Where one clause ends and another begins inside a sentence. */
const BOUNDARY = new RegExp(
  `\\s{0,4}(?:;|\\s[—–-]{1,2}\\s|—|\\.\\.\\.|…|\\n)\\s{0,4}|,?\\s{1,4}(?:but|because|cause|cuz|coz|although|though|whereas|however|while|except|which is why|so that|even though)\\s+(?=\\p{L})|,\\s*(?:and now|but now|and|so|then|plus|or|now)?\\s*(?=${SUBJECT_START}(?![\\p{L}'-]))|\\s{1,4}(?:and|so|then)\\s{1,4}(?=${SUBJECT_START}(?![\\p{L}'-]))|[,\\s]{1,4}(?=if\\s+(?:i|we|he|she|they|it|you|there|the)\\b)|,\\s*(?:and\\s+)?(?=(?:just|then|also|finally)?\\s?(?:started|bought|got|moved|adopted|quit|left|met|joined|living|working|studying|based|naming|calling)\\b)`,
  'giu',
);

/** The stretches of a sentence between its boundaries, trimmed of spaces and openers' commas. */
function cutsOf(sentence: string): (readonly [number, number])[] {
  const cuts: (readonly [number, number])[] = [];
  let from = 0;
  const push = (end: number): void => {
    const raw = sentence.slice(from, end);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed !== '') cuts.push([from + lead, from + lead + trimmed.length]);
  };
  for (const match of sentence.matchAll(BOUNDARY)) {
    // "Linda, my boss, …" and "my boss and my flatmate" are one subject, not two clauses.
    const before = sentence.slice(from, match.index);
    if (
      isInsideSubject(before, sentence.slice(match.index + match[0].length)) ||
      (/^\s*(?:and|&)\s*$/i.test(match[0]) && isOneOfTwo(before.trim()))
    )
      continue;
    push(match.index);
    from = match.index + match[0].length;
  }
  push(sentence.length);
  return cuts;
}

/** "Ravi and I split up", "Priya and Dan got engaged", "my sister and I moved": the first half of a subject. */
const ONE_OF_TWO =
  /^(?:(?:so|well|and|but|oh|yeah|hey|today|yesterday),? )?(?:me|mum|mom|dad|my (?:\p{L}+ )?\p{L}+(?: \p{Lu}\p{L}+)?|\p{Lu}\p{Ll}+)$/u;

/** "My daughter and my mum are both called Rose": a relation alone is half a subject, with a capital as well. */
function isOneOfTwo(before: string): boolean {
  const mine = /^My (?:\p{L}+ )?(?<relation>\p{L}+)$/u.exec(before)?.groups?.relation;
  return mine === undefined ? ONE_OF_TWO.test(before) : relationOf(mine) !== null;
}

function isInsideSubject(before: string, after: string): boolean {
  const words = before.trim().split(/\s+/).length;
  if (before.trim() === '') return true;
  const isAppositive =
    /^(?:my|our|the)\s+(?:\p{L}[\p{L}'-]*\s*){1,4}(?:,|$)/u.test(after) ||
    /^my\s+\p{L}+(?:\s+\p{L}+)?\s+(?:is|was|has|and)\b/u.test(after);
  return words <= 2 && isAppositive && /^\p{Lu}/u.test(before.trim());
}
