import {
  type Candidate,
  calledBy,
  captureAlone,
  captureName,
  followsName,
  isInitials,
  nameKey,
  type Segment,
  segmentsOf,
  wordIndex,
} from './name-candidates.ts';
import { readForeign, readUnspaced } from './name-foreign.ts';
import { FOREIGN_STOP, UNCASED_STOP } from './name-languages.ts';
import {
  BARE,
  FIGURATIVE,
  LEADS,
  NAME_FIRST,
  NAME_FIRST_STRENGTHS,
  REJECTING,
  REPORTED,
  STATED,
  USUAL,
  WANTED,
} from './name-leads.ts';
import { CORRECTION, EMOTICON, KEEP_ACCOUNT, PICTOGRAM, REFUSED, UNSAFE, VOCATIVES } from './name-replies.ts';
import { DESCRIPTIONS_OF_ORIGIN, FUNCTION_WORDS, GIVEN_NAMES, isOrdinary, WORD_NAMES } from './name-words.ts';
import { readRisk } from './risk.ts';
import type { NameStatement } from './summary.ts';
import { clean, sentences } from './text.ts';

/** Characters of a message that are searched for a name: beyond this nobody is still answering "what should I call you?". */
const MAX_NAME_READ = 1200;
const MAX_SENTENCES = 16;

/**
 * What a message says about the person's name. `asked`: it answers "what should I call you?"; then bare replies and
 * introductions count. Unasked, only clear statements do ("actually it's Jen", "my friends call me Bo").
 * Never throws; reads at most the first 1,200 characters; a sentence that holds markup or instructions yields no name,
 * and neither does a candidate that is itself the wording of a risk.
 */
export function readName(text: string, { asked }: { asked: boolean }): NameStatement {
  const cleaned = clean(text).slice(0, MAX_NAME_READ).replace(EMOTICON, ' ').replace(PICTOGRAM, ' ');
  const read = sentences(cleaned)
    .slice(0, MAX_SENTENCES)
    .filter((sentence) => !UNSAFE.test(sentence));
  const rejected = new Set<string>();
  const candidates: Candidate[] = [];
  read.forEach((sentence, index) => {
    const place = { isFirst: index === 0, isLast: index === read.length - 1, isOnly: read.length === 1 };
    readSentence(sentence, { asked, place, rejected, candidates });
  });
  const plain = cleaned.toLowerCase().replace(/\s+/g, ' ').trim();
  const wanted = candidates.filter(({ name }) => !rejected.has(nameKey(name)));
  const best = strongest(wanted, rejected.size > 0 || CORRECTION.test(plain));
  // "k m s" in answer to "what should I call you?" is a cry and not initials.
  if (best !== undefined && readRisk(best.name).level !== 'none') return { kind: 'none' };
  if (best !== undefined && !(REFUSED.test(plain) && best.strength <= BARE)) return { kind: 'name', name: best.name };
  if (!asked) return { kind: 'none' };
  if (REFUSED.test(plain)) return { kind: 'refused' };
  return KEEP_ACCOUNT.test(plain) ? { kind: 'keep-account' } : { kind: 'none' };
}

function strongest(candidates: readonly Candidate[], corrects: boolean): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (
      best === undefined ||
      candidate.strength > best.strength ||
      (corrects && candidate.strength === best.strength)
    ) {
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
  readUnspaced(sentence, context.asked, context.candidates);
  segments.forEach((segment, index) => {
    noteRejected(segment, context.rejected);
    const found = readEnglish(segment, segments[index + 1], sentence, context);
    if (context.asked) readNameFirst(segment, context);
    if (!found) readForeign(segment, context.asked, context.candidates);
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
          ? next !== undefined && slot === 'asks' && !/\b(?:prefer|like|use|put|say|said)$/.test(match[0])
            ? captureAlone(next)
            : null
          : captureName(segment, wordIndex(segment.joined, end), slot);
      if (capture === null) continue;
      const rest = end >= segment.joined.length ? '' : restOf(segment, capture.next);
      if (
        FIGURATIVE.test(rest) &&
        (!asked || /^but i (?:think|feel|believe|hate|love|don't|just|would|wouldn't)/.test(rest))
      )
        continue;
      if (/been/.test(match[0]) && !/^(?:since|my whole|all my|forever|for|to|always|ever)\b/.test(rest)) continue;
      if (strength === BARE && !followsName(segment, capture.next)) continue;
      if (match[0].includes('this is') && THIRD_PARTY.test(rest)) continue;
      if (/^\s?(?:it's|its|it is|that's|thats)$/.test(match[0]) && /^(?:who|that|on|in|at|from|'s)\b/.test(rest))
        continue;
      if (!asked && !isNameWord(capture.name)) continue;
      if (
        !asked &&
        match[0].includes('actually') &&
        !isLikelyName(capture.name, /\b(?:it's|its|it is)$/.test(match[0]))
      )
        continue;
      const name =
        slot === 'asks' && /name/.test(match[0])
          ? calledBy(capture.name)
          : slot === 'describes'
            ? calledBy(capture.name)
            : capture.name;
      candidates.push({ name, strength: /calls me/.test(match[0]) && strength < USUAL ? STATED - 2 : strength });
    }
  }
  if (!asked) readIntroduction(segment, sentence, candidates);
  return candidates.length > before;
}

const THIRD_PARTY = /^(?:my|his|her|the|from|who|and he|and she)\b/;

function restOf(segment: Segment, from: number): string {
  return segment.words
    .slice(from)
    .map((word) => word.lower)
    .join(' ');
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
    return (
      GIVEN_NAMES.has(lower) ||
      WORD_NAMES.has(lower) ||
      (!known && !isOrdinary(lower)) ||
      (/^\p{Lu}/u.test(part) && !isOrdinary(lower))
    );
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
    const opens =
      index === 0 || segment.words[index - 1]?.lower === 'but' || segment.words[index - 1]?.lower === 'though';
    if (!opens || word.lower === 'not') return;
    const capture = captureName(segment, index, 'alone');
    if (capture === null) return;
    const rest = restOf(segment, capture.next);
    const kind = NAME_FIRST_STRENGTHS.find(([pattern]) => pattern.test(rest));
    if (kind !== undefined) candidates.push({ name: capture.name, strength: kind[1] });
  });
}

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
    if (
      !isWhole &&
      (isShouted ||
        (VOCATIVES.has(lower) && !(isCapital && index === 0 && place.isFirst)) ||
        /\/\S{0,20}$/.test(segment.text))
    )
      return;
    const othersAreFillers = segments.every((other, at) => at === index || isRemark(other));
    const plausible =
      isWhole ||
      segment.bracketed ||
      (isCapital || isKnown ? isEdge || othersAreFillers : (isSentence || isEdge) && othersAreFillers && place.isLast);
    if (!plausible || (foundHere && !segment.bracketed && !/^(?:please )?just\b|\bplease$/.test(segment.joined)))
      return;
    if (segment.bracketed && !candidates.some(({ strength }) => strength <= STATED)) return;
    candidates.push({ name: capture.name, strength: bareStrength(segment, candidates) });
  });
}

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
  const match = contrast.match(
    /^(?:actually |no |sorry |oops |hey )*(?:it's|its|it is|that's)\s\S{2,20}(?: \S{2,20})? not\s\S{2,20}$/,
  );
  if (match !== null) {
    const at = wordIndex(
      only.joined,
      only.joined.search(/(?:it's|its|it is|that's)\s/) +
        (only.joined.match(/(?:it's|its|it is|that's)/)?.[0].length ?? 0),
    );
    const capture = captureName(only, at, 'describes');
    if (capture !== null) candidates.push({ name: capture.name, strength: USUAL });
    return;
  }
  if (rejected.size > 0 && place.isLast && last !== undefined && segments.length <= 2) {
    const capture = captureAlone(last);
    if (
      capture !== null &&
      !/^not\b/.test(last.joined) &&
      [...rejected, nameKey(capture.name)].some((name) => GIVEN_NAMES.has(name)) &&
      isLikelyName(capture.name, false)
    )
      candidates.push({ name: capture.name, strength: BARE + 1 });
  }
}
