import { captureAlone, captureName, nameKey, type SentenceContext } from './name-candidates.ts';
import { isSameName } from './name-forms.ts';
import { BARE, SOMEBODY_ELSE, USUAL } from './name-leads.ts';
import { type Segment, wordIndex } from './name-segments.ts';
import { FUNCTION_WORDS, GIVEN_NAMES, isLikelyName } from './name-words.ts';

/** Segments of a correction: a word of protest, the name, how it is written and what it is not. */
const MOST_SEGMENTS = 4;
const PROTEST =
  /^(?:wait|no|nope|nah|sorry|oops|actually|hey|hmm|um|ah|oh|well)(?: (?:wait|no|sorry|oops|actually|it's))*$/;
const GIVES = /^(?:(?:actually|no|sorry|oops|hey|wait) )*(?:it's|its|it is|that's|i'm|im)(?=\s)/;
const AFTERWARDS = /^(?:not|with|without|no|like|as in|spelled|spelt|one|two|double|capital|please|thanks|thx)\b/;

/** Unasked: "not John. Jon", "it's Jen, not Jane" and "no, it's Sana, with one n". */
export function readContrast(
  segments: readonly Segment[],
  { candidates, rejected, place, known }: SentenceContext,
): void {
  if (segments.length > MOST_SEGMENTS) return;
  if (known !== null && isOfAnother(segments, rejected, known)) return;
  const gives = segments.findIndex((segment) => !PROTEST.test(segment.joined));
  const giving = segments[gives];
  const lead = giving?.joined.match(GIVES);
  if (giving !== undefined && lead) {
    readGiven(segments, gives, lead[0], candidates);
    return;
  }
  if (gives > 0 && giving !== undefined) {
    readProtested(giving, segments.slice(gives + 1), candidates);
    return;
  }
  const last = segments.at(-1);
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

const SET_AGAINST = /(?:^| )not (\S{2,20})/;

/** "Sorry not Lou, Lu", said by a Stacy: neither name is a form of theirs, so somebody they spoke of is put right. */
function isOfAnother(segments: readonly Segment[], rejected: ReadonlySet<string>, known: string): boolean {
  const other = segments.flatMap(({ joined }) => SET_AGAINST.exec(joined)?.[1] ?? [])[0] ?? [...rejected][0];
  if (other === undefined || FUNCTION_WORDS.has(other)) return false;
  const said = [...rejected, ...segments.flatMap(({ words }) => words.map(({ lower }) => lower))];
  return !said.some((word) => known.split(' ').some((part) => isSameName(word, part)));
}

/** "No no, Ali, not Ally". */
function readProtested(giving: Segment, after: readonly Segment[], candidates: SentenceContext['candidates']): void {
  const capture = captureAlone(giving);
  const [contrast] = after;
  const other = contrast?.joined.match(/^not (\S{2,20})$/)?.[1];
  if (capture === null || after.length !== 1 || other === undefined || FUNCTION_WORDS.has(other)) return;
  if (GIVEN_NAMES.has(nameKey(capture.name)) || GIVEN_NAMES.has(other))
    candidates.push({ name: capture.name, strength: USUAL });
}

/** A name after "it's" counts unasked when something is protested, or when it is set against another name. */
function readGiven(
  segments: readonly Segment[],
  gives: number,
  lead: string,
  candidates: SentenceContext['candidates'],
): void {
  const giving = segments[gives];
  if (giving === undefined) return;
  const capture = captureName(giving, wordIndex(giving.joined, lead.length), 'describes');
  if (capture === null) return;
  const after = segments.slice(gives + 1);
  if (!after.every(({ joined }) => AFTERWARDS.test(joined))) return;
  const rest = [giving.words.slice(capture.next).map(({ lower }) => lower), ...after.map(({ joined }) => [joined])]
    .flat()
    .join(' ');
  if (SOMEBODY_ELSE.test(rest)) return;
  const other = rest.match(/(?:^| )not (\S{2,20})/)?.[1];
  const isSetAgainst = other !== undefined && !FUNCTION_WORDS.has(other);
  if (other !== undefined && !isSetAgainst) return;
  if (isSetAgainst || (gives > 0 && isLikelyName(capture.name, true)))
    candidates.push({ name: capture.name, strength: USUAL });
}
