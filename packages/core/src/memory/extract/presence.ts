import type { Statement } from '../fact.ts';
import type { Draft } from './draft.ts';
import { apartIn } from './special-people.ts';
import type { Parsed, Resolver } from './subjects.ts';
import { comparableName, type Mentioned, subjectFor } from './tokens.ts';
import { nounOfThing, trimmed } from './values.ts';

/** The relation a head announced, for the names that follow: "Three siblings: Amara …, the twins Kofi and Kwame". */
export function under(mention: Mentioned, relation: string | null, text: string): Mentioned {
  const { subject } = mention;
  if (relation === null || subject.name === null || (subject.relation !== null && subject.relation !== 'twin'))
    return mention;
  return {
    ...mention,
    subject: subjectFor(relation, subject.name),
    by: 'relation-and-name',
    apart: mention.apart ?? apartIn(text, subject.name),
  };
}

/** "So is my flatmate": the name said last, once more. */
export function sameNameIn(
  body: string,
  mentions: readonly Mentioned[],
  resolver: Resolver,
): readonly Mentioned[] | null {
  const name = /^so(?: is|'s| are)\s+(?:my|our)\b/i.test(body) ? resolver.lastName : null;
  if (name === null) return null;
  return mentions.map((mention) =>
    mention.by === 'relation' && mention.subject.relation !== null
      ? { ...mention, subject: subjectFor(mention.subject.relation, name), by: 'relation-and-name' }
      : mention,
  );
}

/** "She's my roommate from college": the relation of someone whose name alone was known. */
export function described(people: readonly Mentioned[], parsed: Parsed | null, text: string): readonly Mentioned[] {
  const name = parsed?.form === 'other' && parsed.head === 'be' && !parsed.negated ? parsed.subject.name : null;
  if (name === null || parsed === null || !/^(?:my|our)\s/i.test(parsed.rest)) return people;
  const at = text.length - parsed.rest.length;
  return people.map((mention) =>
    mention.by === 'relation' && mention.subject.relation !== null && mention.start >= at - 1 && mention.start <= at + 2
      ? { ...mention, subject: subjectFor(mention.subject.relation, name), by: 'relation-and-name' }
      : mention,
  );
}

/** A name that stands for the person themselves, a firm or someone famous is nobody they know. */
function isNoAcquaintance(text: string, start: number, name: string, recent: readonly Statement[]): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  const folded = comparableName(name);
  return (
    /\b(?:i'?m|i am|call me|my name'?s|my name is|name'?s|actually|it'?s|i go by)\s+(?:actually |really )?$/i.test(
      before,
    ) ||
    /\b(?:interview\w*|appl(?:y|ied|ication)|offer|job|role|account|contract|call|start(?:ing|ed)?|work(?:ing)?|exam|flight|tickets?)\s+(?:with|at|for|from|to|as)\s+$/i.test(
      before,
    ) ||
    /\bfav(?:e|ou?rite)?\b/i.test(text) ||
    (/\b(?:called|named|naming|calling (?:it|her|him))\s+$/i.test(before) && nounOfThing(text) !== null) ||
    (/\b(?:seeing|watching|listening to|concert|gig|reading|read|watched|book by|film by|song by|fan of)\b[^,]{0,20}$/i.test(
      before,
    ) &&
      /^\S+ \p{Lu}/u.test(text.slice(start))) ||
    recent.some(
      ({ slot, subject, value }) =>
        subject.key === 'self' &&
        (slot === 'name' || slot === 'employer' || slot === 'plan') &&
        new RegExp(`(?:^|\\b(?:with|at|for) )${folded.replace(/[^a-z0-9 ]/g, '.')}\\b`, 'i').test(
          comparableName(value ?? ''),
        ),
    )
  );
}

export function existences(
  people: readonly Mentioned[],
  quote: string,
  resolver: Resolver,
  text: string,
  recent: readonly Statement[],
): Draft[] {
  const drafts: Draft[] = [];
  for (const { subject, by, apart, start } of people) {
    if (/\bnot (?:really |actually )?$/i.test(text.slice(0, start)) || /\b(?:any ?more|no longer)\b/i.test(text))
      continue;
    const meant = resolver.resolve(subject);
    if (by === 'name') {
      if (resolver.named(subject.name ?? '').length === 0 && !isNoAcquaintance(text, start, subject.name ?? '', recent))
        drafts.push({ subject, slot: 'is', value: null, quote, confidence: 0.6, importance: 0.4 });
      continue;
    }
    if (by === 'relation' && (meant.key !== subject.key || isPlural(text.slice(start), subject.relation))) continue;
    drafts.push({
      subject: meant,
      slot: 'is',
      value: apart,
      quote,
      confidence: by === 'relation' ? 0.75 : 0.9,
      importance: by === 'relation' ? 0.5 : 0.8,
    });
  }
  return drafts;
}

/** "My friends", "our kids": more than one, so nobody in particular. */
function isPlural(text: string, relation: string | null): boolean {
  const word =
    text
      .slice(0, 60)
      .match(/^(?:\S+\s+){0,4}?(?<word>\p{L}+s|children|mice)(?![\p{L}'])/u)
      ?.groups?.word?.toLowerCase() ?? '';
  return (
    relation !== null &&
    /^(?:children|kids|parents|folks|friends|mates|sisters|brothers|siblings|dogs|cats|cousins|colleagues|coworkers|neighbours|neighbors|teachers|students|grandparents|roommates|flatmates|housemates|twins|sons|daughters|nieces|nephews|aunts|uncles|pets|grandkids|grandchildren|classmates|teammates|clients|buddies|babies|pals|exes|in-laws)$/.test(
      word,
    )
  );
}

/** "Went to visit my gran in Cardiff": where somebody is found at home. */
export function placesOfOthers(body: string, quote: string, people: readonly Mentioned[], resolver: Resolver): Draft[] {
  const drafts: Draft[] = [];
  const offset = 0;
  for (const mention of people) {
    if (mention.subject.relation === null) continue;
    const at = body.indexOf(mention.subject.name ?? '', offset);
    const after = at === -1 ? '' : body;
    const words = after.match(
      /\b(?:vist|visit|visited|visiting|seeing|see|staying with|stay with|flying to see|trip to see|home to)\s+(?:my|our)\s+(?:[\p{L}-]+\s+){1,4}?(?:over |down |up )?in\s+(?<place>\p{L}[^,;.!?\n]{1,40})/iu,
    )?.groups?.place;
    const place = words === undefined ? null : trimmed(words, 'place');
    if (
      place !== null &&
      !/^(?:hospital|the|her|his|their|a|person|town|prison|rehab|bed|time|march|april|may|june|july|august)\b/i.test(
        place,
      )
    )
      drafts.push({
        subject: resolver.resolve(mention.subject),
        slot: 'lives-in',
        value: place,
        quote,
        confidence: 0.65,
      });
  }
  return drafts.slice(0, 1);
}
