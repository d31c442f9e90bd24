import { turned } from '../../understanding/gist.ts';
import { SELF } from '../fact.ts';
import { whoIs } from '../slots.ts';
import type { Draft } from './draft.ts';
import { awaited } from './happenings.ts';
import { MEDICINE } from './health-words.ts';
import { isOccupation, occupationIn } from './occupations.ts';
import { COLOURS, nounOfThing, trimmed } from './values.ts';
import { asRecent, capital, type SpecialRule } from './whole-clause.ts';

/** "Bought a second hand Yaris", "my Corolla finally died": a thing worth a name of its own. */
const things: SpecialRule = ({ body, quote, parsed, time }) => {
  if (parsed === null || parsed.negated || parsed.form === 'other') return [];
  const bought = body.match(
    /\b(?:bought|drive|driving|ride|got|have|own|picked up|purchased|treated myself to|leased|leasing|inherited|restoring)(?: myself)?\s+(?<value>(?:an?|my first|our first|another|a new|the)\s+[^,;.!?()\n]{2,50})/iu,
  )?.groups?.value;
  // A car on loan is nobody's own.
  const isLent = /\b(?:loan(?:er)?|hire|hired|rental|rented|courtesy|borrowed)\b/i.test(bought ?? '');
  const value =
    bought === undefined || isLent ? null : trimmed(bought.replace(/\b(?:called|named)\b.*$/i, ''), 'thing');
  const noun = value === null ? null : nounOfThing(value);
  const name = body.match(/\b(?:called|named)\s+(?<name>\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)?)/u)?.groups?.name;
  if (value !== null && noun !== null)
    return [
      ...(name === undefined ? [] : [{ subject: SELF, slot: `named:${noun}`, value: name, quote }]),
      {
        subject: SELF,
        slot: `owns:${noun}`,
        value: value.replace(/^(?:an?|the|my first|our first|another)\s+/i, ''),
        quote,
        time,
      },
    ];
  const mine = body
    .match(
      /^(?:[Mm]y|[Oo]ur)\s+(?:(?:new|old|trusty|beloved|little|poor|second[- ]hand|beat[- ]up)\s+)*(?<value>(?:\p{Lu}[\p{L}\d]*\s?){1,3}|[\p{L}]+)/u,
    )
    ?.groups?.value?.trim();
  const own = mine === undefined ? null : nounOfThing(mine);
  if (mine === undefined || own === null) return [];
  const drafts: Draft[] = [];
  if (/^\p{Lu}/u.test(mine) && own === 'car')
    drafts.push({ subject: SELF, slot: 'owns:car', value: mine, quote, confidence: 0.75 });
  const called = body.match(
    /(?:is called|is named|'s called|called|named|name is|'s name is)\s+(?<name>\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)?)/u,
  )?.groups?.name;
  if (called !== undefined) drafts.push({ subject: SELF, slot: `named:${own}`, value: called, quote });
  return drafts;
};

/** "It's yellow", right after a thing. */
const colours: SpecialRule = ({ body, quote, here }) => {
  const colour = body.match(
    new RegExp(
      `^(?:it'?s|its|it is|she'?s|he'?s)\\s+(?:bright |dark |light |pale |baby )?(?<value>${COLOURS})\\b`,
      'i',
    ),
  )?.groups?.value;
  const thing = here.findLast(({ slot }) => slot.startsWith('owns:'));
  if (colour === undefined || thing === undefined) return [];
  return [
    {
      subject: SELF,
      slot: 'fact',
      value: body,
      quote,
      kind: 'possession',
      text: `Your ${thing.slot.slice(5)} is ${colour}.`,
      confidence: 0.75,
    },
  ];
};

const FAVOURITE_IS =
  /(?:^|\b(?:my|all[- ]time|absolute|his|her|their|'s|current)\s+)(?:all[- ]time\s+|absolute\s+|current\s+)*fav(?:e|s|ou?rite|ourit|orit|ouri?te)?\s+(?<part>(?!(?:one|ones|thing|things|is)\b)\p{L}+(?: (?!of\b)\p{L}+)?)(?:\s+(?:ever|of (?:all time|theirs|his|hers|mine|the moment)|in the world|rn|right now|at the moment))?\s*(?::|=|-|–|—|\bis\b|'s\b|\bare\b|\bhas to be\b|\bhas always been\b|\bwould be\b|\bgotta be\b)\s*(?:probably |definitely |still |always |easily |the |def )?(?<value>[^,;.!?\n]{1,60})/iu;

/** "Fav film ever: Spirited Away", "my sister's favourite colour is green", "Up is my favourite film". */
const favourites: SpecialRule = ({ body, quote, parsed }) => {
  const drafts: Draft[] = [];
  const subject = parsed?.form === 'other' ? parsed.subject : SELF;
  // "Favourite band is Khruangbin, favourite song of theirs is White Gloves": each is said by itself.
  for (const piece of body.split(/(?:,|;| and)\s+(?=(?:and |my )*fav(?:e|s|ou?rite)?\b)/i)) {
    const forward = piece.match(FAVOURITE_IS)?.groups;
    const value = forward?.value === undefined ? null : trimmed(forward.value, 'words');
    if (forward?.part !== undefined && value !== null)
      drafts.push({ subject, slot: `favourite:${partOf(forward.part)}`, value, quote });
  }
  if (drafts.length > 0) return drafts;
  const backward = body.match(
    /^(?<value>[^,;.!?\n]{2,50}?)\s+(?:is|are|'s|has always been|will always be)\s+(?:still |probably |definitely |easily )?my\s+(?:all[- ]time\s+|absolute\s+)*fav(?:e|ou?rite)\s+(?<part>\p{L}+(?: \p{L}+)?)/iu,
  )?.groups;
  if (
    backward?.part !== undefined &&
    backward.value !== undefined &&
    !/^(?:it|this|that|she|he|you|they|these|those|which|what|who)\b/i.test(backward.value)
  ) {
    drafts.push({ subject: SELF, slot: `favourite:${partOf(backward.part)}`, value: backward.value.trim(), quote });
  }
  return drafts;
};

const SAME_PART: Readonly<Record<string, string>> = {
  movie: 'film',
  movies: 'film',
  films: 'film',
  color: 'colour',
  colors: 'colour',
  writer: 'author',
  dish: 'food',
  meal: 'food',
  tv: 'show',
  series: 'show',
  'tv show': 'show',
  group: 'band',
  musician: 'artist',
  singer: 'singer',
};

function partOf(part: string): string {
  const words = part.toLowerCase().replace(/\s+(?:ever|is|of|to|right|rn|at)$/, '');
  return Object.hasOwn(SAME_PART, words) ? (SAME_PART[words] ?? words) : words;
}

const MONEY =
  '(?:[$£€₹]\\s?\\d[\\d,.]*k?|\\d[\\d,.]*k?(?:\\s?(?:euros?|dollars?|pounds|quid|bucks|rupees|grand|€|£|\\$))?)';

/** "I've got 800 so far", "up to 1,450!": where a goal of money is known. */
const savings: SpecialRule = ({ body, quote, recent, here }) => {
  const amount = body.match(
    new RegExp(
      `\\b(?:(?:got|saved|have|put (?:away|aside)|stashed)(?: up)?\\s+(?<one>${MONEY})(?=\\s*(?:so far|already|saved|now|up|$|[.!,]|put|in the))|(?:up to|at|now at|hit|reached|on|made it to|passed)\\s+(?<two>${MONEY})(?=\\s*(?:now|so far|already|saved|$|[.!,])))`,
      'iu',
    ),
  )?.groups;
  const value = (amount?.one ?? amount?.two)?.replace(/[.,]$/, '');
  if (value === undefined) return [];
  const isSaying =
    /\b(?:saved|so far|put away|put aside)\b/i.test(body) &&
    /[$£€₹]|\d{3}|euro|pound|dollar|quid|grand|\dk/i.test(value);
  const hasGoal =
    awaited(
      [...recent, ...here.map(asRecent)],
      /\bsav(?:e|ing|ed)\b|[$£€₹]|\b(?:euros?|pounds|dollars|quid|deposit)\b/i,
    ) !== null || recent.some(({ slot }) => slot === 'saved');
  return (isSaying || hasGoal) && /\d{2}|\dk/i.test(value) ? [{ subject: SELF, slot: 'saved', value, quote }] : [];
};

/** "Coffee gives me the jitters", "dairy makes me ill". */
const upsets: SpecialRule = ({ body, quote }) => {
  const match = body.match(
    /(?:^|,\s)(?<value>[\p{L}][^,;.!?]{1,40}?)\s+(?:always |really |just |literally )?(?:gives? me (?:the |a |an |really |terrible |awful |bad )*(?:jitters|migraines?|headaches?|hives|rash|heartburn|anxiety|acne|stomach ache|stomachache|cramps|reflux|palpitations|nightmares|ick)|makes? me (?:really |so |very |feel )*(?:ill|sick|queasy|nauseous|itch|itchy|break out|sneeze|bloated|jittery|anxious|gag|throw up|vomit)|messes? (?:me|my stomach) up|upsets? my (?:stomach|tummy)|triggers? my \p{L}+|doesn'?t agree with me|keeps? me (?:up|awake)|makes? my (?:heart race|skin (?:itch|crawl|break out|flare)|stomach (?:hurt|ache|turn)|head (?:hurt|spin|ache)|throat (?:itch|swell|close)|eyes (?:water|itch)|nose run))/iu,
  )?.groups?.value;
  if (
    match === undefined ||
    /^(?:it|that|this|he|she|they|which|what|my |work|people|life|everything|the (?:thought|idea)|you|thinking)\b/i.test(
      match,
    )
  )
    return [];
  return [
    {
      subject: SELF,
      slot: 'avoids',
      value: match.trim(),
      quote,
      text: `${capital(turned(body.replace(/[\s.!?]+$/, '')))}.`,
    },
  ];
};

/** "I don't drink", "my dad doesn't eat pork": what somebody leaves. */
const abstentions: SpecialRule = ({ body, quote, parsed }) => {
  if (parsed === null || !parsed.negated || parsed.ended || (parsed.form !== 'self' && parsed.form !== 'other'))
    return [];
  const what = parsed.rest.match(
    /^(?:(?:eat|drink|use|wear|touch)s? (?<value>(?:any )?[\p{L}-]+(?: [\p{L}-]+)?)|(?<bare>drink|smoke|drive|vape|gamble|swim|cook|fly))(?=$|[\s.!,;]*(?:$|,|and\b|or\b|so\b|because\b|at all|though))/iu,
  )?.groups;
  const value = what?.value === undefined ? what?.bare : trimmed(what.value.replace(/^any /i, ''), 'thing');
  if (
    value === undefined ||
    value === null ||
    /^(?:it|that|this|much|enough|well|anything|like|to|at|in|a lot|too)\b/i.test(value)
  )
    return [];
  const said = turned(body.replace(/[\s.!?]+$/, ''));
  return [
    {
      subject: parsed.subject,
      slot: 'avoids',
      value,
      quote,
      text: /^(?:he|she|they)\b/i.test(said)
        ? `${whoIs(parsed.subject)} doesn't ${parsed.rest.replace(/[\s.!?]+$/, '')}.`
        : `${capital(said)}.`,
    },
  ];
};

/** "The doctor put me on metformin": what somebody else has the person take. */
const prescriptions: SpecialRule = ({ body, quote }) => {
  const value = body.match(PRESCRIBED)?.groups?.value;
  return value === undefined ? [] : [{ subject: SELF, slot: 'medicine', value, quote }];
};

const PRESCRIBED = new RegExp(
  `\\b(?:put me (?:back )?on|prescribed(?: me)?|started me on|switched me to|moved me (?:on )?to|has me on|got me on|(?:upped|increased|raised|lowered|reduced|doubled|halved|changed) my(?: dose of| dosage of)?)\\s+(?:[\\d.]+ ?m[cg]g? (?:of )?)?(?<value>${MEDICINE.source})(?![\\p{L}])`,
  'iu',
);

/** "Hate my job at Lidl": an employer in passing. A job that is over is none. */
const employers: SpecialRule = ({ body, quote, parsed }) => {
  const value = body.match(
    /\bmy (?:new |current |day |dream )?(?:job|role|position|work|internship|apprenticeship) (?:at|with) (?<firm>(?:the )?\p{Lu}[\p{L}\d&'.-]*(?: \p{Lu}[\p{L}\d&'.-]*){0,3})/u,
  )?.groups?.firm;
  const isOver =
    parsed?.negated === true ||
    /\b(?:old|last|former|previous|ex|quit|lost|left|leaving|starts?|starting|interview)\b/i.test(body);
  return value === undefined || isOver ? [] : [{ subject: SELF, slot: 'employer', value, quote, confidence: 0.75 }];
};

/** "Moved to the night team at the warehouse": where somebody works, by the team they are in there. */
const teams: SpecialRule = ({ body, quote, parsed }) => {
  if (parsed === null || (parsed.form !== 'self' && parsed.form !== 'implied') || parsed.negated) return [];
  const firm = body.match(
    /\b(?:night|day|early|late|sales|support|design|marketing|kitchen|security|admin|front|reception|new)?[ -]?(?:team|shifts?|crew|desk|tills?|ward|department|rota) (?:at|in|for) (?<firm>(?:the |an? )?[\p{L}][\p{L}&'-]*(?: \p{Lu}[\p{L}&'-]*){0,3})/iu,
  )?.groups?.firm;
  return firm === undefined ||
    !/\b(?:got|been|moved|put|switched|on|joined|working|started|doing|i'm|am)\b/i.test(body) ||
    /\b(?:uni|school|college)\b/i.test(firm)
    ? []
    : [{ subject: SELF, slot: 'employer', value: firm, quote, confidence: 0.65 }];
};

/** "First week as head chef at The Larder": a job by the time spent in it. */
const stints: SpecialRule = ({ body, quote, parsed }) => {
  if (parsed?.form === 'other' || parsed?.negated === true || /\b(?:last|final|old|former|ex)\b/i.test(body)) return [];
  const found = body.match(
    /(?:^|\b(?:first|second|third|another|new|one|two|three|\d+)(?: \p{L}+)? )(?:days?|weeks?|months?|years?|shifts?) (?:in )?(?:as (?:an? |the |their |our )?(?<job>[\p{L} -]{3,40}?)(?=$|[,.!;]| at | in | with | for | done| down| and | so )(?: (?:at|with|for) )?)?(?:at )?(?<firm>(?:[Tt]he )?\p{Lu}[\p{L}\d&'.-]*(?: (?:& )?\p{Lu}[\p{L}\d&'.-]*){0,3})?/u,
  );
  const { job, firm } = found?.groups ?? {};
  const isJob = job !== undefined && isOccupation(job);
  const isFirm =
    firm !== undefined &&
    (isJob || new RegExp(`\\bat ${firm.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(body)) &&
    !/\b(?:school|uni|university|college|nursery)\b/i.test(body);
  return [
    ...(isJob ? [{ subject: SELF, slot: 'job', value: occupationIn(job), quote, confidence: 0.75 }] : []),
    ...(isFirm ? [{ subject: SELF, slot: 'employer', value: firm, quote, confidence: 0.7 }] : []),
  ];
};

/** "My pronouns are she/her", "I go by they/them". */
const pronouns: SpecialRule = ({ body, quote, parsed }) => {
  const value = body.match(
    /\b(?:pronouns? ?(?:are|is|:)|go by|goes by|use|uses)\s+(?<value>(?:she|he|they|xe|ze|it|any)(?:\s?\/\s?(?:her|him|them|they|she|he|hers|his|theirs|xem|zir|its)){1,2})(?![\p{L}])/iu,
  )?.groups?.value;
  const subject = parsed?.form === 'other' && !/^(?:she|he|they)\//i.test(body) ? parsed.subject : SELF;
  const bare =
    parsed === null || parsed.form !== 'other' || /^(?:she|he|they)\//i.test(body)
      ? body.match(/(?:^|,\s*|\s)(?<value>(?:she|he|they)\/(?:her|him|them|they|she|he)(?:\/\p{L}+)?)(?=$|[\s,.!)])/iu)
          ?.groups?.value
      : undefined;
  const said = value ?? bare;
  return said === undefined ? [] : [{ subject, slot: 'pronouns', value: said, quote }];
};

/** Rules on what they have, like, leave and save, in the order they are asked. */
export const THING_RULES: readonly SpecialRule[] = [
  things,
  colours,
  favourites,
  savings,
  upsets,
  abstentions,
  prescriptions,
  employers,
  stints,
  teams,
  pronouns,
];
