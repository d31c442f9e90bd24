import { type AnswerContext, type Found, found } from './context.ts';
import { lemmaOf } from './lemma.ts';
import type { Passage } from './passages.ts';
import { asSentence, listed } from './phrasing.ts';

const LEAVES =
  /^(?:dropped|left|quit|bailed|is|was|moved|moving|'s|isn't|can't|out|leaves|leaving|changed|got|broke|hurt|retired|stopped|has|had)$/;
const OUT =
  /\b(?:dropped out|left|quit|bailed|moved|moving away|is out|'s out|he's out|she's out|they're out|is gone|isn't coming|(?:so|now|and) (?:it'?s|its|we'?re) (?:just|only|down to) (?:the )?(?:two|three|four|five|six|seven|\d)(?: of us)?|retired from|stopped coming)\b/i;
const IN =
  /(?:\b(?:got|have|added|joined by|replaced by|welcomed|recruited)\s+(\p{Lu}[\p{L}'-]{1,30})|(\p{Lu}[\p{L}'-]{1,30})(?: has| just)? (?:joined|joins|is in|is (?:our|the|my) new|stepped in|is joining|took (?:his|her|their) (?:place|spot)|replaced|replaces|is replacing))/u;

/** "Who's on my quiz team now?", "who left?": a list told once, with who left and who came since. */
export function rosterAnswer(context: AnswerContext): Found | null {
  const { reading, pool } = context;
  const asksLeft = /^who (?:has |has since )?(?:left|quit|dropped out|moved out|bailed|is out)\b/i.test(reading.text);
  const asksIn =
    /^(?:who(?:'s|s| is| are)? (?:still )?(?:in|on|part of|a member of)|who are (?:the members|my))\b/i.test(
      reading.text,
    );
  if (!asksLeft && !asksIn) return null;
  const roster = context.ranked.find(
    ({ passage, enough, direct }) =>
      passage.people.filter(({ name }) => name !== null).length > 1 && (asksLeft || (enough >= 0.5 && direct > 0)),
  );
  if (roster === undefined) return null;
  const members = roster.passage.people.filter(
    ({ name }) => name !== null && !reading.terms.some(({ lemma }) => lemma === lemmaOf(name.toLowerCase())),
  );
  const since = pool.passages.filter(({ message }) => message > roster.passage.message);
  const gone = members.filter(({ name }) => since.some((passage) => isGone(name ?? '', passage)));
  const used = [roster.passage, ...since.filter(({ text }) => OUT.test(text) || IN.test(text))];
  if (asksLeft) return gone.length === 0 ? null : found(asSentence(listed(gone.map(({ name }) => name ?? ''))), used);
  const came = since.flatMap(({ text }) => {
    const match = IN.exec(text);
    return [match?.[1] ?? match?.[2] ?? ''].filter((name) => name !== '');
  });
  if (gone.length === 0 && came.length === 0) return null;
  const names = [...members.filter((member) => !gone.includes(member)).map(({ name }) => name ?? ''), ...came];
  return found(asSentence(listed([...new Set(names)]), '!'), used);
}

function isGone(name: string, passage: Passage): boolean {
  const lemma = lemmaOf(name.toLowerCase().split(/\s+/)[0] ?? '');
  const at = passage.words.findIndex((word) => word.lemma === lemma);
  if (at < 0 || !OUT.test(passage.text)) return false;
  return (
    passage.words[at]?.isPossessive === true ||
    LEAVES.test(passage.words[at + 1]?.lower ?? '') ||
    LEAVES.test(passage.words[at + 2]?.lower ?? '')
  );
}
