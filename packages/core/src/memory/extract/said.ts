import { turned } from '../../understanding/gist.ts';
import type { Correction, StatedTime, Subject } from '../fact.ts';
import { SELF } from '../fact.ts';
import { slotOf, whoIs } from '../slots.ts';
import type { Draft } from './draft.ts';
import { FOREIGN_RULES } from './foreign.ts';
import { isOccupation, occupationIn } from './occupations.ts';
import { PREDICATES, type PredicateRule } from './predicates.ts';
import { type Parsed, predicate, type Resolver } from './subjects.ts';
import type { Mentioned } from './tokens.ts';
import { trimmed } from './values.ts';

/** Slots whose value a past tense makes history: "I worked at Tesco", "we used to live in Leeds". */
const STATES = new Set([
  'lives-in',
  'lives-with',
  'employer',
  'job',
  'workplace',
  'shift',
  'school',
  'studies',
  'relationship',
  'owns:car',
  'hobby',
  'likes',
  'dislikes',
  'diet',
  'member-of',
]);

export function predicatesIn(
  parsed: Parsed,
  body: string,
  quote: string,
  time: StatedTime | null,
): { drafts: Draft[]; corrections: Correction[] } {
  const drafts: Draft[] = [];
  const corrections: Correction[] = [];
  if (parsed.form === 'thing' || parsed.head === 'will' || parsed.head === 'of') return { drafts, corrections };
  const isFormer = /^used to\s+/i.test(parsed.rest);
  const rest = parsed.rest.replace(/^used to\s+/i, '');
  const parts = partsOf(parsed, rest);
  parts.forEach(({ text: part, parsed: said }, index) => {
    for (const rule of PREDICATES) {
      if (!rule.heads.includes(said.head) || (rule.selfOnly === true && said.subject.key !== 'self')) continue;
      for (const value of valuesOf(rule, part)) {
        const isPast =
          isFormer ||
          ((parsed.head === 'was' ||
            parsed.head === 'had' ||
            (said.head !== 'have' && /^(?:worked|lived|studied|loved|hated|liked|played|drove)\b/i.test(part))) &&
            STATES.has(rule.slot));
        addReading({ rule, value, parsed: said, body, quote, time, isPast, isFirst: index === 0 }, drafts, corrections);
      }
    }
  });
  return { drafts, corrections };
}

/** Verbs that go on about the same subject behind an "and". */
const GOES_ON =
  /\s+and\s+(?:i |we |also |just |now |then |still )?(?=(?:sing|sings|play|plays|live|lives|work|works|love|loves|hate|hates|like|likes|have|has|am|drive|drives|speak|speaks|study|studies|can't|cannot|moved|just moved|started|got|adore|prefer|don't|doesn't|take|takes|run|runs|teach|teaches|was|is|from|allergic|vegan|vegetarian|single|married|pregnant|living|working|studying)\b)/i;

/** "A nurse from Lahore living in Leicester", "play the cello and sing in a choir": what is said of one subject, piece by piece. */
function partsOf(parsed: Parsed, rest: string): { readonly text: string; readonly parsed: Parsed }[] {
  const pieces = rest.split(GOES_ON);
  return pieces.slice(0, 6).flatMap((piece, index) => {
    const start =
      index === 0 ? parsed : { ...predicate({ subject: parsed.subject, form: parsed.form, head: '' }, piece) };
    const isBare =
      index > 0 &&
      parsed.head === 'be' &&
      /^(?:an? |from|allergic|vegan|vegetarian|single|married|pregnant|living|working|studying)/i.test(piece);
    const said: Parsed = isBare
      ? { ...parsed, rest: piece, negated: false, ended: false }
      : index === 0
        ? { ...parsed, rest: piece }
        : start;
    if (said.head !== 'be') {
      const aside = said.rest.match(
        /,\s+(?<aside>(?:originally from|originally|from|living in|based in|born in|starting (?:over|again|afresh|fresh) in|settling in|settled in)\s+.{2,60})$/iu,
      )?.groups?.aside;
      const first = { text: said.rest, parsed: said };
      return aside === undefined
        ? [first]
        : [first, { text: aside, parsed: { ...said, head: 'be', negated: false, ended: false } }];
    }
    const chunks = said.rest.split(
      /,\s+(?:and\s+)?|\s+and\s+|(?<!\b(?:in|back|over|up|down|home|away|far|moved|move|\p{L}+ing))\s+(?=(?:originally )?from \p{Lu})|\s+(?=living in |based in |working (?:at|for|as) )/u,
    );
    return [
      said.rest,
      ...chunks.flatMap((chunk) => homeBehind(chunk)),
      ...chunks
        .slice(1)
        .map((chunk) =>
          chunk
            .replace(/^(?:(?:but|and|now|then|currently|i'm|im|i am)\s+){1,3}/i, '')
            .replace(/^\p{L}+ing (?=in \p{Lu})/u, ''),
        ),
    ]
      .slice(0, 8)
      .map((text) => ({ text, parsed: said }));
  });
}

/** "A nurse in Galway", "dad of three in Bradford": who somebody is, and behind it where. */
function homeBehind(chunk: string): string[] {
  const groups = chunk.match(/^(?<who>[^,;.!?]{3,40}?) (?<home>in \p{Lu}\p{L}.{1,40})$/u)?.groups;
  if (groups?.who === undefined || groups.home === undefined) return [];
  const isWho =
    isOccupation(groups.who.replace(/^(?:retired|former|trainee|junior|senior|newly qualified) /i, '')) ||
    /^(?:an? |the )?(?:single |proud |busy )?(?:mum|mom|dad|mother|father|parent|nan|gran|grandma|grandad) (?:of|to) \p{L}+$|\bstudent$|^retired$/iu.test(
      groups.who,
    );
  return isWho ? [groups.home] : [];
}

function valuesOf(rule: PredicateRule, part: string): string[] {
  const match = part.match(rule.pattern);
  if (match === null) return [];
  if (rule.as === 'fixed') return [match.groups?.value ?? rule.fixed ?? ''];
  const raw = match.groups?.value ?? '';
  if (rule.as === 'number') return rule.when?.(raw) === false ? [] : [raw];
  if (rule.as === 'job') {
    const value = occupationIn(trimmed(raw, 'words') ?? '');
    return value === '' || rule.when?.(raw) === false || value.split(' ').length > 6 ? [] : [value];
  }
  const pieces = rule.as === 'list' ? listed(raw) : [raw];
  return pieces.flatMap((piece) => {
    const value = trimmed(
      rule.as === 'firm'
        ? piece.replace(/\s+(?:in (?=\p{Lu})|as (?:an?|the)\b|on (?:the )?(?:night|day|week)|from \d).*$/u, '')
        : piece,
      rule.as === 'place' ? 'place' : rule.as === 'words' ? 'words' : 'thing',
    );
    return value === null || rule.when?.(value) === false ? [] : [value];
  });
}

/** "Peanuts, shellfish and kiwi" are three; what follows a list ("…, so no cake") is none of it. */
function listed(raw: string): string[] {
  const first =
    raw.split(/\s+(?:but|because|so|when|while|since|and (?:i|my|it|he|she|we|they|hate|love|can't|don't))\b/i)[0] ??
    raw;
  const parts = first
    .split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|&|or|y|et|und|aur)\s+/i)
    .map((part) => part.trim().replace(/^(?:both|either|all kinds of|a bit of|a little|some)\s+/i, ''))
    .filter((part) => part !== '');
  const [head] = parts;
  if (head === undefined) return [];
  // A long first piece is a clause, not the head of a list.
  if (head.split(' ').length > 5) return [first];
  const end = parts.findIndex(
    (part, index) =>
      index > 0 &&
      (part.split(' ').length > 4 ||
        /^(?:i|he|she|it|we|they|so|but|like|she's|he's|it's|which|not|no|lol|tbh|haha|especially|really|thanks|please|my|that|this|just|ugh|what|how|tastes?|smells?|makes?|gives?|reminds?|such|very|way|yuck|gross|even|never|always|because|since|and|but|which|who|until|when|if|except|remember|right|ok|okay|yeah|btw|obviously|duh)\b/i.test(
          part,
        )),
  );
  return (end === -1 ? parts : parts.slice(0, end)).slice(0, 10);
}

const PASSING =
  /\b(?:for (?:the|an?|my|our|his|her|two|three|four|\d+|work|business|holiday|christmas|easter)\b|on (?:holiday|vacation|a trip|business|tour|honeymoon)|this (?:week|weekend|morning|afternoon)|today|tonight|tomorrow|right now|visiting|until|till|next week|last week|stuck|yesterday|at the airport|with (?:my|the|some|a)|all week|again)\b/i;

interface PredicateReading {
  readonly rule: PredicateRule;
  readonly value: string;
  readonly parsed: Parsed;
  readonly body: string;
  readonly quote: string;
  readonly time: StatedTime | null;
  readonly isPast: boolean;
  readonly isFirst: boolean;
}

function addReading(
  { rule, value, parsed, body, quote, time, isPast, isFirst }: PredicateReading,
  drafts: Draft[],
  corrections: Correction[],
): void {
  const { subject } = parsed;
  const confidence = (rule.confidence ?? 0.9) - (parsed.form === 'implied' ? 0.1 : 0) - (isFirst ? 0 : 0.05);
  const slot = rule.slot;
  // "We're in Lisbon for the weekend" is no home.
  if (slot === 'lives-in' && rule.confidence === 0.7 && PASSING.test(body)) return;
  const isDenied = parsed.negated && isFirst && !/^(?:can'?t|cannot)/i.test(parsed.rest);
  if (isPast) {
    drafts.push({
      subject,
      slot: 'fact',
      value: body.slice(0, 200),
      quote,
      time,
      confidence: confidence - 0.1,
      ...(slotOf(slot) === null ? {} : { kind: slotOf(slot)?.kind ?? 'fact' }),
      text: `${capital(turned(body.replace(/[\s.!?]+$/, '')))}.`,
    });
    return;
  }
  if (parsed.ended || (isDenied && slot === 'moved-to')) {
    corrections.push({ kind: 'end', subject, slot: slot === 'moved-to' ? 'lives-in' : slot, value, quote });
    return;
  }
  if (isDenied) {
    if (rule.denial === 'ignore' || slot === 'dislikes' || slot === 'avoids' || slot === 'goal') return;
    if (slot === 'likes')
      drafts.push({ subject, slot: 'dislikes', value, quote, confidence, text: `${whoSays(subject)} like ${value}.` });
    else drafts.push({ subject, slot, value, quote, negated: true, confidence });
    return;
  }
  if (slot === 'moved-to') {
    if (/\bmoving\b/i.test(body) || parsed.head === 'will') return;
    const isYouth = time !== null && /\b(?:when|since) i\b/i.test(time.words);
    if (time !== null)
      drafts.push({
        subject,
        slot,
        value,
        quote,
        time,
        confidence,
        text: `${capital(turned(`${movedWords(body, value)}`))}.`,
      });
    if (!isYouth)
      drafts.push({ subject, slot: 'lives-in', value, quote, time, confidence: Math.min(confidence, 0.85) });
    return;
  }
  const timed = ['lives-in', 'job', 'employer', 'expecting', 'diagnosis', 'due', 'employment', 'sober'].includes(slot)
    ? time
    : null;
  if (slot === 'from' && /\bwas (?:born|raised)|born/i.test(body) && subject.key !== 'self' && confidence < 0.6) return;
  // "Diabetic" is what one is, "diabetes" what one has.
  const isTrait = slot === 'diagnosis' && parsed.head === 'be';
  const bare = slot.startsWith('owns:') ? value.replace(/^(?:an?|the|my|our) /i, '') : value;
  // "I run a small bakery" is a living, though no name of one.
  const isVenture = slot === 'job' && /^(?:an?|my own|his own|her own)\b/i.test(value);
  const isPlayed = slot === 'hobby' && /\bplays?\b/i.test(body);
  const played = subject.key === 'self' ? `You play ${value}.` : `${whoIs(subject)} plays ${value}.`;
  drafts.push({
    subject,
    slot,
    value: slot === 'lives-with' ? turned(bare) : slot === 'relationship' ? bare.toLowerCase() : bare,
    quote,
    confidence,
    time: timed,
    ...(isVenture ? { text: `${capital(turned(body.replace(/,.*$/s, '').replace(/[\s.!?]+$/, '')))}.` } : {}),
    ...(isPlayed
      ? { text: played }
      : isTrait
        ? { text: subject.key === 'self' ? `You are ${value}.` : `${whoIs(subject)} is ${value}.` }
        : {}),
  });
}

function movedWords(body: string, value: string): string {
  return /^(?:i|we)\b/i.test(body)
    ? body.replace(/,.*$/s, '').replace(/[\s.!?]+$/, '')
    : /^(?:moved|relocated|emigrated|left)\b/i.test(body)
      ? `I ${body.charAt(0).toLowerCase()}${body
          .slice(1)
          .replace(/,.*$/s, '')
          .replace(/[\s.!?]+$/, '')}`
      : `I moved to ${value}`;
}

function whoSays(subject: Subject): string {
  return subject.key === 'self'
    ? "You don't"
    : `${subject.relation === null ? '' : `Your ${subject.relation} `}${subject.name ?? ''}`.trim().concat(" doesn't");
}

export function foreignIn(body: string, quote: string, people: readonly Mentioned[], resolver: Resolver): Draft[] {
  const drafts: Draft[] = [];
  const other = people.find(({ subject }) => subject.relation !== null)?.subject;
  for (const rule of FOREIGN_RULES) {
    const subject = rule.of === 'self' ? SELF : other === undefined ? null : resolver.resolve(other);
    const raw = subject === null ? undefined : body.match(rule.pattern)?.groups?.value;
    if (subject === null || raw === undefined) continue;
    const value = trimmed(raw, rule.as);
    if (value !== null) drafts.push({ subject, slot: rule.slot, value, quote, confidence: 0.8 });
  }
  return drafts;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
