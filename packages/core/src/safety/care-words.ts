import type { CareWords, ReachableLine } from './care-wording.ts';
import { ENGLISH_CARE } from './care-words-english.ts';
import { HINDI_LATIN_CARE } from './care-words-hindi.ts';
import { SPANISH_CARE } from './care-words-spanish.ts';
import { countryHelplineFor, HELPLINE_DIRECTORY, type Whereabouts } from './helplines.ts';

/** The languages that care is given in, by BCP 47 tag. */
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
