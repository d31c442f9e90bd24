import type { Fact, Statement, Subject } from '../fact.ts';
import { SELF } from '../fact.ts';
import { mentionedIn } from './people.ts';
import { genderOf } from './relations.ts';
import { comparableName, type Mentioned } from './tokens.ts';

/** Whom a person has only one of: "my mum" is always the same. Of sisters and dogs, the one that is known when it is the only one. */
const ONE_OF: ReadonlySet<string> = new Set(
  'mother father husband wife partner fiancé fiancée boyfriend girlfriend boss manager supervisor landlord therapist flatmate roommate housemate stepmother stepfather mother-in-law father-in-law best\u0020friend sister brother son daughter baby child dog cat rabbit hamster horse bird parrot grandmother grandfather twin ex'.split(
    ' ',
  ),
);

/** Reads who is meant, from what is known, what the conversation said before and what this message has said so far. */
export class Resolver {
  /** Everyone with a name or a relation, as far as known, the latest last. */
  readonly #subjects = new Map<string, Subject>();
  #last: Subject | null = null;
  #lastName: string | null = null;

  constructor(known: readonly Fact[]) {
    const oldestFirst = [...known].sort((one, other) => one.saidAt.getTime() - other.saidAt.getTime());
    for (const fact of oldestFirst) {
      if (fact.subject.key !== 'self' && fact.status === 'active') this.#subjects.set(fact.subject.key, fact.subject);
    }
  }

  /** Whom "she" and "he" stand for: the latest mentioned in this conversation; null when nobody fits. */
  last(pronoun: string): Subject | null {
    const gender =
      pronoun === 'she' || pronoun === 'her'
        ? 'she'
        : pronoun === 'he' || pronoun === 'him' || pronoun === 'his'
          ? 'he'
          : null;
    const last = this.#last;
    if (last === null || last.key.startsWith('group:')) return null;
    const own = genderOf(last.relation);
    if (gender !== null && own !== null && own !== gender) {
      return this.#recent.findLast((subject) => genderOf(subject.relation) === gender) ?? null;
    }
    return last;
  }

  /** The name said last, for "so is my flatmate". */
  get lastName(): string | null {
    return this.#lastName;
  }

  readonly #recent: Subject[] = [];

  /** The subject as it is known: a name with its relation, a relation with its name, unless two could be meant. */
  resolve(subject: Subject): Subject {
    if (subject.key === 'self') return subject;
    if (subject.name !== null && subject.relation === null) {
      const named = this.named(subject.name);
      return named.length === 1 && named[0] !== undefined ? named[0] : subject;
    }
    if (subject.name === null && subject.relation !== null) {
      const related = [...this.#subjects.values()].filter(
        ({ relation, name }) => relation === subject.relation && name !== null,
      );
      const only = related.length === 1 ? related[0] : undefined;
      return only !== undefined && ONE_OF.has(subject.relation) ? only : subject;
    }
    return subject;
  }

  /** Everyone known by that name. */
  named(name: string): Subject[] {
    const folded = comparableName(name);
    const all = [...this.#subjects.values()].filter(
      (subject) =>
        subject.name !== null && comparableName(subject.name) === folded && !subject.key.startsWith('group:'),
    );
    const related = all.filter(({ relation }) => relation !== null);
    return related.length > 0 ? related : all;
  }

  /** A group by its name ("book club"), as it is known. */
  group(name: string): Subject {
    const key = `group:${comparableName(name)}`;
    return this.#subjects.get(key) ?? { key, name, relation: null };
  }

  /** Takes note of someone this message mentioned. */
  note(subject: Subject): void {
    if (subject.key === 'self') return;
    this.#subjects.set(subject.key, subject);
    if (subject.key.startsWith('group:')) return;
    this.#last = subject;
    this.#recent.push(subject);
    if (subject.name !== null) this.#lastName = subject.name;
  }

  noteAll(statements: readonly Statement[]): void {
    for (const { subject } of statements) this.note(subject);
  }
}

/** A clause taken apart: of whom it speaks, and what is said of them. */
export interface Parsed {
  readonly subject: Subject;
  /** `self`: I, we. `other`: someone named or related. `implied`: no subject, which in talk means I. `possessed`: "mum's birthday". `thing`: anything else. */
  readonly form: 'self' | 'other' | 'implied' | 'thing';
  /** The verb that a contraction or a plain word gave: `be`, `have`, `will`, `was`; empty when the predicate brings its own. */
  readonly head: 'be' | 'was' | 'have' | 'had' | 'will' | 'of' | '';
  /** True after "not", "n't", "never", "no longer". */
  readonly negated: boolean;
  /** True after "no longer" or before "any more". */
  readonly ended: boolean;
  /** What is said: the clause from behind the subject and its auxiliary. */
  readonly rest: string;
}

const OPENERS =
  /^(?:(?:well|so|and|but|oh|ooh|ah|yeah|yes|yep|no|nope|nah|ok|okay|hey|hi|hello|also|plus|btw|fyi|psa|tbh|ngl|lol|haha|omg|wow|honestly|actually|basically|anyway|anyways|anyhow|turns out|turns out that|update|big news|good news|bad news|news|fun fact|random fact|random|guess what|for the record|just so you know|so you know|reminder|by the way|to be honest|not gonna lie|in fact|in case you(?:'re| are) wondering|before you ask|you know|i mean|i forgot to (?:say|mention|tell you)(?: that)?|did i mention(?: that)?|i should (?:say|mention)(?: that)?|i think(?: that)?|i guess(?: that)?|i believe(?: that)?|i suppose(?: that)?|(?:(?:the|my|our) )?(?:vet|doctor|doc|dr|gp|consultant|specialist|hospital|surgeon) (?:says|said|thinks|confirmed|reckons|told (?:me|us))(?: that)?|the thing is|thing is|it turns out(?: that)?|now|then|because|since|finally|sadly|unfortunately|luckily|thankfully|hmm+|ugh+|um+|uh+|please|jumbo|look|listen|right|sorry|first|second|yay|woo+|woohoo|argh|(?:please )?(?:remember|note|keep in mind|don'?t forget|save|know)(?: this| that)+(?=[ :,])|(?:please )?remember(?= (?:my|i|i'm)\b)|remember|pues|mira|oye|bueno|y|pero)(?:\s*[,:;!.–—-]+\s*|\s+)){1,5}/i;
/** How sure "I think" leaves a clause. */
const HEDGED = /^[^.]{0,30}\bi (?:think|guess|believe|suppose)\b/i;
const SELF_START =
  /^(?:(?:me and|my \p{L}+ and) (?:\p{L}+ )?|(?:\p{Lu}\p{L}+ and) )?(?:i|we|both of us|all of us)(?:\s+(?:both|all|just|also|really|still|actually|always|already|only|finally|currently|never|recently|kinda|sorta|literally|honestly|totally|absolutely|usually|mostly|mainly|now|even|probably|definitely))*(?<head>'m|'ve|'d|'ll|'re)?(?![\p{L}'])\s*/iu;
const BARE_SELF: readonly (readonly [RegExp, Parsed['head']])[] = [
  [/^(?:im|i m|i'am|iam|am)(?![p{L}'])\s*/i, 'be'],
  [/^ive(?![p{L}'])\s*/i, 'have'],
  [/^(?:weve)(?![p{L}'])\s*/i, 'have'],
];
const ADVERBS =
  '(?:just|also|really|still|actually|always|already|only|finally|currently|recently|kinda|sorta|literally|honestly|totally|absolutely|deathly|severely|usually|mostly|mainly|now|even|probably|definitely|newly|officially|nearly|almost|originally|like|so|very|super|pretty|quite|both|all|basically|technically|clinically|mildly|highly|terribly|badly)';
const AUXILIARY = new RegExp(
  `^(?:${ADVERBS}\\s+){0,3}(?:(?<be>am|is|are|'s|s|m|re|'re|'m|been|be|being|es|está|esta|hai|hain)|(?<was>was|were|wasn't|weren't|wasnt|werent|got|gets|been|have been|has been|'ve been|'s been)(?=\\s+(?:(?:just|recently|also|finally|never|not|only)\\s+)?(?:diagnosed|born|raised|laid|fired|let|made|hired|married|engaged|divorced|promoted|accepted|admitted|rejected|adopted|allergic|vegan|vegetarian|sober|single|pregnant|in|from|at|a|an|the|living|working|studying|dumped)\\b)|(?<have>have|has|'ve|ve|had|got|'s got|have got|has got|'ve got|tengo|tiene)|(?<will>will|'ll|ll|gonna|going to))(?![\\p{L}'])\\s*`,
  'iu',
);
const NEGATION =
  /^(?:(?:not|never|no longer|isn't|isnt|aren't|arent|ain't|aint|don't|dont|doesn't|doesnt|didn't|didnt|haven't|havent|hasn't|hasnt|won't|wont|cannot|wasn't|wasnt|weren't|do not|does not|did not|no)(?:\s+(?:really|actually|even|currently|have any|have|got|ever))?)(?![p{L}'])\s*/i;
const ANY_MORE = /\s*\b(?:any ?more|no more|any longer)\b/i;
/** After a name's 's: what shows that it stands for "is" or "has", not for a possession. */
const IS_NOT_POSSESSIVE =
  /^(?:(?:just|now|so|also|really|still|only|always|never|not|very|super|actually|already|finally|a|an|the|my|in|at|on|from|been|got|gonna|going|called|named|allergic|pregnant|vegan|vegetarian|moving|living|working|getting|coming|turning|lactose|gluten|diabetic|autistic|expecting|married|engaged|divorced|single|retired|studying|training|allergic|about|almost|nearly|dead|gone|sick|ill|fine|good|great|happy|sad|\d+)\b|\p{L}+ing\b)/iu;

/** The clause without what stands before the matter, and how much was cut. */
export function opened(text: string): { readonly text: string; readonly isHedged: boolean } {
  const cut = text.match(OPENERS)?.[0] ?? '';
  const rest = text.slice(cut.length);
  const isHedged = HEDGED.test(text.slice(0, 60));
  return /\p{L}|\d/u.test(rest) ? { text: rest, isHedged } : { text, isHedged };
}

/** "On Friday I …": a time before the subject. */
const LEADING_TIME =
  /^(?:on \p{L}+day(?: (?:morning|afternoon|evening|night))?|yesterday|today|tonight|tomorrow|last (?:night|week|month|year|weekend|\p{L}+day|summer|winter|spring|autumn)|this (?:morning|afternoon|evening|week|weekend|month|year|summer)|next (?:week|month|year|\p{L}+day)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4})|(?:two|three|four|five|a few|a couple of|\d+) (?:days|weeks|months|years) ago|a (?:week|month|year) ago|at the weekend|every (?:day|morning|night|week|\p{L}+day)|when i was (?:\d+|little|a kid|young),?)\s*,?\s+(?=(?:i|i'm|im|i've|we|we're|my|our|he|she|they|\p{Lu}\p{Ll}+)(?![\p{L}]))/iu;

/** Takes a clause apart; null when it says nothing of anyone. */
export function parse(text: string, resolver: Resolver): Parsed | null {
  const body = opened(text).text.replace(LEADING_TIME, '');
  const self = body.match(SELF_START);
  if (self !== null && self[0] !== '') {
    const head = headOf(self.groups?.head);
    return predicate({ subject: SELF, form: 'self', head }, body.slice(self[0].length));
  }
  for (const [pattern, head] of BARE_SELF) {
    const match = body.match(pattern);
    if (match !== null) return predicate({ subject: SELF, form: 'self', head }, body.slice(match[0].length));
  }
  // "Dele here, 41, dad of three": an introduction without a verb.
  const introduced = body.match(/^(?:it'?s )?\p{Lu}[\p{L}\p{M}'-]{1,25} here\s*[,.:–—-]\s*(?=\S)/u);
  if (introduced !== null)
    return predicate({ subject: SELF, form: 'self', head: 'be' }, body.slice(introduced[0].length));
  const pronoun = body.match(/^(?<who>he|she|they)(?<head>'s|s|'re|re|'ve|'d|'ll)?(?![\p{L}'])\s*/iu);
  if (pronoun !== null && pronoun.groups?.who !== undefined) {
    const subject = resolver.last(pronoun.groups.who.toLowerCase());
    if (subject === null) return null;
    return predicate({ subject, form: 'other', head: headOf(pronoun.groups.head) }, body.slice(pronoun[0].length));
  }
  const first = mentionedIn(body).find(({ start }) => start <= 4);
  if (first !== undefined && (first.start === 0 || /^(?:and|the|our)\s$/i.test(body.slice(0, first.start)))) {
    return parseOther(body, first, resolver);
  }
  const own = body.match(/^(?:my|our|mi|mera|meri)\s+/i);
  if (own !== null)
    return { subject: SELF, form: 'thing', head: 'of', negated: false, ended: false, rest: body.slice(own[0].length) };
  if (
    /^(?:it|this|that|the|there|these|those|you|your|his|her|their|everyone|everybody|nobody|people|who|someone|somebody)\b/i.test(
      body,
    )
  ) {
    return { subject: SELF, form: 'thing', head: '', negated: false, ended: false, rest: body };
  }
  return predicate({ subject: SELF, form: 'implied', head: '' }, body);
}

function parseOther(body: string, mention: Mentioned, resolver: Resolver): Parsed {
  const subject = resolver.resolve(mention.subject);
  let rest = body
    .slice(mention.end)
    .replace(/^\s*\)/, '')
    .replace(/^\s*\([^)]{0,60}\)/, '');
  const possessive = rest.match(/^(?:'s|')\s+/i);
  if (possessive !== null && !IS_NOT_POSSESSIVE.test(rest.slice(possessive[0].length))) {
    return { subject, form: 'other', head: 'of', negated: false, ended: false, rest: rest.slice(possessive[0].length) };
  }
  // "my sister Ana, who lives in York" and "Linda, my boss, is leaving" say the same as without the commas.
  rest = rest.replace(/^\s*,\s*(?:who\s+)?/, ' ').replace(/^\s+who\s+/, ' ');
  // "My mum and dad live in Leeds" is kept of the first named.
  const second = rest.match(/^\s*(?:and|&)\s+/i);
  const partner = second === null ? undefined : mentionedIn(rest.slice(second[0].length))[0];
  if (second !== null && partner !== undefined && partner.start === 0)
    rest = rest.slice(second[0].length + partner.end);
  return predicate({ subject, form: 'other', head: '' }, rest.trimStart());
}

/** What is said of a subject whose words are cut off already. */
export function predicate(start: Pick<Parsed, 'subject' | 'form' | 'head'>, text: string): Parsed {
  let rest = text.replace(new RegExp(`^(?:${ADVERBS}\\s+){0,3}(?=not\\b|n't)`, 'i'), '');
  let { head } = start;
  let negated = false;
  let ended = false;
  for (let step = 0; step < 3; step += 1) {
    const no = rest.match(NEGATION);
    if (no !== null) {
      // "no" alone before a clause is an answer, not a denial.
      negated = true;
      ended ||= /no longer/i.test(no[0]);
      if (/^(?:isn'?t|aren'?t|ain'?t)/i.test(no[0])) head = 'be';
      if (/^(?:wasn'?t|weren'?t)/i.test(no[0])) head = 'was';
      if (/have|got|^hasn|^haven/i.test(no[0])) head = 'have';
      rest = rest.slice(no[0].length);
      continue;
    }
    const auxiliary = head === '' || head === 'have' ? rest.match(AUXILIARY) : null;
    if (auxiliary === null || (head === 'have' && !/^(?:been|got)/i.test(auxiliary[0]))) break;
    const groups = auxiliary.groups ?? {};
    head =
      groups.be !== undefined
        ? 'be'
        : groups.was !== undefined
          ? 'was'
          : groups.have !== undefined
            ? /^had/i.test(groups.have)
              ? 'had'
              : 'have'
            : 'will';
    negated ||= /n'?t$/i.test(auxiliary[0].trim());
    rest = rest.slice(auxiliary[0].length);
  }
  if (ANY_MORE.test(rest) && negated) {
    ended = true;
    rest = rest.replace(ANY_MORE, '');
  }
  return { ...start, head, negated, ended, rest };
}

function headOf(contraction: string | undefined): Parsed['head'] {
  switch (contraction?.toLowerCase().replace("'", '')) {
    case 'm':
    case 's':
    case 're':
      return 'be';
    case 've':
      return 'have';
    case 'll':
      return 'will';
    case 'd':
      return 'had';
    default:
      return '';
  }
}
