import { GIVEN_NAMES } from '../../understanding/name-words.ts';
import { SELF, type Subject } from '../fact.ts';
import type { Draft } from './draft.ts';
import { isPet, relationOf } from './relations.ts';
import { namesIn } from './special-happenings.ts';
import { subjectFor } from './tokens.ts';
import { capital, type SpecialRule } from './whole-clause.ts';

/** Above it nobody is introduced as somebody's child by name and age alone. */
const GROWN_UP = 18;

/** "Ana (7) and Leo (4)": two or more by name and age, of whom nothing else is said, are the person's children. */
const childrenByAge: SpecialRule = ({ body, quote, mentions, resolver }) => {
  const listed = [
    ...body.matchAll(
      /(?<name>\p{Lu}[\p{L}'-]{1,20}),? ?\((?:aged? )?(?<age>\d{1,2})(?: ?(?:yrs?|years?|yo|y\/o)(?: old)?)?\)/gu,
    ),
  ];
  const isFamily = listed.length > 1 && listed.every(({ groups }) => Number(groups?.age) < GROWN_UP);
  const knownAs = (name: string | undefined): Subject | undefined =>
    mentions.find(({ subject }) => subject.name === name && subject.relation !== null)?.subject ??
    resolver.named(name ?? '').find(({ relation }) => relation !== null);
  // "My nieces Ana (7) and Leo (4)": what the first of a row is, all are.
  const row = listed.map(({ groups }) => knownAs(groups?.name)?.relation).find((relation) => relation != null);
  return listed.flatMap(({ groups }): Draft[] => {
    const { name = '', age = '' } = groups ?? {};
    const known = knownAs(name);
    const other = mentions.some(({ subject }) => subject.relation !== null && !isPet(subject.relation));
    const relation = row ?? (isFamily && !other ? 'child' : null);
    const subject = known ?? (relation === null ? null : subjectFor(relation, name));
    if (subject === null) return [];
    return [
      ...(known === undefined ? [{ subject, slot: 'is', value: null, quote, confidence: 0.65 }] : []),
      { subject, slot: 'age', value: age, quote, confidence: 0.75 },
    ];
  });
};

const NAMES = "\\p{Lu}[\\p{L}'-]{1,20}(?:(?:,? and |, | & )\\p{Lu}[\\p{L}'-]{1,20}){0,5}";
const BOYS_AND_GIRLS = new RegExp(
  `(?:^|[,.:;]\\s|\\b(?:have|got|mum|mom|dad|mother|father|parent|of|to|with|raising|and|are|my|our)\\s)(?:two|three|four|five|\\d|a|one|my|our)\\s(?:little |big |teenage |gorgeous |lovely |wild )?(?<who>boys?|girls?)(?: called| named| are|:|,| -| –| —| \\()\\s?(?<names>${NAMES})`,
  'gu',
);

/** "Two boys, Juma and Otieno": somebody's boys and girls, by name, are sons and daughters. */
const boysAndGirls: SpecialRule = ({ body, quote }) =>
  [...body.matchAll(BOYS_AND_GIRLS)].flatMap(({ groups }) =>
    namesIn(groups?.names ?? '').map(
      (name): Draft => ({
        subject: subjectFor(/^boy/.test(groups?.who ?? '') ? 'son' : 'daughter', name),
        slot: 'is',
        value: null,
        quote,
        confidence: 0.75,
      }),
    ),
  );

/** "My neighbour and my dentist are both called Paul": two of one name. */
const namesakes: SpecialRule = ({ body, quote }) => {
  const found = body.match(
    /\b(?:[Mm]y|[Oo]ur) (?<one>[\p{L}-]+(?: [\p{L}-]+)?) and (?:my |our |his |her )?(?<other>[\p{L}-]+(?: [\p{L}-]+)?) are both (?:called |named )?(?<name>\p{Lu}[\p{L}'-]{1,20})/u,
  )?.groups;
  return [found?.one, found?.other].flatMap((words): Draft[] => {
    const relation =
      words === undefined
        ? null
        : (relationOf(words.replaceAll(' ', '-')) ?? relationOf(words.split(' ').at(-1) ?? ''));
    return relation === null
      ? []
      : [{ subject: subjectFor(relation.relation, found?.name ?? null), slot: 'is', value: null, quote }];
  });
};

const NEXT_DOOR = new RegExp(
  `(?:next[ -]door|upstairs|downstairs|across the (?:road|street|hall|landing)|over the road)(?: neighbou?rs?)?(?: is| are|'s|,| -| –|:)(?: called| named)?\\s(?<names>${NAMES})`,
  'u',
);

/** "The new people next door are Hugo and Bea": neighbours, by where they live. */
const nextDoor: SpecialRule = ({ body, quote }) =>
  namesIn(body.match(NEXT_DOOR)?.groups?.names ?? '').map((name) => ({
    subject: subjectFor('neighbour', name),
    slot: 'is',
    value: null,
    quote,
    confidence: 0.75,
  }));

/** "My rabbit Clover … her sister Bramble": an animal's kin is an animal of its kind. */
const kinOfPets: SpecialRule = ({ body, quote, resolver }) => {
  const found = body.match(
    /(?:^|[\s,])(?<who>his|her|their|its)\s+(?:(?:twin|little|big|baby|older|younger|half)\s+)?(?:sister|brother|mum|mom|mother|dad|father|son|daughter|sibling|twin|litter-?mate|companion|friend|pal|buddy|mate)(?:\s+(?:is\s+)?(?:called|named))?,?\s+(?<name>\p{Lu}[\p{L}'-]{1,20})/u,
  )?.groups;
  if (found?.name === undefined) return [];
  const last = resolver.last(found.who ?? 'their');
  return last === null || !isPet(last.relation)
    ? []
    : [
        {
          subject: subjectFor(last.relation, found.name.replace(/'s$/, '')),
          slot: 'is',
          value: null,
          quote,
          confidence: 0.75,
        },
      ];
};

/** "Been with Sam nine years", "Priya and I have been together since school": a partner by the time together. */
const partnersByTime: SpecialRule = ({ body, quote, parsed }) => {
  if (parsed === null || parsed.negated) return [];
  const name =
    body.match(
      /\b(?:[Bb]een|[Tt]ogether) with (?<name>\p{Lu}[\p{L}'-]{1,20}) (?:for |since |now |almost |nearly |over |about )*(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|forever|ages|years|school|uni|college|19|20|last|january|february|march|april|may|june|july|august|september|october|november|december)/u,
    )?.groups?.name ??
    body.match(/^(?<name>\p{Lu}[\p{L}'-]{1,20}) and (?:i|I|me)(?:'ve)? (?:have |are )?(?:been |got |both )?together\b/u)
      ?.groups?.name ??
    body.match(/^(?:me|I) and (?<name>\p{Lu}[\p{L}'-]{1,20})(?:'ve)? (?:have |are )?(?:been |got )?together\b/u)?.groups
      ?.name;
  return name === undefined || !GIVEN_NAMES.has(name.toLowerCase())
    ? []
    : [{ subject: subjectFor('partner', name), slot: 'is', value: null, quote, confidence: 0.75 }];
};

const PLACE = "\\p{Lu}[\\p{L}'-]+(?: (?:\\p{Lu}[\\p{L}'-]+|of|on|upon|de|la|el)){0,3}";

/** "Cardiff is home now", "home is Porto these days": where somebody lives, by the word for it. */
const homes: SpecialRule = ({ body, quote }) => {
  const value =
    body.match(
      new RegExp(
        `^(?<place>${PLACE})(?:'s| is|'s now| is now| has become| feels like) (?:my |our )?(?:new )?home\\b(?! (?:town|country|sick|work))`,
        'u',
      ),
    )?.groups?.place ??
    body.match(
      new RegExp(
        `^(?:(?:so|now|and) )?(?:[Hh]ome|[Mm]y (?:new )?home|[Oo]ur (?:new )?home)(?:'s| is| is now| for now is) (?:now |currently |in )?(?<place>${PLACE})(?=$|[\\s.,!])`,
        'u',
      ),
    )?.groups?.place;
  return value === undefined || GIVEN_NAMES.has(value.toLowerCase())
    ? []
    : [{ subject: SELF, slot: 'lives-in', value, quote, confidence: 0.8, text: `You live in ${capital(value)}.` }];
};

/** Rules on kin by age, by an animal's kin, by time together, and on homes. */
export const KIN_RULES: readonly SpecialRule[] = [
  childrenByAge,
  boysAndGirls,
  namesakes,
  nextDoor,
  kinOfPets,
  partnersByTime,
  homes,
];
