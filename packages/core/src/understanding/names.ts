import { type Segment, calledBy, captureAlone, captureName, followsName, isInitials, nameKey, segmentsOf } from './name-candidates.ts';
import { FOREIGN_STOP, SPACED, SPACED_TAIL, UNCASED_STOP, UNSPACED } from './name-languages.ts';
import { DESCRIPTIONS_OF_ORIGIN, FUNCTION_WORDS, GIVEN_NAMES, isOrdinary, WORD_NAMES, wordSet } from './name-words.ts';
import type { NameStatement } from './summary.ts';
import { clean, sentences } from './text.ts';

/** Characters of a message that are searched for a name: beyond this nobody is still answering "what should I call you?". */
const MAX_NAME_READ = 1200;
const MAX_SENTENCES = 16;

/** A name the message may give. The strongest wins; among equals the first, or the last once the message corrects itself. */
interface Candidate {
  readonly name: string;
  readonly strength: number;
}

/** Strengths: what the person wants to be called over what others call them, that over who they are, that over a bare word. */
const WANTED = 50;
const USUAL = 42;
const STATED = 30;
const FORMAL = 18;
const BARE = 24;

/**
 * What a message says about the person's name. `asked`: it answers "what should I call you?"; then bare replies and
 * introductions count. Unasked, only clear statements do ("actually it's Jen", "my friends call me Bo").
 * Never throws; reads at most the first 1,200 characters; a sentence that holds markup or instructions yields no name.
 */
export function readName(text: string, { asked }: { asked: boolean }): NameStatement {
  const cleaned = clean(text).slice(0, MAX_NAME_READ).replace(EMOTICON, ' ').replace(PICTOGRAM, ' ');
  const read = sentences(cleaned).slice(0, MAX_SENTENCES).filter((sentence) => !UNSAFE.test(sentence));
  const rejected = new Set<string>();
  const candidates: Candidate[] = [];
  read.forEach((sentence, index) => {
    const place = { isFirst: index === 0, isLast: index === read.length - 1, isOnly: read.length === 1 };
    readSentence(sentence, { asked, place, rejected, candidates });
  });
  const plain = cleaned.toLowerCase().replace(/\s+/g, ' ').trim();
  const wanted = candidates.filter(({ name }) => !rejected.has(nameKey(name)));
  const best = strongest(wanted, rejected.size > 0 || CORRECTION.test(plain));
  if (best !== undefined && !(REFUSED.test(plain) && best.strength <= BARE)) return { kind: 'name', name: best.name };
  if (!asked) return { kind: 'none' };
  if (REFUSED.test(plain)) return { kind: 'refused' };
  return KEEP_ACCOUNT.test(plain) ? { kind: 'keep-account' } : { kind: 'none' };
}

function strongest(candidates: readonly Candidate[], corrects: boolean): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (best === undefined || candidate.strength > best.strength || (corrects && candidate.strength === best.strength)) {
      best = candidate;
    }
  }
  return best;
}

interface SentenceContext {
  readonly asked: boolean;
  readonly place: { readonly isFirst: boolean; readonly isLast: boolean; readonly isOnly: boolean };
  readonly rejected: Set<string>;
  readonly candidates: Candidate[];
}

function readSentence(sentence: string, context: SentenceContext): void {
  const segments = segmentsOf(sentence);
  const before = context.candidates.length;
  readUnspaced(sentence, context);
  segments.forEach((segment, index) => {
    noteRejected(segment, context.rejected);
    const found = readEnglish(segment, segments[index + 1], sentence, context);
    if (context.asked) readNameFirst(segment, context);
    if (!found) readForeign(segment, context);
  });
  if (context.asked) readBare(segments, context, context.candidates.length > before);
  else readContrast(segments, context);
}

/** Names the person says they are not called: "not Liz", "I'd prefer Theo over Theodore", "short for Happiness". */
function noteRejected(segment: Segment, rejected: Set<string>): void {
  for (const match of segment.joined.matchAll(REJECTING)) {
    const capture = captureName(segment, wordIndex(segment.joined, match.index + match[0].length), 'asks');
    if (capture !== null) rejected.add(nameKey(capture.name));
  }
}

/** The index of the first word after a position in the joined words. */
function wordIndex(joined: string, position: number): number {
  let index = 0;
  for (let at = 0; at < position; at += 1) if (joined[at] === ' ') index += 1;
  return joined[position] === ' ' ? index + 1 : index;
}

const REJECTING =
  /(?:^|\s)(?:not|never|isn't|isnt|wasn't|no longer|instead of|rather than|over|than|short for|used to be|used to go by|don't call me|dont call me|do not call me|stop calling me|don't go by|dont go by|don't use|hate being called|hate|nobody calls me|no one calls me|pronounced|isn't my name it's not|anymore it's not)(?=\s)/g;

interface Lead {
  readonly pattern: RegExp;
  readonly slot: 'asks' | 'describes';
  readonly strength: number;
  /** Whether it also counts when nobody asked. */
  readonly unasked: boolean;
}

const lead = (alternatives: string, slot: Lead['slot'], strength: number, unasked: boolean): Lead => ({
  pattern: new RegExp(`(?:^|\\s)(?:${alternatives})(?=\\s|$)`, 'gu'),
  slot,
  strength,
  unasked,
});

const ADVERBS = "(?: (?:really|actually|just|usually|always|mostly|normally|generally|typically|also|now|only|kinda|sort of))?";
const OTHERS =
  '(?:everyone|everybody|people|they|most people|most folks|most|folks|friends|my friends|all my friends|mates|my mates|you guys|family|my family|they all|we all|the kids|my students|my team|my coworkers|my colleagues|some people|close friends)';

const LEADS: readonly Lead[] = [
  lead(`(?<!(?:don't|dont|not|never|to|they|people|friends|everyone|everybody|always|would|used to|folks|most|mates|all|family|kids|students|guys|usually|just) )call me(?: by)?(?: my nickname| my middle name)?`, 'asks', WANTED, true),
  lead('(?:just|to|would|please|you|can|could|may|should|u) call me', 'asks', WANTED, true),
  lead("(?:if|that|when) you(?:'d)? called? me|you calling me|mind calling me|calling me|be called|being called|get called|be known as|being known as", 'asks', WANTED, true),
  lead(`${OTHERS}${ADVERBS} call me`, 'asks', USUAL, true),
  lead('(?:always|usually|just|mostly) call me|calls me|known as|know me as|known to .{2,20} as', 'asks', USUAL - 4, false),
  lead(`(?:everyone|everybody)${ADVERBS} (?:calls me|knows me as)`, 'asks', USUAL, true),
  lead('nicknamed me|dubbed me|known me as|knows me as|just say|goes by|went with', 'asks', USUAL, false),
  lead("it's always been|it has always been|its always been|it has always been|always just been|i've always been|ive always been", 'describes', WANTED, false),
  lead(`(?:i|i'd like to|i'll|ill|we|to|i'd rather|prefer to|prefers to)${ADVERBS} go by(?: the name)?(?: of)?|i'm going by|im going by|i've gone by|ive gone by|always gone by|going by|goes by|go by`, 'asks', WANTED, true),
  lead("i(?:'d)?(?: would| do| really| much| kinda)? prefer(?: it if you used| if you used| the name)?|i like|i'd like|id prefer|preferred name(?: is)?|i'd rather(?: be| use| have)?|i'd love", 'asks', WANTED, false),
  lead("(?:please |just )?stick (?:to|with)|(?:let's |lets |just |please |we can |i'll |you can )?go with|going with|(?:please |just |you can |let's )?use|(?:please |just )?make (?:it|that)|(?:let's|lets) (?:say|do|try)|put (?:me )?down(?: as)?|put", 'asks', WANTED, false),
  lead('(?:change|switch|update|set|correct|edit) (?:my name|my nickname|me)(?: back)?(?: to)?|address me as|refer to me as|save me as|remember me as|store me as', 'asks', WANTED, true),
  lead('(?:change|switch|update|set|correct|edit) (?:it|that)(?: back)?(?: to)', 'asks', WANTED, false),
  lead("i (?:only )?(?:answer|respond) to|answers to|i meant(?: to (?:say|type|write))?|i said|(?:it|that) should be|should say|should read|meant to be|typo for", 'asks', WANTED, false),
  lead("mine(?:'s| is| would be)|my nickname(?:'s| is)?|my preferred name(?:'s| is)?|my chosen name(?:'s| is)?|my friends know me as|nickname(?:'s| is)?", 'asks', USUAL, true),
  lead("my (?:legal|full|official|birth|given|government|passport|real|baptismal|christian) name(?:'s| is| was)?|officially|legally|my name is (?:technically|officially|legally)|name is (?:technically|officially|legally)|it says|christened|named after", 'asks', FORMAL, false),
  lead("(?<!\\S's |s' |middle |last |family |sur|nick|user|his |her |their |your |its |dog |cat |pet )(?:my|the|first|our|me) (?:first |new |actual |usual |short )?name(?:'s|s| is| be| would be| will be| is actually| is really)|my name(?: is|'s)?(?: spelled)?|i have a name it's|name's|names", 'asks', STATED, true),
  lead("^first name|^name|^the name|^name is|^preferred name", 'asks', STATED, false),
  lead("i'm called|im called|i am called|i was named|parents named me|mum named me|mom named me|named me|i was born", 'asks', STATED, false),
  lead("(?:i've|ive|i have) (?:always |just )?been(?: called| known as)?", 'describes', WANTED, false),
  lead("(?:spelled|spelt|written|spell it|spelling is|write it)(?: as| like)?|that's spelled", 'asks', WANTED + 2, false),
  lead("actually (?:it's|its|it is|i'm|im|that's)|(?:wait|no|sorry|oops|correction) (?:it's|its|it is|i'm|im)", 'describes', WANTED, true),
  lead("it's actually|its actually|it is actually|it's really|i'm actually|it's now|it's just|just it's", 'describes', USUAL, false),
  lead("i'm|im|i am|i'm officially|this is|you're talking to|you are talking to|speaking to|name here is", 'describes', STATED, false),
  lead("it's|its|it is|it'd be|itd be|that'd be|that would be|it would be|it'll be|that's|thats|'tis|tis|here's|it was always", 'describes', STATED, false),
  lead('is what i like|say|says|put down', 'describes', FORMAL, false),
  lead("(?<=\\S )but|i guess|i suppose|probably|maybe|i'd say|i think|how about|what about|try|and i'm|let me be|i'll be|ill be", 'describes', BARE, false),
];

/** The wording before "call me" that makes it another's words or a wish of the past. */
const REPORTED =
  /(?:\b(?:he|she|they|boss|teacher|mom|mum|dad|sister|brother|wife|husband|ex|someone|guy|lady|man|woman|kid|son|daughter|friend)\b (?:said|says|told me|asked me|goes|went|was like|wanted me|texted|was told)|(?:don't|dont|do not|never|nobody|no one|stop|quit|hate it when|used to|did (?:he|she|they|you) just|why (?:do|did|would|does) \S{1,12}))(?: \S{1,12}){0,3}$/;

/** What follows a figure of speech: "call me Scrooge but I think …". */
const FIGURATIVE = /^(?:but|because|cause|if|for|or) (?:i|i'm|im|my|the|that|it|this|there|a|you|we|they|he|she|not|whatever)\b/;

function readEnglish(segment: Segment, next: Segment | undefined, sentence: string, context: SentenceContext): boolean {
  const { asked, candidates } = context;
  const before = candidates.length;
  for (const { pattern, slot, strength, unasked } of LEADS) {
    if (!asked && !unasked) continue;
    for (const match of segment.joined.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const prefix = segment.joined.slice(Math.max(0, match.index - 48), match.index + 1).trimEnd();
      if (slot === 'asks' && REPORTED.test(`${prefix}`)) continue;
      const capture =
        end >= segment.joined.length
          ? next !== undefined && slot === 'asks' && !/\b(?:prefer|like|use|put|say|said)$/.test(match[0]) ? captureAlone(next) : null
          : captureName(segment, wordIndex(segment.joined, end), slot);
      if (capture === null) continue;
      const rest = end >= segment.joined.length ? '' : restOf(segment, capture.next);
      if (FIGURATIVE.test(rest) && (!asked || /^but i (?:think|feel|believe|hate|love|don't|just|would|wouldn't)/.test(rest))) continue;
      if (/been/.test(match[0]) && !/^(?:since|my whole|all my|forever|for|to|always|ever)\b/.test(rest)) continue;
      if (strength === BARE && !followsName(segment, capture.next)) continue;
      if (match[0].includes('this is') && THIRD_PARTY.test(rest)) continue;
      if (/^\s?(?:it's|its|it is|that's|thats)$/.test(match[0]) && /^(?:who|that|on|in|at|from|'s)\b/.test(rest)) continue;
      if (!asked && !isNameWord(capture.name)) continue;
      if (!asked && match[0].includes('actually') && !isLikelyName(capture.name, /\b(?:it's|its|it is)$/.test(match[0]))) continue;
      const name = slot === 'asks' && /name/.test(match[0]) ? calledBy(capture.name) : slot === 'describes' ? calledBy(capture.name) : capture.name;
      candidates.push({ name, strength: /calls me/.test(match[0]) && strength < USUAL ? STATED - 2 : strength });
    }
  }
  if (!asked) readIntroduction(segment, sentence, candidates);
  return candidates.length > before;
}

const THIRD_PARTY = /^(?:my|his|her|the|from|who|and he|and she)\b/;

function restOf(segment: Segment, from: number): string {
  return segment.words.slice(from).map((word) => word.lower).join(' ');
}

/** Unasked, an everyday noun is no name even after "I go by" ("bus") or "my name is" ("mud"). */
function isNameWord(name: string): boolean {
  const lower = name.toLowerCase();
  return GIVEN_NAMES.has(lower) || WORD_NAMES.has(lower) || !isOrdinary(lower);
}

/** For weak wording unasked: a capital and no everyday word, or a known given name. */
function isLikelyName(name: string, known: boolean): boolean {
  return name.split(' ').every((part) => {
    const lower = part.toLowerCase();
    return GIVEN_NAMES.has(lower) || WORD_NAMES.has(lower) || (!known && !isOrdinary(lower)) || (/^\p{Lu}/u.test(part) && !isOrdinary(lower));
  });
}

/** "Hi, I'm Dilnoza": an introduction nobody asked for counts with a capital, and with a greeting or as the whole sentence. */
function readIntroduction(segment: Segment, sentence: string, candidates: Candidate[]): void {
  const match = segment.joined.match(/(?:^|\s)(?:hi|hey|hello|hiya)?(?:\s|^)?(?:i'm|im|i am)(?=\s)/);
  if (match?.index === undefined) return;
  const capture = captureName(segment, wordIndex(segment.joined, match.index + match[0].length), 'describes');
  if (capture === null) return;
  const introduces =
    /^\W{0,3}(?:hi|hey|hello|hiya|good (?:morning|evening|afternoon)|oh hi|yo)\b/i.test(sentence) ||
    /\bby the way\b|\bbtw\b|nice to meet you/i.test(sentence) ||
    /^(?:i'm|i am|im) \S{2,20}[.!]?$/i.test(sentence.trim());
  const first = capture.name.split(' ')[0]?.toLowerCase() ?? '';
  const isCapital = segment.text.includes(capture.name.split(' ')[0] ?? ' ');
  if (!introduces || DESCRIPTIONS_OF_ORIGIN.has(first)) return;
  if (GIVEN_NAMES.has(first) || (isCapital && (!isOrdinary(first) || WORD_NAMES.has(first)))) {
    candidates.push({ name: calledBy(capture.name), strength: STATED });
  }
}

/** "X works", "X is fine", "X here", "X is what the kids call me". */
function readNameFirst(segment: Segment, { candidates }: SentenceContext): void {
  if (!NAME_FIRST.test(segment.joined)) return;
  segment.words.forEach((word, index) => {
    const opens = index === 0 || segment.words[index - 1]?.lower === 'but' || segment.words[index - 1]?.lower === 'though';
    if (!opens || word.lower === 'not') return;
    const capture = captureName(segment, index, 'alone');
    if (capture === null) return;
    const rest = restOf(segment, capture.next);
    const kind = NAME_FIRST_STRENGTHS.find(([pattern]) => pattern.test(rest));
    if (kind !== undefined) candidates.push({ name: capture.name, strength: kind[1] });
  });
}

const NAME_FIRST = /\b(?:works?|will do|is|'s|here|speaking|for short|would|it|does|sounds|suits|reporting|at your|to|with|among|everywhere|otherwise|in|outside|on this|on the|at the|at home|the rest|checking)\b/;
const NAME_FIRST_STRENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^is (?:much |even |way )?(?:better|nicer|preferred|best|preferable|my preference)/, WANTED + 3],
  [/^(?:is|was) what (?:i|i've|i'm|people|everyone|everybody|my|the|they|most|friends|you|we|folks)\b/, WANTED],
  [/^(?:is what|would be (?:great|better|best|perfect))/, WANTED],
  [/^for short/, WANTED],
  [/^(?:to|with|among|for) (?:my |all my |close |most |the |all )?(?:friends|mates|pals|family|everyone|everybody|people|those|buddies|folks|loved ones)\b/, WANTED],
  [/^(?:everywhere else|the rest of the time|in (?:real |everyday |daily )?life|otherwise|outside (?:of )?work|at home)\b/, WANTED],
  [/^(?:on (?:this|the other|your) (?:end|line)|at the keyboard|on the line|checking in)\b/, STATED],
  [/^(?:works|will do|does (?:it|fine)|suits me|sounds good)\b/, USUAL],
  [/^(?:is|would be) (?:totally |perfectly |just |absolutely |also )?(?:fine|good|ok|okay|great|perfect|cool|alright|all right|enough|lovely|grand|easier|easiest)/, STATED],
  [/^is (?:my (?:name|nickname|first name)|the name|me)\b/, STATED],
  [/^(?:here|speaking|it is|reporting|at your service)\b/, STATED],
];

/** Segments that are a name and nothing else. */
function readBare(segments: readonly Segment[], context: SentenceContext, foundHere: boolean): void {
  const { candidates, place } = context;
  segments.forEach((segment, index) => {
    const isWhole = place.isOnly && segments.length === 1;
    const isSentence = segments.length === 1;
    const isEdge = index === segments.length - 1 || index === 0;
    if (/^(?:not|never|isn't)\b/.test(segment.joined) || isRemark(segment)) return;
    const capture = captureAlone(segment);
    if (capture === null || isForeignRemark(segment)) return;
    const first = capture.name.split(' ')[0] ?? '';
    const lower = first.toLowerCase();
    const isCapital = segment.text.includes(first) && (first !== lower || lower.toUpperCase() === lower);
    const isKnown = GIVEN_NAMES.has(lower);
    const isShouted = /\p{L}{4}/u.test(first) && first === first.toUpperCase() && lower !== first && !isKnown;
    if (!isWhole && (isShouted || (VOCATIVES.has(lower) && !(isCapital && index === 0 && place.isFirst)) || /\/\S{0,20}$/.test(segment.text))) return;
    const othersAreFillers = segments.every((other, at) => at === index || isRemark(other));
    const plausible =
      isWhole || segment.bracketed || (isCapital || isKnown ? isEdge || othersAreFillers : (isSentence || isEdge) && othersAreFillers && place.isLast);
    if (!plausible || (foundHere && !segment.bracketed && !/^(?:please )?just\b|\bplease$/.test(segment.joined))) return;
    if (segment.bracketed && !candidates.some(({ strength }) => strength <= STATED)) return;
    candidates.push({ name: capture.name, strength: bareStrength(segment, candidates) });
  });
}

/** What people call whoever they talk to: at the edge of a sentence it is no name of theirs. */
const VOCATIVES = wordSet('buddy bud honey love sugar sweet peaches sunshine angel doc captain boss chief king queen precious happy promise blue red');

function bareStrength(segment: Segment, candidates: readonly Candidate[]): number {
  if (/^(?:so |and |but |please |or )?(?:just|please|only|simply)\b/.test(segment.joined)) return WANTED;
  if (/\bplease$/.test(segment.joined)) return USUAL;
  if (segment.bracketed && candidates.length > 0) return STATED + 1;
  return BARE;
}

/** A segment made of everyday words only. */
function isRemark(segment: Segment): boolean {
  return segment.words.every(
    (word) =>
      FUNCTION_WORDS.has(word.lower) || (isOrdinary(word.lower) && !WORD_NAMES.has(word.lower) && !isInitials(word)),
  );
}

/** A lone word of another language that greets, agrees or declines. */
function isForeignRemark(segment: Segment): boolean {
  return segment.words.every(({ lower }) => FOREIGN_STOP.has(lower) || UNCASED_STOP.has(lower));
}

/** Unasked: "not John. Jon" and "it's Jen, not Jane". */
function readContrast(segments: readonly Segment[], { candidates, rejected, place }: SentenceContext): void {
  const [only] = segments;
  if (only === undefined || segments.length > 2) return;
  const last = segments.at(-1);
  const corrected = last?.joined.match(/^(?:it's|its|it is|i'm|im)(?=\s)/);
  if (last !== undefined && corrected && /^(?:wait|no|nope|sorry|oops|actually|hey)\b/.test(only.joined)) {
    const capture = captureName(last, wordIndex(last.joined, corrected[0].length), 'describes');
    if (capture !== null && isLikelyName(capture.name, true)) candidates.push({ name: capture.name, strength: USUAL });
  }
  const contrast = segments.map((segment) => segment.joined).join(' ');
  const match = contrast.match(/^(?:actually |no |sorry |oops |hey )*(?:it's|its|it is|that's)\s\S{2,20}(?: \S{2,20})? not\s\S{2,20}$/);
  if (match !== null) {
    const at = wordIndex(only.joined, only.joined.search(/(?:it's|its|it is|that's)\s/) + (only.joined.match(/(?:it's|its|it is|that's)/)?.[0].length ?? 0));
    const capture = captureName(only, at, 'describes');
    if (capture !== null) candidates.push({ name: capture.name, strength: USUAL });
    return;
  }
  if (rejected.size > 0 && place.isLast && last !== undefined && segments.length <= 2) {
    const capture = captureAlone(last);
    if (capture !== null && !/^not\b/.test(last.joined) && [...rejected, nameKey(capture.name)].some((name) => GIVEN_NAMES.has(name)) && isLikelyName(capture.name, false)) candidates.push({ name: capture.name, strength: BARE + 1 });
  }
}

const ARTICLES = /^(?:der|pure|die|das|o|a|el|la|le|los|ο|η|τον|την|einfach|maar|nur|simplemente|solo|sólo|juste|simplement|es|is|ist|è|é|e|ay|ni|apenas|só|po|hai|mr|adalah|si)$/u;

function readForeign(segment: Segment, { asked, candidates }: SentenceContext): void {
  for (const { language, sure, weak } of SPACED) {
    for (const [pattern, certain] of [[sure, true], [weak, false]] as const) {
      if (pattern === undefined || (!asked && !certain)) continue;
      for (const match of segment.joined.matchAll(pattern)) {
        const phrase = match[0].trim();
        if (!asked && !phrase.includes(' ') && !UNASKED_SINGLE.has(phrase)) continue;
        const name = foreignName(segment, wordIndex(segment.joined, match.index + match[0].length), certain, language);
        if (name === null) continue;
        const strength = NICKNAME_LEADS.test(phrase) ? WANTED : certain ? STATED + 2 : BARE;
        candidates.push({ name, strength });
        return;
      }
    }
  }
}

const UNASKED_SINGLE = new Set(['llámame', 'llamame', 'chiamami', 'appelle-moi', 'naitwa', 'namaku', 'اسمي', 'שמי']);
const NICKNAME_LEADS = /ll[aá]m|dime|dicen|decir|appel|nenn|sag|chame|chamar|chiama|noem|kall|kutsu|mów|říkej|zovi|spune|зови|зват|просто|можно|викай|φώναζ|ناد|صدا|תקרא|mujhe|panggil|tawag|gọi|bana|prefiero/u;

function foreignName(segment: Segment, from: number, certain: boolean, language: string): string | null {
  let index = from;
  while (index < segment.words.length - 1 && ARTICLES.test(segment.words[index]?.lower ?? '')) index += 1;
  const word = segment.words[index];
  if (word === undefined || SPACED_TAIL.test(word.lower) || /\d/.test(word.lower) || word.lower.length > 24) return null;
  if (FOREIGN_STOP.has(word.lower) || UNCASED_STOP.has(word.lower) || DESCRIPTIONS_OF_ORIGIN.has(word.lower)) return null;
  if (word.text === word.lower && word.lower.toUpperCase() !== word.lower) {
    const isKnown = GIVEN_NAMES.has(word.lower);
    if (!certain && !isKnown) return null;
    if (!isKnown && (FUNCTION_WORDS.has(word.lower) || isOrdinary(word.lower)) && !WORD_NAMES.has(word.lower)) return null;
  } else if (FUNCTION_WORDS.has(word.lower)) return null;
  const capture = captureName(segment, index, 'asks', language === 'tr' || language === 'az' ? 'tr' : undefined);
  if (capture === null || word.lower.toUpperCase() === word.lower) {
    return word.lower.toUpperCase() === word.lower ? word.text : null;
  }
  const parts = capture.name.split(' ');
  const isWrittenSmall = word.text === word.lower;
  const name = isWrittenSmall ? (parts[0] ?? capture.name) : capture.name;
  return calledBy(stripSuffix(name, language));
}

/** Case endings that belong to the sentence, not to the name. */
function stripSuffix(name: string, language: string): string {
  return language === 'hu' ? name.replace(/n[ae]k$/u, '') : name;
}

function readUnspaced(sentence: string, { asked, candidates }: SentenceContext): void {
  for (const { pattern, sure } of UNSPACED) {
    if (!sure && !asked) continue;
    const name = sentence.trim().match(pattern)?.[1]?.trim();
    if (name === undefined || name === '' || UNCASED_STOP.has(name) || isOrdinary(name.toLowerCase())) continue;
    candidates.push({ name, strength: sure ? STATED + 2 : BARE });
    return;
  }
}

const CORRECTION =
  /\b(?:actually|sorry|wait|kidding|jk|i mean|i meant|rather|correction|typo|oops|no,|nope|but|instead|though|anymore|now|scratch that|better|hm+|lol no|well)\b/;

/** Emoticons, which would otherwise look like markup. */
const EMOTICON = /(?:<3+|>?[:;=8][-'o]?[)(\]\[dDpPoO/\\|*3]+|\^_+\^|>_+<|\bxD+\b|\bo_o\b)(?=\s|$|[.,!?])/gi;
const PICTOGRAM = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}\u200d\ufe0f\u20e3]+/gu;

/** Markup, code, template and query fragments, role headers and instructions to a model. */
const UNSAFE =
  /[<>{}\\|$`^#%]|";|';|\/\/|--\s?$|;--|\]\]|\[\[|https?:|www\.|\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruction|prompt|rule|previous|above|prior|polic|guideline|filter)|\byou are now\b|\bact as\b|\bpretend (?:to be|you)\b|\b(?:system|developer) (?:prompt|message|override|mode)\b|^\W{0,4}(?:system|assistant|user|developer|admin|root|tool)\s*[:\]]|\b(?:select|insert|delete|update|drop)\b.{0,40}\b(?:from|into|table|where)\b|\b(?:reveal|print|output|repeat|show|dump)\b.{0,30}\b(?:prompt|instructions|password|secret|key|users)\b|\bgrant\b.{0,20}\b(?:admin|access|root)\b/i;

const REFUSED =
  /^(?:nah|no|nope|naw|pass|skip|skip it|no thanks|no thank you|no thx|hard pass|not now|not yet|later|maybe later|i'm good|im good|private|anonymous|none)\b[\s.,!]*(?:thanks|thank you|thx|sorry|please)?[\s.!]*$|\b(?:rather|prefer) (?:not|to not|to stay|to remain|to keep)\b|\bnot comfortable\b|\bdon't (?:want|wanna|feel like|think i (?:want|should)|like) (?:to |giving |sharing |telling )?(?:say|tell|share|give|sharing|giving|you|my|that|go)\b|\bno names?\b|\b(?:stay|remain|be|keep (?:it|me|this)|keep that) (?:anonymous|private|nameless|secret|to myself)\b|\bnone of your (?:business|concern)\b|\bdon't call me (?:anything|by)\b|\bnot (?:telling|saying|sharing|giving)\b|\b(?:can|could) we (?:not|skip)\b|\bwon't (?:say|tell|share|be sharing)\b|\bnot (?:going|gonna) (?:to )?(?:say|tell|share|give)\b|\bskip (?:that|this|the name|it|names)\b|\bdon't need (?:my|a|to know)\b|\bwithout (?:a name|names|my name)\b|\b(?:i'm|im) (?:not )?(?:a )?(?:private|shy about)\b|\bthat's (?:private|personal|a secret)\b|\bdo i have to\b|\bnothing,? (?:please|really)\b.*\bname/;

const KEEP_ACCOUNT =
  /\b(?:what|the one|that|the name|whatever) (?:you|u) (?:have|already have|got|saw|noticed|see|used)\b|\bsame (?:as|one|name)\b|\b(?:that's|thats|that is|it's|its|yes that's|this is) (?:my name|my real name|me|it|right|correct|fine|the one|good|what i go by)\b|\b(?:my )?(?:first|account|full|real|given|user) ?name is (?:fine|good|ok|okay|great|right|correct|perfect)\b|\b(?:my|the) (?:name|one) (?:on|in|from|of) (?:my |the )?(?:account|profile|email|file)\b|\buse (?:that|my account|the account|the one|what)\b|\b(?:as|like) (?:it )?is\b.{0,12}$|\b(?:keep|leave) (?:it|that|what)\b|\bno change\b|\byou (?:got|have) it(?: right)?\b|\balready (?:correct|right|know|have it|got it)\b|\b(?:that|this|it) (?:works|is fine|is right|is correct|is me|will do|one works|one is fine|name is fine|name works)\b|^(?:correct|that one|that's right|as is|unchanged)\b/;
