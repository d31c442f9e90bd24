import { GIVEN_NAMES, WORD_NAMES } from '../../understanding/name-words.ts';
import { editDistance } from '../edit-distance.ts';
import type { Correction, Statement, Subject } from '../fact.ts';
import { SELF } from '../fact.ts';
import { restatedIn } from '../restated.ts';
import { namesIn } from './special-happenings.ts';
import { opened, type Parsed, type Resolver } from './subjects.ts';
import { comparableName, type Mentioned, subjectFor } from './tokens.ts';
import { nounOfThing } from './values.ts';

export interface CorrectionReading {
  readonly text: string;
  readonly quote: string;
  readonly parsed: Parsed | null;
  readonly mentions: readonly Mentioned[];
  readonly resolver: Resolver;
  readonly recent: readonly Statement[];
  /** The person's earlier messages, for what a correction may correct. */
  readonly earlier: readonly string[];
  /** Whether something in this message was already read of the clause. */
  readonly hasStatement: boolean;
}

const FORGET =
  /^(?:(?:please|pls|plz|hey|ok|okay|jumbo|so|and|can you|could you|would you|will you|i want you to|i'd like you to|i need you to|now|actually)[, ]+){0,4}(?:please )?(?<verb>forget|delete|erase|remove|wipe|clear|unlearn|scrub|get rid of)\b(?<rest>.{0,160})$/is;
const EVERYTHING =
  /^(?:\s+(?:absolutely|all of it|it all))?\s*(?:everything|all(?: of)?(?: (?:my|your|the))?(?: (?:memories|data|facts|memory|information|info|stuff|messages|notes))?(?: (?:about|of|on) me)?|my data|my memories|your memory|all memories|everything (?:about me|you know(?: about me)?|i(?:'ve| have)? (?:ever )?(?:told|said)(?: to)?(?: you)?))(?:\s+(?:you know(?: about me)?|you have(?: on me)?|about me|i(?:'ve| have)? (?:ever )?(?:told|said)(?: to)?(?: you)?|please|now|about me please|from your memory))*[\s.!]*$/i;
const ABOUT =
  /(?:about|regarding|on|that involves|to do with|related to|concerning|involving|with)\s+(?<about>.{1,80}?)(?:\s+(?:please|pls|plz|now|from your memory|ok|okay|thanks|thank you))?[\s.!?]*$/is;
const THING =
  /^\s+(?:that\s+)?(?<about>(?:my|our|the)\s+.{1,60}?)(?:\s+(?:please|pls|plz|now|from your memory|ok))?[\s.!?]*$/is;
/** Idioms that only sound like a command. */
const NO_FORGET =
  /^\s*(?:it\b|about it\b|about that\b|to\b|me\b|you\b|what it|how|the past\b|him\b$|her\b$|about (?:the )?(?:work|stress|day|everything)(?: for)?\b.*(?:while|moment|tonight))/i;
const LAST =
  /^\s*(?:that|this|what i (?:just )?(?:said|told you)|i (?:said|told you) that|the last (?:thing|message)|my last (?:message|one))[\s.!?]*(?:please)?[\s.!?]*$/i;

/** What the person wants forgotten; null when the clause asks for nothing of the kind. */
export function forgetIn(text: string): Correction | { readonly kind: 'last' } | null {
  const groups = text.trim().match(FORGET)?.groups;
  if (groups?.rest === undefined) {
    const away = text.match(
      /^(?:please )?(?:don'?t|do not) (?:remember|keep|store|save) (?:anything |that |what i said )?(?:about |on )?(?<about>my .{1,50}|\p{Lu}\p{L}+)[\s.!?]*$/isu,
    )?.groups?.about;
    return away === undefined ? null : { kind: 'forget', about: away.trim() };
  }
  const { rest, verb } = groups;
  if (verb?.toLowerCase() === 'forget' && NO_FORGET.test(rest)) return null;
  if (EVERYTHING.test(rest.trim()) || EVERYTHING.test(rest)) return { kind: 'forget', about: null };
  if (LAST.test(rest)) return { kind: 'last' };
  const about =
    rest.match(ABOUT)?.groups?.about ??
    rest.match(THING)?.groups?.about ??
    (verb?.toLowerCase() === 'forget'
      ? rest.match(/^\s+(?:that (?:i|my) (?<about>.{2,80}?))[\s.!?]*$/i)?.groups?.about
      : undefined);
  if (about !== undefined) {
    if (/\b(?:rules?|instructions?|prompts?|guidelines|system|previous|training|restrictions|policy)\b/i.test(about))
      return null;
    return /^me$/i.test(about)
      ? { kind: 'forget', about: null }
      : {
          kind: 'forget',
          about: about.replace(/^(?:the |that )?(?:thing|stuff|fact|bit|part) (?:about|with|that) /i, '').trim(),
        };
  }
  const name = rest.match(
    /^\s+(?:about\s+)?(?<name>\p{L}[\p{L}'-]*)(?:\s+(?:please|exists|entirely|completely))?[\s.!?]*$/u,
  )?.groups?.name;
  return name === undefined || !isSomeone(name) ? null : { kind: 'forget', about: name };
}

/** A name by its capital, or in a hurry by being one: "forget dave". */
const isSomeone = (name: string): boolean =>
  /^\p{Lu}/u.test(name) || (GIVEN_NAMES.has(name.toLowerCase()) && !WORD_NAMES.has(name.toLowerCase()));

/** What was told last did not come true. */
export const RETRACTED =
  /^(?:(?:the|our|my) (?!(?:wifi|light|lights|heating|power|tv|internet|milk|phone|day|week)\b)[\p{L} ]{3,25}(?:'s|s| is| are| has been| got) (?:off|called off|cancell?ed)\b|false alarm|scratch that|strike that|it fell through|that fell through|fell through|(?:it|that) (?:didn'?t|did not) (?:happen|work out|go ahead|go through|pan out)|(?:it'?s|that'?s|its|thats|all) (?:off|cancell?ed|been cancell?ed|not happening(?: any ?more| after all)?)|not happening after all|change of plans?|plans? (?:changed|cancell?ed|fell through)|(?:they|we|she|he) (?:called it off|cancell?ed(?: on (?:me|us))?|backed out|bailed(?: on me)?)|never ?mind (?:about )?that|nvm(?: about that)?|got cancell?ed|i take (?:it|that) back|i was wrong(?: about that)?|turns out (?:it'?s )?not)\b/iu;
const CALLED_OFF =
  /\b(?:is|has been|got|was|were|are|been|'s)\s+(?:cancell?ed|called off|off|postponed indefinitely|scrapped|not happening)\b/i;
const BROKE_UP =
  /\b(?:broke up|broken up|split up|have split|we'?ve split|we split|called it quits|ended things|got divorced|are divorced|(?:i|he|she|they) (?:left|dumped) (?:me|him|her|them)|are over|is over between|broke it off|broke off (?:the|our) engagement|are done for good|(?:i|i've) (?:left|dumped) (?:my|\p{Lu}\p{L}+)|dumped me|is my ex now|getting (?:a )?divorced?)\b/iu;
const PARTNERS = ['boyfriend', 'girlfriend', 'partner', 'husband', 'wife', 'spouse', 'fiancé', 'fiancée', 'crush'];
/** With whom one shares a home: who moves out is one no more. */
const SHARERS = new Set(['roommate', 'flatmate', 'housemate']);
const MADE_UP =
  /\b(?:apologi[sz]ed|made up|made peace|we'?re (?:good|fine|ok|okay|cool)(?: (?:now|again))?|are (?:good|fine|ok|okay|cool|friends|talking|speaking) (?:now|again)|talking again|speaking again|sorted (?:it|things) out|worked (?:it|things) out|reconciled|buried the hatchet|forgave|forgiven|cleared the air|patched (?:it|things) up|hugged it out|all good now)\b/i;
const QUIT =
  /^(?:i|i've|ive|just|finally|and|we)?\s*(?:(?:i|i've)\s+)?(?:just |finally |actually |have )*(?:quit(?: (?:my job|work|today|yesterday|the job|on \p{L}+))?(?=$|[\s.!,])(?! (?:\d|(?:a|two|three|four|five|six|seven|eight|nine|ten|some|many) |smoking|drinking|sugar|coffee|caffeine|vaping|social|facebook|instagram|tiktok|the gym|playing|eating|meat))|resigned|handed in my (?:notice|resignation)|gave (?:in )?my notice|walked out of my job|(?:got|was|been|were) (?:fired|sacked|laid off|let go|made redundant)|lost my job|left my job|retired)/iu;
const NO_MORE =
  /\b(?:don'?t|do not|no longer|doesn'?t|not|isn'?t|aren'?t|stopped|never) .*\b(?:any ?more|any longer)\b|\bno longer\b/i;

/** What a clause takes back, ends or puts right. */
export function correctionsIn(reading: CorrectionReading): Correction[] {
  const { text, quote, parsed, mentions, resolver, recent } = reading;
  const body = opened(text).text;
  const found: Correction[] = [];
  const end = (subject: Subject, slot: string | null, value: string | null): void => {
    found.push({ kind: 'end', subject, slot, value, quote });
  };
  if (RETRACTED.test(body)) found.push({ kind: 'retract-last', quote });
  if (BROKE_UP.test(body) && !/\b(?:parents|friends?|they) (?:broke|split|got|are)\b/i.test(body)) {
    const named = mentions
      .map(({ subject }) => resolver.resolve(subject))
      .find(({ relation, key }) => (relation !== null && PARTNERS.includes(relation)) || key.startsWith('person:'));
    const partner =
      named ??
      recent.findLast(
        ({ slot, subject, modality }) =>
          slot === 'is' && modality === 'asserted' && subject.relation !== null && PARTNERS.includes(subject.relation),
      )?.subject;
    if (
      partner !== undefined &&
      (parsed === null ||
        parsed.form !== 'other' ||
        PARTNERS.includes(parsed.subject.relation ?? '') ||
        parsed.subject.key === partner.key)
    )
      end(partner, 'is', null);
    if (recent.some(({ slot, subject }) => slot === 'relationship' && subject.key === 'self'))
      end(SELF, 'relationship', null);
  }
  if (parsed !== null && (parsed.negated || parsed.ended || CALLED_OFF.test(body))) {
    const named = new Set(body.match(/(?<!^)\p{Lu}[\p{L}\p{M}'-]+/gu)?.map(comparableName) ?? []);
    const plan = recent.findLast(
      ({ slot, value }) =>
        (slot === 'plan' || slot === 'goal') &&
        (value?.match(/(?<!^)\p{Lu}[\p{L}\p{M}'-]+/gu) ?? []).some((word) => named.has(comparableName(word))),
    );
    if (plan !== undefined) end(plan.subject, plan.slot, plan.value);
  }
  if (MADE_UP.test(body)) {
    const conflict = recent.findLast(
      ({ slot, subject }) =>
        slot === 'conflict' &&
        (mentions.length === 0 || mentions.some((mention) => resolver.resolve(mention.subject).key === subject.key)),
    );
    if (conflict !== undefined) end(conflict.subject, 'conflict', null);
  }
  if (QUIT.test(body))
    for (const slot of ['employer', 'job', 'workplace', 'shift'])
      if (recent.some((fact) => fact.slot === slot && fact.subject.key === 'self')) end(SELF, slot, null);
  // "Lars dropped out": of the group he is known to be in.
  const leaver = body.match(
    /^(?<who>\p{Lu}[\p{L}'-]*?)(?:'s| has)? (?:just |finally )?(?:dropped out|quit|left|bailed|stepped down|pulled out)(?=\s*(?:$|[,.!]))/u,
  )?.groups?.who;
  const place =
    leaver === undefined
      ? undefined
      : recent.findLast(
          ({ slot, value }) => slot === 'member' && comparableName(value ?? '') === comparableName(leaver),
        );
  if (place !== undefined) end(place.subject, 'member', place.value);
  const out = /\b(?:moved|has moved|'s moved|just moved) out\b/i.test(body)
    ? mentions
        .map(({ subject }) => resolver.resolve(subject))
        .find(({ relation }) => relation !== null && SHARERS.has(relation))
    : undefined;
  if (out !== undefined) end(out, 'is', null);
  const left = body.match(
    /^(?<who>\p{Lu}[\p{L}'-]*(?: and \p{Lu}[\p{L}'-]*)?|i|we)(?:'s|'ve| has| have)?\s+(?:just |finally )?(?:left|quit|dropped out of|stopped coming to|was kicked out of|got kicked out of|is out of)\s+(?:the |our |my )?(?<group>(?:[\p{L}&'-]+ ){0,3}(?:club|team|band|group|choir|crew|squad|committee|circle|class|league|chat|troupe))(?![\p{L}])/u,
  )?.groups;
  if (left?.who !== undefined && left.group !== undefined) {
    const group = resolver.group(left.group.toLowerCase());
    for (const name of /^(?:i|we)$/i.test(left.who) ? ['you'] : namesIn(left.who)) end(group, 'member', name);
  }
  const gone =
    body.match(
      /^(?:my|our)\s+(?:(?:old|poor|trusty|beloved|little)\s+)*(?<thing>[\p{L}\d -]{2,30}?)\s+(?:has |was |is |got |just |finally |well and truly )*(?:died|dead|broke down for good|totall?ed|stolen|sold|scrapped|written off|gave up|kicked the bucket|packed in|got nicked|nicked)\b/iu,
    )?.groups?.thing ??
    body.match(
      /^(?:i |we )?(?:just |finally |have |'ve )*(?:sold|scrapped|crashed and lost|traded in|got rid of|totall?ed)\s+(?:my|our|the)\s+(?:old )?(?<thing>[\p{L}\d -]{2,30}?)(?=$|[\s.!,])/iu,
    )?.groups?.thing;
  const noun = gone === undefined ? null : nounOfThing(gone);
  if (gone !== undefined && noun !== null)
    end(SELF, `owns:${noun}`, noun === 'car' && /^\p{Lu}/u.test(gone) ? gone : null);
  const fromPlace = body.match(
    /\b(?:[Ll]eft|[Ll]eaving|[Mm]oved (?:out )?from|[Mm]oved out of|[Ss]wapped|[Tt]raded) (?<from>\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)?)(?: (?:for|to) (?=\p{Lu})|$|[.!,])/u,
  )?.groups?.from;
  if (
    fromPlace !== undefined &&
    !/\b(?:leaving|tomorrow|next)\b/i.test(body) &&
    (/ (?:for|to) \p{Lu}/u.test(body) ||
      recent.some(
        ({ slot, value }) => slot === 'lives-in' && comparableName(value ?? '') === comparableName(fromPlace),
      ))
  )
    end(parsed?.form === 'other' ? parsed.subject : SELF, 'lives-in', fromPlace);
  if (
    NO_MORE.test(body) &&
    mentions.length > 0 &&
    /\b(?:my|our)\b/i.test(body) &&
    /\b(?:not|isn'?t|aren'?t|no longer)\b/i.test(body)
  ) {
    const relation = mentions.findLast(({ by }) => by === 'relation-and-name' || by === 'relation')?.subject;
    const name =
      mentions.find(({ subject }) => subject.name !== null)?.subject.name ??
      (parsed?.form === 'other' ? parsed.subject.name : null);
    if (relation?.relation != null && (name !== null || relation.name !== null))
      end(subjectFor(relation.relation, relation.name ?? name), 'is', null);
  }
  const replaced = replacement(reading, body);
  if (replaced !== null) found.push(replaced);
  return found;
}

/** Characters of an earlier message in which a slip is looked for. */
const MAX_CORRECTED = 2000;
const CANDIDATE = "(?:the )?[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'-]{0,29}(?: \\p{Lu}[\\p{L}\\p{M}'-]{0,29})?";
const NOT_THEN = new RegExp(
  `(?:^|[\\s,])[Nn]ot (?<wrong>${CANDIDATE})\\s*[,;:.–—-]+\\s*(?:it'?s |its |but |[Ii] meant |[Ii] mean )?(?<right>${CANDIDATE})`,
  'u',
);
const THEN_NOT = new RegExp(
  `(?:^|\\s)(?<right>${CANDIDATE})(?: btw| by the way| with (?:an?|one|two|no) \\S{1,12})?,? (?:and )?[Nn]ot (?<wrong>${CANDIDATE})`,
  'u',
);
const MEANT = new RegExp(
  `^(?:sorry,? |oops,? |oh |wait,? |no,? |i )*(?:i )?(?:meant|mean) (?:to (?:say|write|type) )?(?<right>${CANDIDATE})`,
  'iu',
);
const STARRED = /^\s*\*(?<right>\p{L}[\p{L}\p{M}'-]{1,29})\s*\.?$|^\s*(?<other>\p{L}[\p{L}\p{M}'-]{1,29})\*\s*\.?$/u;
const SPELT =
  /(?:it'?s |that'?s |actually |spelled |spelt |it is )+(?:actually |spelled |spelt )*(?<right>\p{Lu}[\p{L}\p{M}'-]{1,29})(?: (?:with|btw|by the way|actually))/u;

/** "Not Lou, Lu", "the 14th not the 4th", "*Lucia": what was written before, and what it should have been. */
function replacement(
  { text, quote, recent, earlier, hasStatement }: CorrectionReading,
  body: string,
): Correction | null {
  const restated = restatedIn(text, earlier.at(-1));
  if (restated !== null && !hasStatement) return { kind: 'replace', ...restated, quote };
  if (![NOT_THEN, THEN_NOT, STARRED, SPELT].some((pattern) => pattern.test(text)) && !MEANT.test(body)) return null;
  const before = [
    ...earlier.slice(-4).map((words) => words.slice(0, MAX_CORRECTED)),
    ...recent.slice(-30).map(({ quote: words, value, subject }) => `${words} ${value ?? ''} ${subject.name ?? ''}`),
  ].join(' \n ');
  const words = new Set(before.match(/[\p{L}\p{N}\p{M}'-]+/gu)?.map(comparableName) ?? []);
  const knows = (candidate: string): boolean =>
    candidate
      .split(' ')
      .every(
        (word) =>
          words.has(comparableName(word)) ||
          words.has(comparableName(word).replace(/(?:st|nd|rd|th)$/, '')) ||
          /^the$/i.test(word),
      );
  for (const pattern of [NOT_THEN, THEN_NOT]) {
    const groups = text.match(pattern)?.groups;
    const wrong = groups?.wrong?.replace(/^the /i, '');
    const right = groups?.right?.replace(
      /^(?:the|it'?s|its|i'?m|that'?s|she'?s|he'?s|meant|mean|sorry|actually|spelled|spelt|is|was) /i,
      '',
    );
    if (wrong === undefined || right === undefined || comparableName(wrong) === comparableName(right) || !knows(wrong))
      continue;
    const isNamed =
      /^\p{Lu}|\d/u.test(right) ||
      /^\p{Lu}|\d/u.test(wrong) ||
      editDistance(comparableName(wrong), comparableName(right)) <= 2;
    if (!isNamed || (hasStatement && /\d/.test(right))) continue;
    return { kind: 'replace', wrong, right, quote };
  }
  const single =
    body.match(MEANT)?.groups?.right ??
    text.match(STARRED)?.groups?.right ??
    text.match(STARRED)?.groups?.other ??
    text.match(SPELT)?.groups?.right;
  if (single === undefined || knows(single)) return null;
  const near = [...before.matchAll(/\p{L}[\p{L}\p{M}'-]+/gu)]
    .map(([word]) => word)
    .findLast(
      (word) =>
        comparableName(word) !== comparableName(single) &&
        word.length > 1 &&
        editDistance(comparableName(word), comparableName(single)) <= Math.max(1, Math.floor(single.length / 3)),
    );
  return near === undefined || !(/^\p{Lu}/u.test(near) || /^\p{Lu}/u.test(single))
    ? null
    : { kind: 'replace', wrong: near, right: single, quote };
}
