import { turned } from '../../understanding/gist.ts';
import { SELF } from '../fact.ts';
import { whoIs } from '../slots.ts';
import type { Draft } from './draft.ts';
import { nameAt } from './names.ts';
import { isPet, relationOf } from './relations.ts';
import { subjectFor, tokensOf } from './tokens.ts';
import { capital, type SpecialRule } from './whole-clause.ts';

const NUMBER =
  '(?<count>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twin|a couple of|no|zero)';

/** "Two sisters", "an aunt to four", "no kids", "an only child". */
const counts: SpecialRule = ({ body, quote, parsed }) => {
  const isSelf = parsed === null || parsed.form === 'self' || parsed.form === 'implied';
  if (!isSelf) return [];
  if (/\b(?:an |the )?only child\b/i.test(body) && !parsed?.negated && /^(?:i|i'm|im|as|being|an? |only)/i.test(body)) {
    return [{ subject: subjectFor('sibling', null), slot: 'is', value: null, quote, negated: true }];
  }
  const kin = body.match(
    new RegExp(
      `\\b(?<role>aunt|auntie|aunty|uncle|mum|mom|mother|dad|father|parent|grandma|grandmother|grandad|grandpa|grandparent|nan)(?: and \\p{L}+)? (?:to|of) (?:the )?${NUMBER}\\b`,
      'iu',
    ),
  )?.groups;
  if (kin?.role !== undefined && kin.count !== undefined && !/^(?:no|zero)$/i.test(kin.count)) {
    const role = kin.role.toLowerCase();
    const relation = /aunt|uncle/.test(role) ? 'niece or nephew' : /grand|nan/.test(role) ? 'grandchild' : 'child';
    return [{ subject: subjectFor(relation, null), slot: 'count', value: kin.count.toLowerCase(), quote }];
  }
  const drafts: Draft[] = [];
  const pattern = new RegExp(
    `(?:\\b(?:have|had|got|'ve got|ive got|raising|with|and|there are)|^)\\s*(?:just |only |about )?${NUMBER} (?:(?:[\\p{L}-]+) ){0,2}?(?<who>[\\p{L}-]+)(?![\\p{L}-])`,
    'giu',
  );
  for (const match of body.matchAll(pattern)) {
    const relation = relationOf(match.groups?.who ?? '');
    const count = match.groups?.count ?? '';
    if (
      relation === null ||
      (!relation.isPlural && !/^(?:one|1)$/i.test(count)) ||
      /^(?:friend|coworker|teammate|student|client|teacher|doctor|manager)$/.test(relation.relation)
    )
      continue;
    if (/^(?:no|zero)$/i.test(count))
      drafts.push({ subject: subjectFor(relation.relation, null), slot: 'is', value: null, quote, negated: true });
    else if (!/^one$|^1$/i.test(count))
      drafts.push({ subject: subjectFor(relation.relation, null), slot: 'count', value: count.toLowerCase(), quote });
  }
  const denied = body.match(
    /\b(?:don'?t|do not|dont|never|haven'?t|havent) (?:really |actually |even )?(?:have|had|got|want) (?:any |an? |my own )?(?<who>[\p{L}-]+)(?:(?:,| and| or) (?:any )?(?<also>[\p{L}-]+))?/iu,
  )?.groups;
  if (denied?.who !== undefined && !/\bwant\b/i.test(body)) {
    for (const word of [denied.who, denied.also ?? '']) {
      const relation = relationOf(word);
      const thing =
        relation === null && /^(?:car|bike|guitar|piano|house|garden|phone|laptop)$/i.test(word)
          ? word.toLowerCase()
          : null;
      if (thing !== null) drafts.push({ subject: SELF, slot: `owns:${thing}`, value: thing, quote, negated: true });
      if (relation !== null)
        drafts.push({ subject: subjectFor(relation.relation, null), slot: 'is', value: null, quote, negated: true });
    }
  }
  return drafts;
};

/** "We adopted a puppy": an animal or a child without a name yet. */
const newcomers: SpecialRule = ({ body, quote, parsed, mentions, time }) => {
  if (parsed === null || parsed.negated || (parsed.form !== 'self' && parsed.form !== 'implied')) return [];
  const found = body.match(
    /\b(?:adopted|got|rescued|bought|have|own|brought home|fostering|foster)\s+(?:a|an|another|our first|my first)\s+(?<words>[\p{L}-]+(?: [\p{L}-]+){0,3})/iu,
  )?.groups?.words;
  // "A new rescue puppy" is the first of its words that names an animal.
  const relation =
    found
      ?.split(' ')
      .map(relationOf)
      .find((one) => one !== null) ?? null;
  if (
    relation === null ||
    relation.kind !== 'pet' ||
    mentions.some(({ subject }) => subject.relation === relation.relation)
  )
    return [];
  return [{ subject: subjectFor(relation.relation, null), slot: 'is', value: null, quote, time }];
};

/** "Naming her Miso", "his name is Rex", "she's called Ana": a name for whoever came last without one. */
const namings: SpecialRule = ({ body, quote, resolver, here, recent }) => {
  const match = body.match(
    /^(?:(?:i|we)(?:'m|'re|'ve| am| are| have)?\s+|i'm\s+)?(?:decided (?:on|to (?:call|name)) |going to (?:call|name) |gonna (?:call|name) )?(?:(?:naming|calling|named|called|call|name)\s+)?(?<who>her|him|it|them|he|she|his|their)(?:'s| is|'re| was)?\s*(?:name'?s?(?: is)? |called |named |)(?=\p{L})/iu,
  );
  if (match === null || !/\b(?:nam|call)/i.test(match[0])) return [];
  const tokens = tokensOf(body);
  const index = tokens.findIndex(({ start }) => start >= match[0].length);
  const name = nameAt({ text: body, tokens, used: new Set(), isShouting: false }, index, 'asked');
  if (name === null) return [];
  const thing =
    [...here].reverse().find(({ slot }) => slot.startsWith('owns:')) ??
    (here.length === 0 ? recent.findLast(({ slot }) => slot.startsWith('owns:')) : undefined);
  const last = resolver.last(match.groups?.who?.toLowerCase() ?? '');
  const lastInMessage = [...here].reverse().find(({ slot }) => slot === 'is' || slot.startsWith('owns:'));
  if (thing !== undefined && (lastInMessage === thing || last === null)) {
    return [{ subject: SELF, slot: `named:${thing.slot.slice('owns:'.length)}`, value: name.name, quote }];
  }
  // The name itself may just have been read as somebody new.
  const isNew = last !== null && last.name === name.name && last.relation === null;
  const nameless =
    (isNew ? null : last) ??
    [...recent, ...here].findLast(
      ({ slot, subject }) =>
        slot === 'is' &&
        subject.name === null &&
        (isPet(subject.relation) || /^(?:baby|child|son|daughter|twin)$/.test(subject.relation ?? '')),
    )?.subject;
  if (nameless === undefined || nameless.name !== null) return [];
  return [{ subject: subjectFor(nameless.relation, name.name), slot: 'is', value: null, quote }];
};

/** "We called the baby Noor". */
const christenings: SpecialRule = ({ body, quote }) => {
  const found = body.match(
    /\b(?:called|named|naming|calling|name|call)\s+(?:the|our|my)\s+(?:new\s+)?(?<who>[\p{L}-]+)\s+(?<name>\p{Lu}[\p{L}\p{M}'-]*)(?=$|[\s.!,])/u,
  )?.groups;
  const relation = found?.who === undefined ? null : relationOf(found.who);
  return relation === null || found?.name === undefined
    ? []
    : [{ subject: subjectFor(relation.relation, found.name), slot: 'is', value: null, quote }];
};

/** "Not speaking to Dina", "had a huge fight with my sister". */
const conflicts: SpecialRule = ({ body, quote, mentions, resolver, time }) => {
  const isConflict =
    /\b(?:not (?:speaking|talking) (?:to|with)|(?:aren't|isn't|not|stopped) (?:speaking|talking)|(?:had|having|got into|another) (?:an? |this )?(?:\p{L}+ )?(?:fight|argument|row|falling[- ]out|fallout) with|fell out (?:with|over)|fallen out with|(?:furious|mad|angry|livid|pissed off?) (?:at|with)|fighting with|argued with|(?:won't|refuses to) (?:speak|talk) to me|gave me the silent treatment|blocked me|ghosted me|cut (?:her|him|them) off)\b/iu.test(
      body,
    );
  const who = mentions.find(({ subject }) => !isPet(subject.relation));
  if (!isConflict || who === undefined) return [];
  const said = turned(body.replace(/[\s.!?]+$/, ''));
  const text =
    /^(?:you|your|i)\b/i.test(said) || /^\p{Lu}/u.test(body) === false
      ? said
      : /^not\b|\p{L}+ing\b/iu.test(said)
        ? `you're ${said.charAt(0).toLowerCase()}${said.slice(1)}`
        : /^(?:had|got|fell|argued|fought)\b/i.test(said)
          ? `you ${said.charAt(0).toLowerCase()}${said.slice(1)}`
          : said;
  return [
    {
      subject: resolver.resolve(who.subject),
      slot: 'conflict',
      value: body.replace(/[\s.!?]+$/, ''),
      quote,
      text: `${capital(text)}.`,
      time,
    },
  ];
};

/** "Grandad passed away", "we lost our dog Bruno", "he died last night". */
const deaths: SpecialRule = ({ body, quote, mentions, parsed, resolver, time }) => {
  const isDeath =
    /\b(?:died|passed away|passed on|has passed|is dead|'s dead|is gone now|crossed the rainbow bridge|took (?:his|her) own life|was put (?:down|to sleep)|put (?:him|her) (?:down|to sleep)|had to (?:put|say goodbye to)|passed (?:last|this|on|yesterday|in|peacefully))\b/i.test(
      body,
    );
  const isLoss = /^(?:i|we)?(?:'ve|'d)?\s*(?:just |recently |had )?lost (?:my|our)\b/i.test(body);
  if (!isDeath && !isLoss) return [];
  if (
    /\b(?:phone|laptop|car|battery|corolla|computer|tv|wifi|engine|plant|when (?:he|she|they|it) died)\b/i.test(body) ||
    /\b(?:almost|nearly|thought (?:he|she|i)|would have|could have|i) died\b/i.test(body)
  )
    return [];
  const who =
    mentions[0]?.subject ??
    (parsed?.form === 'other'
      ? parsed.subject
      : /\b(?:him|her|he|she)\b/i.test(body)
        ? resolver.last(/\b(?:her|she)\b/i.test(body) ? 'she' : 'he')
        : null);
  if (who === null || who === undefined) return [];
  return [{ subject: resolver.resolve(who), slot: 'died', value: null, quote, time }];
};

/** "My friend Sol told me he's thinking of quitting, it's a secret": what others confide, told on request alone. */
const confidences: SpecialRule = ({ body, quote, mentions, resolver, time }) => {
  const told = body.match(
    /^(?<who>.{2,50}?)\s+(?:just |also |recently )?(?:told me|confided(?: in me)?|admitted(?: to me)?|confessed(?: to me)?|let slip|came out to me|revealed|mentioned|said|says|tells me)(?:\s+(?:that|yesterday|today|last night))*\s+(?<what>.{3,160})$/isu,
  )?.groups;
  const who = mentions[0];
  if (told?.what === undefined || who === undefined || who.start > 6 || told.what.includes('\ue000')) return [];
  if (
    !/^(?:s?he(?:'s|s)?|they(?:'re|re)?)\b/i.test(told.what) ||
    (/\bsaid\b/i.test(body) && /\b(?:i|i'm|me|my|you)\b/i.test(told.what))
  )
    return [];
  const subject = resolver.resolve(who.subject);
  const verb = /confided|told/i.test(body) ? 'told you' : /admitted|confessed/i.test(body) ? 'admitted' : 'said';
  return [
    {
      subject,
      slot: 'fact',
      value: told.what.trim(),
      quote,
      time,
      kind: 'person',
      text: `${whoIs(subject)} ${verb} ${turned(told.what.replace(/[\s.!?]+$/, ''))}.`,
      confidence: 0.8,
      importance: 0.6,
    },
  ];
};

/** "Married to Tom", "dating Sam", "engaged to Ana": a partner by the verb. */
const partners: SpecialRule = ({ body, quote, parsed }) => {
  if (parsed === null || parsed.negated || (parsed.form !== 'self' && parsed.form !== 'implied')) return [];
  const match = body.match(
    /\b(?<how>married to|engaged to|dating|seeing|going out with|in a relationship with)\s+(?=\p{Lu})/iu,
  );
  if (match?.groups?.how === undefined) return [];
  const tokens = tokensOf(body);
  const index = tokens.findIndex(({ start }) => start >= (match.index ?? 0) + match[0].length);
  const name = nameAt({ text: body, tokens, used: new Set(), isShouting: false }, index, 'alone');
  const how = match.groups.how.toLowerCase();
  if (name === null || (how === 'seeing' && !/^\s*(?:$|for|now|since|,)/.test(body.slice(name.end)))) return [];
  return [
    {
      subject: subjectFor(how === 'married to' ? 'spouse' : how === 'engaged to' ? 'fiancé' : 'partner', name.name),
      slot: 'is',
      value: null,
      quote,
      confidence: 0.8,
    },
  ];
};

/** "The baby's due on 14 February". */
const dueDates: SpecialRule = ({ body, quote, time }) => {
  if (
    time === null ||
    !/^(?:the|our|my|baby|little one|bump) ?(?:baby|little one|bump|twins)?(?:'s|s| is| are)? due\b/i.test(body)
  )
    return [];
  return [{ subject: SELF, slot: 'due', value: time.words.replace(/^on /i, ''), quote, time }];
};

/** "Three siblings: Amara is the oldest, then me": a head that says who the names after it are. */
export function headRelation(body: string): { readonly relation: string; readonly count: string | null } | null {
  const match = body.match(
    /^(?:i have |i've got |we have |got |we'?re |my |our )?(?:(?<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) )?(?<who>[\p{L}-]+)(?: (?:are|is))?\s*(?::|—|–|\s-\s)\s*(?=\S)/iu,
  )?.groups;
  const relation = match?.who === undefined ? null : relationOf(match.who);
  return relation === null || !relation.isPlural ? null : { relation: relation.relation, count: match?.count ?? null };
}

/** "Amara is the oldest": what sets apart one of those a head announced. */
export function apartIn(text: string, name: string): string | null {
  const at = text.indexOf(name);
  if (at === -1) return null;
  return (
    text
      .slice(at + name.length, at + name.length + 50)
      .match(
        /^\s*(?:,|\(|is|'s|=)\s*(?<apart>(?:the |my )?(?:(?:oldest|eldest|youngest|middle|baby)(?: (?:one|child|of us))?)|\d{1,2})(?![\p{L}\d])/iu,
      )?.groups?.apart ?? null
  );
}

/** Rules on who is in their life, what they are called and how things stand with them, in the order they are asked. */
export const PEOPLE_RULES: readonly SpecialRule[] = [
  counts,
  newcomers,
  namings,
  christenings,
  conflicts,
  deaths,
  confidences,
  partners,
  dueDates,
];
