import type { Risk, Summary } from '../understanding/summary.ts';
import { CARE_LANGUAGES, type CareLanguage, careLanguageOf, lineIn } from './care-words.ts';

/** How many turns after a crisis the conversation stays in care, whatever is said in between. */
export const CARE_TURNS = 3;

/** Whom care is given to. */
export interface CaredFor {
  readonly locale: string;
  readonly timeZone: string;
  readonly preferredName: string | null;
  /** BCP 47 tag of the language they wrote in, as the summary has it; absent: English, or what the rule tells. */
  readonly language?: string;
  /** Whether they said, or their profile says, that they are under 18 (`minors.ts`). */
  readonly isMinor?: boolean;
  /** False where nothing could be stored: the reply says so. */
  readonly isKept?: boolean;
}

const languageFor = (person: CaredFor, language: string | undefined, rule: string | null): CareLanguage =>
  careLanguageOf({ language: language ?? 'en', rule, locale: person.locale });

/**
 * The reply to a crisis: made without any model, so that it works with every vendor down. Names the pain in a line,
 * gives the person's local number, says it is an AI, stays, and asks directly about safety. In the language they write in
 * where its words are on file.
 */
export function crisisReply(risk: Risk, person: CaredFor): string {
  const kind = risk.kind ?? 'suicide';
  const isMinor = person.isMinor === true;
  const words = CARE_LANGUAGES[languageFor(person, person.language, risk.rule)];
  const acknowledgement = words.acknowledgements[kind];
  const isWeighed = risk.rule?.startsWith('weighed:') === true;
  return [
    person.preferredName === null ? acknowledgement : words.addressed(person.preferredName, acknowledgement),
    words.steps[kind](lineIn(words, person, isMinor)),
    ...(isMinor ? [words.trustedAdult] : []),
    ...(person.isKept === false ? [words.notKept] : []),
    [words.presence, ...(isWeighed ? [words.unsure] : []), words.questions[kind] ?? words.question].join(' '),
  ].join('\n\n');
}

/**
 * The reply while a conversation stays in care after a crisis: no memories, no hooks, the number always at hand. It
 * hears that the person is safe or better, lets them go, and otherwise asks once more, in other words each turn.
 */
export function aftercareReply(message: string, summary: Summary, person: CaredFor, turnsLeft: number): string {
  const words = CARE_LANGUAGES[languageFor(person, person.language ?? summary.language, null)];
  const { aftercare } = words;
  const line = lineIn(words, person, person.isMinor === true);
  if (summary.intent === 'farewell') return aftercare.farewell(line);
  if (aftercare.isMisread.test(message)) return aftercare.misread(line);
  const isTakenBack = aftercare.isNot.test(message);
  if (aftercare.isSafe.test(message) && !isTakenBack) return aftercare.safe(line);
  if (aftercare.isBetter.test(message) && !isTakenBack) return aftercare.better(line);
  if (summary.asks !== null) return aftercare.asked(line);
  const opening = aftercare.staying[Math.max(0, CARE_TURNS - turnsLeft)] ?? aftercare.staying[0] ?? '';
  return aftercare.stays(opening, line);
}

/**
 * Whether the person says that they are safe, or that they were misread: care has been heard and ends with the answer to it.
 * To go on asking who has answered would punish the answer.
 */
export function isOutOfDanger(message: string, summary: Summary, person: CaredFor): boolean {
  const { aftercare } = CARE_LANGUAGES[languageFor(person, person.language ?? summary.language, null)];
  return aftercare.isMisread.test(message) || (aftercare.isSafe.test(message) && !aftercare.isNot.test(message));
}
