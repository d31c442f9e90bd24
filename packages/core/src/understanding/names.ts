import { readBare } from './name-bare.ts';
import {
  type Candidate,
  calledBy,
  captureAlone,
  captureName,
  followsName,
  nameKey,
  type SentenceContext,
} from './name-candidates.ts';
import { readContrast } from './name-contrast.ts';
import { readForeign, readNameBefore, readUnspaced } from './name-foreign.ts';
import {
  BARE,
  FIGURATIVE,
  FORMAL,
  FORMAL_PLACE,
  LEADS,
  NAME_FIRST,
  NAME_FIRST_STRENGTHS,
  OWN_NAME_AT_ISSUE,
  REJECTING,
  REPORTED,
  SOMEBODY_ELSE,
  STATED,
  USUAL,
} from './name-leads.ts';
import { isRespelling, isShortForm } from './name-forms.ts';
import { readMentioned, readShortForm } from './name-mentioned.ts';
import {
  CORRECTION,
  EMOTICON,
  INSTRUCTION,
  KEEP_ACCOUNT,
  MARKUP,
  PICTOGRAM,
  REFUSED,
  REFUSED_ABROAD,
} from './name-replies.ts';
import { type Segment, segmentsOf, wordIndex } from './name-segments.ts';
import { DESCRIPTIONS_OF_ORIGIN, GIVEN_NAMES, isLikelyName, isNameWord, isOrdinary, WORD_NAMES } from './name-words.ts';
import { readRisk } from './risk.ts';
import type { NameStatement } from './summary.ts';
import { clean, sentences } from './text.ts';

/** Characters of a message that are searched for a name: beyond this nobody is still answering "what should I call you?". */
const MAX_NAME_READ = 1200;
const MAX_SENTENCES = 16;

/**
 * What a message says about the person's name. `asked`: it answers "what should I call you?"; then bare replies and
 * introductions count. Unasked, only clear statements do ("actually it's Jen", "my friends call me Bo"). `known`: what they
 * are called now; where it is given, "not Lou, Lu" of a Stacy is about somebody else.
 * Never throws; reads at most the first 1,200 characters; a sentence that holds markup or instructions yields no name,
 * and neither does a candidate that is itself the wording of a risk.
 */
export function readName(
  text: string,
  { asked, known = null }: { readonly asked: boolean; readonly known?: string | null },
): NameStatement {
  const cleaned = clean(text).slice(0, MAX_NAME_READ).replace(EMOTICON, ' ').replace(PICTOGRAM, ' — ');
  const plain = cleaned.toLowerCase().replace(/\s+/g, ' ').trim();
  const read = sentences(cleaned)
    .slice(0, MAX_SENTENCES)
    .map(withoutInstructions)
    .filter((sentence) => sentence !== '');
  const speaksOfName = asked || OWN_NAME_AT_ISSUE.test(plain);
  const rejected = new Set<string>();
  const candidates: Candidate[] = [];
  read.forEach((sentence, index) => {
    const place = { isFirst: index === 0, isLast: index === read.length - 1, isOnly: read.length === 1 };
    readSentence(sentence, { asked: speaksOfName, known, place, rejected, candidates });
  });
  if (asked && candidates.length === 0) for (const sentence of read) readMentioned(sentence, candidates);
  if (asked) readShortForm(read.join(' '), rejected, candidates);
  const wanted = candidates.filter(({ name }) => !rejected.has(nameKey(name)));
  const best = strongest(wanted, rejected.size > 0 || CORRECTION.test(plain));
  // "k m s" in answer to "what should I call you?" is a cry and not initials.
  if (best !== undefined && isCry(best.name)) return { kind: 'none' };
  const refuses = REFUSED.test(plain) || REFUSED_ABROAD.test(plain);
  if (best !== undefined && !(refuses && best.strength <= BARE)) return { kind: 'name', name: best.name };
  if (!asked) return { kind: 'none' };
  if (refuses) return { kind: 'refused' };
  return KEEP_ACCOUNT.test(plain) ? { kind: 'keep-account' } : { kind: 'none' };
}

/**
 * Whether a name is itself the wording of a risk. Known names are none; what is merely weighed, not known to a rule, counts
 * for a few letters only, such as "kms": a longer name gives nothing to weigh.
 */
function isCry(name: string): boolean {
  const parts = name.toLowerCase().split(' ');
  if (parts.every((part) => GIVEN_NAMES.has(part) || WORD_NAMES.has(part))) return false;
  const { level, rule } = readRisk(name);
  const isWeighed = (rule ?? '').startsWith('weighed:');
  return level !== 'none' && !(isWeighed && name.replace(/[^\p{L}]/gu, '').length > 4);
}

/** What of a sentence may be read: nothing beside markup, and of an order to a model only what stands before it. */
function withoutInstructions(sentence: string): string {
  if (MARKUP.test(sentence)) return '';
  const at = sentence.search(INSTRUCTION);
  if (at === -1) return sentence.replace(CONTRACTED_IS, '$1 is');
  const before = sentence.slice(0, at);
  const end = Math.max(...[',', ';', '.', ' and ', ' then ', ' now '].map((joint) => before.lastIndexOf(joint)));
  return end === -1 ? '' : before.slice(0, end);
}

/** "Mo's fine": the person is called that, it isn't Mo's. */
const CONTRACTED_IS =
  /^(\p{L}{2,20})'s(?= (?:fine|good|ok|okay|great|perfect|alright|better|best|what|the name|my (?:\S{2,8} )?name|for short)\b)/u;

function strongest(candidates: readonly Candidate[], corrects: boolean): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (
      best === undefined ||
      candidate.strength > best.strength ||
      (candidate.strength === best.strength &&
        (corrects || isShortForm(candidate.name, best.name) || isRespelling(candidate.name, best.name)))
    ) {
      best = candidate;
    }
  }
  return best;
}

function readSentence(sentence: string, context: SentenceContext): void {
  const segments = segmentsOf(sentence);
  const before = context.candidates.length;
  const foundHere = (): boolean => context.candidates.slice(before).some(({ strength }) => strength > FORMAL);
  readUnspaced(sentence, context.asked, context.candidates);
  segments.forEach((segment, index) => {
    noteRejected(segment, context.rejected);
    const found = readEnglish(segment, segments[index + 1], sentence, context);
    if (context.asked) readNameFirst(segment, sentence, context);
    if (!found) readForeign(segment, context.asked, context.candidates);
    readNameBefore(segment, context.candidates);
  });
  if (context.asked) readBare(segments, context, sentence, foundHere());
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
  for (const { pattern, slot, strength, unasked, followedBy } of LEADS) {
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
      if (
        /been/.test(match[0]) &&
        !/always/.test(match[0]) &&
        !/^(?:since|my whole|all my|forever|for|to|always|ever)\b/.test(rest)
      )
        continue;
      if (followedBy !== undefined && !followedBy.test(rest)) continue;
      if (strength === BARE && !followsName(segment, capture.next)) continue;
      if (match[0].includes('this is') && THIRD_PARTY.test(rest)) continue;
      if (/\b(?:it's|its|it is|that's|thats)$/.test(match[0]) && SOMEBODY_ELSE.test(rest)) continue;
      if (!asked && !isNameWord(capture.name)) continue;
      if (!asked && unasked === 'given-name' && !GIVEN_NAMES.has(capture.name.toLowerCase())) continue;
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
      candidates.push({ name, strength: strengthHere(match[0], prefix, strength) });
    }
  }
  if (!asked) readIntroduction(segment, sentence, candidates);
  return candidates.length > before;
}

/** What one person calls them and what they are called in formal places weighs less than the wording alone. */
function strengthHere(wording: string, before: string, strength: number): number {
  if (FORMAL_PLACE.test(before) && strength <= STATED) return FORMAL;
  return /calls me/.test(wording) && strength < USUAL ? STATED - 2 : strength;
}

const THIRD_PARTY = /^(?:my|his|her|the|from|who|and he|and she)\b/;

function restOf(segment: Segment, from: number): string {
  return segment.words
    .slice(from)
    .map((word) => word.lower)
    .join(' ');
}

const GOES_ON_ABOUT_ONESELF =
  /^(?:(?:hi+|hey+|hello|yo)[,! ]+)?(?:i'm|i am|im) [\p{L}'-]{2,20}(?:,| from\b| and (?:i|i'm|im)\b)/iu;

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
  // A known given name also stands before more about oneself: "I'm Margaret, 82", "i am Kenji from Osaka".
  const goesOn = GIVEN_NAMES.has(first) && !WORD_NAMES.has(first) && GOES_ON_ABOUT_ONESELF.test(sentence.trim());
  if (!(introduces || goesOn) || DESCRIPTIONS_OF_ORIGIN.has(first)) return;
  if (GIVEN_NAMES.has(first) || (isCapital && (!isOrdinary(first) || WORD_NAMES.has(first)))) {
    candidates.push({ name: calledBy(capture.name), strength: STATED });
  }
}

/** "X works", "X is fine", "X here", "X is what the kids call me". */
function readNameFirst(segment: Segment, sentence: string, { candidates }: SentenceContext): void {
  if (!NAME_FIRST.test(segment.joined)) return;
  segment.words.forEach((word, index) => {
    const opens =
      index === 0 || segment.words[index - 1]?.lower === 'but' || segment.words[index - 1]?.lower === 'though';
    if (!opens || word.lower === 'not') return;
    const isInside = word.text !== word.lower && sentence.match(/[\p{L}\p{N}'-]+/u)?.[0] !== word.text;
    // Inside a sentence a capital makes a name of an everyday word too: "Margaret, Mags to my friends".
    const capture = captureName(segment, index, 'alone') ?? (isInside ? captureName(segment, index, 'asks') : null);
    if (capture === null) return;
    const rest = restOf(segment, capture.next);
    const kind = NAME_FIRST_STRENGTHS.find(([pattern]) => pattern.test(rest));
    if (kind !== undefined) candidates.push({ name: capture.name, strength: kind[1] });
  });
}
