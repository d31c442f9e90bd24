import type { Risk } from '../understanding/summary.ts';
import { ENGLISH_CARE } from './care-words-english.ts';
import { HINDI_LATIN_CARE } from './care-words-hindi.ts';
import { SPANISH_CARE } from './care-words-spanish.ts';
import { type CountryHelpline, countryHelplineFor, HELPLINE_DIRECTORY, type Whereabouts } from './helplines.ts';

export type CrisisKind = NonNullable<Risk['kind']>;

/** A helpline as a sentence takes it up. */
export interface ReachableLine {
  /** How to reach it, to stand after "please" or "you can" of the language. */
  readonly reach: string;
  /** How to get help when minutes count, as a verb phrase. */
  readonly callEmergency: string;
}

/** The words of care in one language. A further language is one more of these in {@link CARE_LANGUAGES}. */
export interface CareWords {
  /** One line that names the pain, by what was said. */
  readonly acknowledgements: Readonly<Record<CrisisKind, string>>;
  /** What to do at once, where minutes count before what helps. */
  readonly steps: Readonly<Record<CrisisKind, (line: ReachableLine) => string>>;
  /** Says that it is an AI and stays. */
  readonly presence: string;
  readonly questions: Readonly<Partial<Record<CrisisKind, string>>>;
  readonly question: string;
  /** For someone under 18: a grown-up they trust, and that it is not telling on anyone. */
  readonly trustedAdult: string;
  /** Said where the conversation could not be stored. */
  readonly notKept: string;
  readonly reach: (line: CountryHelpline | null, isMinor: boolean, directory: string) => ReachableLine;
  /** With the name before it, the first letter of an acknowledgement in lower case, or as it is. */
  readonly addressed: (name: string, acknowledgement: string) => string;
  readonly aftercare: {
    readonly farewell: (line: ReachableLine) => string;
    readonly safe: (line: ReachableLine) => string;
    readonly better: (line: ReachableLine) => string;
    readonly asked: (line: ReachableLine) => string;
    /** What stays when nothing tells how the person is: another opening each turn, the first turn's first. */
    readonly staying: readonly string[];
    readonly stays: (opening: string, line: ReachableLine) => string;
    /** Says that the person is safe, or with someone. */
    readonly isSafe: RegExp;
    readonly isBetter: RegExp;
    /** Takes either back. */
    readonly isNot: RegExp;
  };
}

export const CARE_LANGUAGES = { en: ENGLISH_CARE, es: SPANISH_CARE, 'hi-Latn': HINDI_LATIN_CARE } as const;
export type CareLanguage = keyof typeof CARE_LANGUAGES;

const isCareLanguage = (tag: string): tag is CareLanguage => Object.hasOwn(CARE_LANGUAGES, tag);

/**
 * In which language care is given: that of the message, of the rule that found it ("es-suicide"), and where the message is
 * too short to tell ("ok"), that of the person's locale.
 */
export function careLanguageOf({
  language,
  rule = null,
  locale,
}: {
  readonly language: string;
  readonly rule?: string | null;
  readonly locale: string;
}): CareLanguage {
  if (isCareLanguage(language)) return language;
  const ofRule = Object.keys(CARE_LANGUAGES).find((tag) => rule?.startsWith(`${tag}-`) === true);
  if (ofRule !== undefined && isCareLanguage(ofRule)) return ofRule;
  const ofLocale = locale.split('-')[0]?.toLowerCase() ?? '';
  return language === 'und' && isCareLanguage(ofLocale) ? ofLocale : 'en';
}

/** The line for a person, in the words of a language. */
export function lineIn(words: CareWords, whereabouts: Whereabouts, isMinor: boolean): ReachableLine {
  return words.reach(countryHelplineFor(whereabouts), isMinor, HELPLINE_DIRECTORY.site);
}
