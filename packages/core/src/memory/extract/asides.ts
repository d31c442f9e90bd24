import { readMoodByRules } from '../../understanding/mood-rules.ts';
import { properCase } from '../../understanding/name-casing.ts';
import { isOrdinary } from '../../understanding/name-words.ts';
import { readName } from '../../understanding/names.ts';
import type { Statement } from '../fact.ts';
import { SELF } from '../fact.ts';
import type { Draft } from './draft.ts';
import type { Clause } from './reading.ts';
import { comparableName } from './tokens.ts';

const INTRODUCED =
  /^(?:(?:hi|hey|hello|so|well|ok|yo)[,! ]+(?:there[,! ]+)?)?(?:i'?m|i am|my name'?s|name'?s|this is)\s+(?<name>\p{Lu}[\p{L}\p{M}'-]{1,29})(?=\s*(?:$|[,.!;(–—-]|and\b))/iu;
const SIGNED_ON = /^(?:(?:hi|hey|hello|yo)[,! ]+)?(?:it'?s )?(?<name>\p{Lu}[\p{L}\p{M}'-]{1,29}) here(?=\s*[,.!:–—-])/u;
const CORRECTED =
  /\b(?:it'?s|it is|i'?m|that'?s)\s+(?:actually|really)\s+(?<name>\p{Lu}[\p{L}\p{M}'-]{1,29})|\b(?:actually|really)[,]?\s+(?:it'?s|i'?m|call me|i go by|i prefer)\s+(?<other>\p{Lu}[\p{L}\p{M}'-]{1,29})/u;

/**
 * The name to be called by, where the message says one: as the understanding of names reads it; in an introduction with more to it ("I'm Harsha,
 * 26, from Pune"); in a correction of a name that is known ("it's actually Natalia").
 */
export function ownName(
  text: string,
  clauses: readonly Clause[],
  drafts: readonly Draft[],
  recent: readonly Statement[],
): Draft[] {
  const told = clauses.filter(({ standing }) => standing !== 'asked' && standing !== 'unsaid');
  const draft = (name: string, clause: Clause): Draft => ({
    subject: SELF,
    slot: 'name',
    value: properCase(name),
    quote: text.slice(clause.start, clause.end),
  });
  const read = readName(text, { asked: false });
  if (read.kind === 'name') {
    const folded = comparableName(read.name);
    const clause = told.find(({ text: words }) => comparableName(words).includes(folded));
    if (clause !== undefined) return [draft(read.name, clause)];
  }
  const isIntroduction = drafts.some(
    ({ subject, slot }) =>
      subject.key === 'self' && ['age', 'from', 'lives-in', 'job', 'employer', 'pronouns', 'studies'].includes(slot),
  );
  const isCorrection = recent.some(({ slot, subject }) => slot === 'name' && subject.key === 'self');
  for (const clause of told) {
    const name = isIntroduction
      ? (clause.text.match(INTRODUCED)?.groups?.name ?? clause.text.match(SIGNED_ON)?.groups?.name)
      : undefined;
    if (name !== undefined && /^\p{Lu}/u.test(name) && !isOrdinary(name.toLowerCase())) return [draft(name, clause)];
    const groups = isCorrection ? clause.text.match(CORRECTED)?.groups : undefined;
    const corrected = groups?.name ?? groups?.other;
    if (corrected !== undefined && !isOrdinary(corrected.toLowerCase())) return [draft(corrected, clause)];
  }
  return [];
}

/** A feeling is kept where the person names it; what a reader would guess from the news is not theirs. */
const FEELING_WORD =
  /\b(?:proud|happy|sad|excited|nervous|anxious|scared|worried|angry|furious|lonely|relieved|grateful|thankful|exhausted|tired|drained|heartbroken|devastated|gutted|crushed|disappointed|embarrassed|ashamed|guilty|jealous|overwhelmed|stressed|thrilled|ecstatic|over the moon|delighted|chuffed|buzzing|stoked|pumped|hopeful|hopeless|numb|empty|lost|hurt|betrayed|confused|frustrated|annoyed|bored|calm|peaceful|content|terrified|panicky|panicking|homesick|nostalgic|bittersweet|torn|miserable|depressed|upset|livid|shaken|touched|moved to tears|emotional|joyful|elated|destroyed|can't breathe|can't stop (?:crying|smiling)|crying|sobbing|in tears)\b/i;

/** What a feeling can be tied to. */
const FELT_ABOUT = new Set(['event', 'outcome', 'plan', 'conflict', 'died', 'diagnosis']);

/** How the person felt about what the message tells: "Ran my first half marathon. Destroyed, but so proud of myself." */
export function feelingIn(text: string, clauses: readonly Clause[], drafts: readonly Draft[]): Draft[] {
  const happening = drafts.find(
    ({ slot, subject }) => FELT_ABOUT.has(slot) && (subject.key === 'self' || slot !== 'event'),
  );
  const mood = happening === undefined || !FEELING_WORD.test(text) ? null : readMoodByRules(text);
  if (happening === undefined || mood === null) return [];
  const felt = clauses.find(({ text: words, standing }) => standing === 'told' && FEELING_WORD.test(words));
  if (felt === undefined) return [];
  const about = (happening.text ?? '').replace(/\.$/, '');
  const isTold = happening.slot === 'event' && /^You /.test(about);
  return [
    {
      subject: SELF,
      slot: 'feeling',
      value: mood.label,
      quote: text.slice(felt.start, felt.end),
      text:
        about === ''
          ? `You felt ${mood.label}.`
          : isTold
            ? `You felt ${mood.label} when you ${about.slice(4)}.`
            : `You felt ${mood.label}: ${about.charAt(0).toLowerCase()}${about.slice(1)}.`,
      confidence: 0.65,
      tender: mood.valence < 0,
    },
  ];
}

const SECRET =
  /\b(?:secret|between us|between you and me|don'?t (?:bring (?:it|this|that) up|mention (?:it|this|that)|tell anyone)|nobody knows|no one knows|haven'?t told anyone|never told anyone|not supposed to (?:tell|know|say)|keep (?:it|this) (?:to yourself|quiet|private)|confidential)\b/i;
const KEPT_QUIET = new Set(['fact', 'event', 'plan', 'goal', 'expecting', 'diagnosis', 'outcome']);

/** A message that asks for discretion makes all that it tells of happenings and people's plans tender. */
export function withSecrets(text: string, drafts: readonly Draft[]): Draft[] {
  if (!SECRET.test(text)) return [...drafts];
  return drafts
    .filter(
      ({ value, slot }) =>
        !(slot === 'fact' && value !== null && /^(?:it'?s|this is|that'?s|so|please|but)\b.*\bsecret\b/i.test(value)),
    )
    .map((draft) => {
      if (!KEPT_QUIET.has(draft.slot)) return draft;
      return { ...draft, slot: draft.slot === 'fact' && draft.value !== null ? 'secret' : draft.slot, tender: true };
    });
}
