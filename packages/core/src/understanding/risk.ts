import { CONCERN_RULES } from './risk-concerns.ts';
import { CUE_PAIRS, CUES, type Cue, EVERYDAY } from './risk-cues.ts';
import { undisguised } from './risk-disguises.ts';
import type { RiskRule } from './risk-fragments.ts';
import { isHairTalk } from './risk-hair.ts';
import {
  ABOUT_SELF,
  EARNEST,
  FICTION,
  HISTORY,
  HYPERBOLE,
  isLivedThrough,
  OVERLONG,
  PRESENT,
  withoutIdioms,
} from './risk-idioms.ts';
import { FOREIGN_RISKS } from './risk-languages.ts';
import { BROAD_CRISIS_RULES, CRISIS_RULES } from './risk-rules.ts';
import { respelled } from './risk-spellings.ts';
import { weighParts } from './risk-weighing.ts';
import type { Risk } from './summary.ts';
import { clean, plain, sentences } from './text.ts';

const MAX_PARTS = 150;
const NONE: Risk = { level: 'none', kind: null, rule: null };

/** A negation that stands right before a statement and takes it back: "I'm not going to …", "I don't think I'd …". */
const NEGATED =
  /\b(?:not|never|no longer|wont|wouldnt|would never|dont think (?:i|id|im|ill)|dont (?:want|plan|intend)(?: to)?|didnt|isnt|arent|no plans? to|without|stopped|no)(?: (?:actually|really|gonna|going|to|even|ever|be|a|feeling|being|in a|that|want|wanting|planning|trying|saying|about|any|have|having|thinking|i|im|ill|id|would|will|do)){0,5}\s*$/;

/** A no that somebody answers, or may: it takes back nothing of what follows on it. */
const ANSWERED_NO =
  /\b(?:says?|said|saying|answer(?:s|ed)?|repl(?:y|ies|ied)|tells? me|told me|hears?|heard|gets?|got|its|answer(?: is| was|s)|its a|another|a) no(?= (?:and )?(?:then )?(?:i|im|ill|id|ive)\b| ?$)/g;

/** Statements whose own wording holds the negation, so that one before it does not take them back. */
const NEGATIVE_BY_NATURE = new Set([
  'refusal-of-life',
  'wish-not-to-wake',
  'no-reason-to-live',
  'life-not-worth',
  'no-exit-and-means',
  'no-future',
  'missed-by-nobody',
  'burden-lifted',
  'unsafe-with-self',
  'held-captive',
  'afraid-at-home',
  'other-suicidal',
  'giving-away',
  'wish-to-be-dead',
]);

/**
 * The risk a message carries. Crisis first: what is said of one's own death, harm done or suffered, means and leave-taking.
 * A negation or a plain past lowers a crisis to concern, as do jokes; made-up worlds lower a direct statement to concern and
 * drop the rest. Missing a crisis costs more than a false alarm, so nothing but an idiom or fiction erases a hit.
 * What a disguise hides counts as said: the message is also read without it (`undisguised`), and the graver reading holds.
 * Reads the whole message (up to 8,000 characters) and never throws.
 */
export function readRisk(text: string): Risk {
  const ruled = readRuledRisk(text);
  if (ruled.level === 'crisis' || isSettled(ruled, text)) return ruled;
  const weighed = weighParts(text);
  return weighed === null || (weighed.level === 'concern' && ruled.level === 'concern') ? ruled : weighed;
}

const NAMES_OF_CRISES = new Set([...CRISIS_RULES, ...BROAD_CRISIS_RULES].map(({ name }) => name));
const TURNS_ROUND = /\b(?:but|though|except|yet|however|anyway)\b/i;

/**
 * Whether a rule knew the crisis it might have been and had a reason to call it a concern ("I'm not going to …", "kms" in
 * jest). What is weighed can't tell; only where the message turns round ("not suicidal, but …") may it speak.
 */
function isSettled({ level, rule }: Risk, text: string): boolean {
  if (level !== 'concern' || rule === null || TURNS_ROUND.test(text)) return false;
  return NAMES_OF_CRISES.has(rule) || rule === 'suicide-mentioned';
}

/** What the rules alone say; nothing that weighs may lower it. */
export function readRuledRisk(text: string): Risk {
  const cleaned = clean(text);
  const written = readAs(cleaned);
  if (written.level === 'crisis') return written;
  const revealed = undisguised(cleaned);
  if (revealed === cleaned) return written;
  const hidden = readAs(revealed);
  return hidden.level === 'crisis' || written.level === 'none' ? hidden : written;
}

function readAs(cleaned: string): Risk {
  const foreign = readForeignRisk(fold(cleaned));
  if (foreign?.level === 'crisis') return foreign;
  const parts = grouped(sentences(cleaned).filter((sentence) => /\p{L}/u.test(sentence))).map((sentence) =>
    withoutIdioms(disguised(respelled(plain(sentence).replace(OVERLONG, '$1')))).replace(/[\s.!?…,;:]+$/u, ''),
  );
  const message = parts.join(' . ');
  let best: Risk = foreign ?? NONE;
  for (const rule of CRISIS_RULES) {
    const found = readRule(rule, parts, message);
    if (found?.level === 'crisis') return found;
    if (found !== null && best.level === 'none') best = found;
  }
  const broad = readBroad(parts, message);
  if (broad?.level === 'crisis') return broad;
  if (best.level === 'none' && broad !== null) best = broad;
  const implied = best.rule === null ? readCues(message) : null;
  if (implied !== null) return implied;
  if (best.level === 'concern') return best;
  for (const rule of CONCERN_RULES) {
    const found = readRule(rule, parts, message);
    if (found !== null) return found;
  }
  return NONE;
}

const INNER_SIGNS = /[,;:"()[\]–—]+|\.(?= )|(?<= )[-~/](?= )/gu;
/** A message this long is told in sentences that belong together: "Will it hurt? I can take a bit, if it's quick". */
const SHORT_MESSAGE = 240;

function readBroad(parts: readonly string[], message: string): Risk | null {
  const flat = parts.map(withoutSigns);
  const read = parts.length > 1 && message.length <= SHORT_MESSAGE ? [...flat, withoutSigns(message)] : flat;
  let lowered: Risk | null = null;
  for (const rule of BROAD_CRISIS_RULES) {
    const found = readRule(rule, read, message);
    if (found?.level === 'crisis') return found;
    lowered ??= found;
  }
  return lowered;
}

const withoutSigns = (sentence: string): string => sentence.replace(INNER_SIGNS, ' ').replace(/ {2,}/g, ' ').trim();

/** A crisis that no single phrase says: two cues that together mean it, of the person's own life, outside everyday settings. */
function readCues(message: string): Risk | null {
  if (
    !(FIRST_PERSON.test(message) || ELLIPTIC.test(message)) ||
    EVERYDAY.test(message) ||
    isHairTalk(message) ||
    FICTION.test(message) ||
    HYPERBOLE.test(message)
  )
    return null;
  const heard = new Map<Cue, boolean>();
  const hears = (cue: Cue): boolean => {
    const known = heard.get(cue) ?? CUES[cue].test(message);
    heard.set(cue, known);
    return known;
  };
  const pair =
    CUE_PAIRS.find(([one, other]) => hears(one) && hears(other) && areApart(one, other, message)) ?? twofold(message);
  if (pair === undefined) return null;
  const past = HISTORY.test(message) && !PRESENT.test(message);
  return {
    level: past || NOT_SUICIDAL.test(message) ? 'concern' : 'crisis',
    kind: 'suicide',
    rule: `cues:${pair.join('+')}`,
  };
}

/** Whether the two are said in different words: one "goodbye" is not two cues. */
function areApart(one: Cue, other: Cue, message: string): boolean {
  return CUES[other].test(message.replace(CUES[one], ' ~ ')) || CUES[one].test(message.replace(CUES[other], ' ~ '));
}

/** Two different affairs put in order at once: "I gave away my cat and cancelled all my appointments". */
function twofold(message: string): readonly [Cue, Cue] | undefined {
  const first = CUES.affairs.exec(message);
  if (first === null) return undefined;
  return CUES.affairs.test(message.slice(first.index + first[0].length)) ? ['affairs', 'affairs'] : undefined;
}

/** The person says themselves that it is not that. */
const NOT_SUICIDAL =
  /\b(?:not suicidal|dont want to die|do not want to die|not going to (?:kill|hurt|do anything)|would never (?:kill|hurt|do)|wont (?:kill|hurt|do anything)|no plans? to|safe now|im safe|(?:used to be|was once|was) suicidal|im (?:\S+ )?(?:better|okay|ok|fine|good) now)\b/;

/** At most `MAX_PARTS` parts: a message of thousands of tiny sentences is read in groups of them. */
function grouped(parts: readonly string[]): readonly string[] {
  if (parts.length <= MAX_PARTS) return parts;
  const size = Math.ceil(parts.length / MAX_PARTS);
  return Array.from({ length: MAX_PARTS }, (_, index) => parts.slice(index * size, (index + 1) * size).join(' '));
}

function readRule(rule: RiskRule, parts: readonly string[], message: string): Risk | null {
  let lowered: Risk | null = null;
  for (let index = 0; index < parts.length; index += 1) {
    const sentence = parts[index] ?? '';
    const match = rule.pattern.exec(sentence);
    if (match === null) continue;
    if (rule.with !== undefined && !rule.with.test(message)) continue;
    if (rule.without?.test(message)) continue;
    const level = levelOf(rule, sentence, match, parts[index - 1] ?? '', message);
    if (level === rule.level) return { level, kind: rule.kind, rule: rule.name };
    if (level === 'concern') lowered = { level, kind: rule.kind, rule: rule.name };
  }
  return lowered;
}

/** "I wouldn't hurt myself", "I haven't hurt myself in a year". */
const REFRAINS =
  /(?<!reason i )\b(?:wouldnt|would never|havent)(?: (?:ever|actually|really))? (?:hurt|harm(?:ed)?|cut) (?:myself|my)\b/;

/** What wants to live no longer is a thing: "my curls have no will to live today". */
const OF_A_THING =
  /\b(?:my|the|this|your|our) (?:\S+ )?(?:hair|curls?|coils?|ends|edges|locs|braids|twists|ponytail|fringe|plants?|houseplants?|tomatoes|phone|laptop|printer|car|battery|sourdough)(?:s| has| have| had| is| are| just| literally| really| got)*\s*$/;

/** A message that leaves its "I" out. */
const ELLIPTIC =
  /^(?:cant|no|not|dont|just|going|gonna|ready|its|theres|tonight|goodbye|tired|done|want|wanna|nothing|sorry)\b/;
/** "Two years ago I wanted to die": told in the past, whatever follows. */
const TOLD_IN_PAST =
  /\b(?:ago|back then|used to|when i was \S+|last (?:year|summer|winter|spring|autumn|fall)|in (?:19|20)\d\d)\b[^.]{0,24}$/;
const PAST_VERB = /\b(?:wanted|was|were|tried|thought|felt|had|attempted|planned)\b/;
const FIRST_PERSON = /\b(?:i|im|ive|id|ill|me|my|myself)\b/;

function levelOf(
  rule: RiskRule,
  sentence: string,
  match: RegExpExecArray,
  before: string,
  message: string,
): 'crisis' | 'concern' | 'none' {
  if (FICTION.test(sentence) || (FICTION.test(before) && !FIRST_PERSON.test(match[0]))) {
    if (
      !ABOUT_SELF.test(match[0]) ||
      /\b(?:character|protagonist|villain|lyrics?|chorus|sing(?:s|ing)?|npc|dnd|d&d)\b/.test(sentence)
    )
      return 'none';
    return rule.level === 'crisis' ? 'concern' : 'none';
  }
  if (rule.kind === 'suicide' && OF_A_THING.test(sentence.slice(0, match.index)) && !FIRST_PERSON.test(match[0]))
    return 'none';
  if (rule.level === 'concern')
    return HYPERBOLE.test(sentence) && rule.name === 'suicide-mentioned' && sentence.length < 80 ? 'none' : 'concern';
  if (rule.kind === 'suicide' && isLivedThrough(message)) return 'concern';
  if (rule.kind === 'overdose' && HISTORY.test(sentence) && !PRESENT.test(sentence)) return 'concern';
  if (rule.softens === false) return 'crisis';
  const lead = sentence.slice(Math.max(0, match.index - 60), match.index);
  const withMatch = lead + match[0];
  if (
    !NEGATIVE_BY_NATURE.has(rule.name) &&
    (NEGATED.test(lead.replace(ANSWERED_NO, ' ')) ||
      /\b(?:im|am|was) not (?:\S+ )?suicidal\b|\bnot (?:actively )?suicidal\b|\b(?:not|never|dont|wont|wouldnt)(?: (?:going|gonna|want|wanting|wanna|need|feel|like|planning|trying|think|act|ever|i|would|to|on|actually|really|actively)){1,5} (?:kill|killing|hurt|hurting|die|end|ending|cut|do|harm)\b/.test(
        withMatch,
      ))
  ) {
    return 'concern';
  }
  if (rule.kind === 'self-harm' && REFRAINS.test(withMatch)) return 'concern';
  if (TOLD_IN_PAST.test(lead) && PAST_VERB.test(match[0])) return 'concern';
  if (HISTORY.test(sentence) && !PRESENT.test(sentence.replace(match[0], ' '))) return 'concern';
  if (
    /\bno longer suicidal\b|\b(?:dont|didnt|never) (?:\S+ )?(?:want|mean) to (?:die|kill myself|hurt myself)\b/.test(
      message,
    ) &&
    /wish-to-die|suicidal/.test(rule.name)
  )
    return 'concern';
  return HYPERBOLE.test(sentence) && !EARNEST.test(sentence) && rule.kind !== 'abuse' && rule.kind !== 'third-party'
    ? 'concern'
    : 'crisis';
}

/** Laughter as other languages write it: who laughs about dying of work is not dying, but is met with care. */
const LAUGHTER = /\b(?:(?:ja){2,}|(?:ha){2,}|(?:rs){2,}|kkk+|mdr|lol|hasi)\b/;

function readForeignRisk(folded: string): Risk | null {
  let concern: Risk | null = null;
  const isJoke = LAUGHTER.test(folded);
  for (const { language, level: said, kind, pattern } of FOREIGN_RISKS) {
    if (!pattern.test(folded)) continue;
    const level = isJoke ? 'concern' : said;
    const found: Risk = { level, kind, rule: `${language}-${kind}` };
    if (level === 'crisis') return found;
    concern ??= found;
  }
  return concern;
}

/** Plain text without accents: `más` becomes `mas`, `ö` becomes `o`. */
function fold(cleaned: string): string {
  return disguised(
    plain(cleaned)
      .normalize('NFD')
      .replace(/[\u0300-\u0345]/g, '')
      .normalize('NFC'),
  );
}

const LEET: Readonly<Record<string, string>> = {
  '1': 'i',
  '!': 'i',
  '|': 'i',
  '0': 'o',
  '3': 'e',
  '@': 'a',
  $: 's',
  '5': 's',
};

/** Letters written as digits or signs to slip past a filter: `su1c1de`, `k!ll`. Numbers stay. */
function disguised(text: string): string {
  return text.replace(/(?<=[a-z])[1!|03@$5*](?=[a-z])/g, (sign) => LEET[sign] ?? sign).replace(/[*_~"]/g, '');
}
