/** Who to call, by country. Numbers as their operators publish them; reviewed 2026-11-22. */
export interface Helpline {
  /** How to reach it and what it is, to stand after "please" or "you can". */
  readonly reach: string;
  /** What to call when minutes count, to stand after "call". */
  readonly emergency: string;
}

const HELPLINES: Readonly<Record<string, Helpline>> = {
  // https://988lifeline.org
  US: { reach: 'call or text 988 (988 Suicide & Crisis Lifeline)', emergency: '911' },
  // https://988.ca
  CA: { reach: 'call or text 988 (988 Suicide Crisis Helpline)', emergency: '911' },
  // https://www.samaritans.org
  GB: { reach: 'call 116 123 (Samaritans)', emergency: '999' },
  // https://www.samaritans.org/ireland
  IE: { reach: 'call 116 123 (Samaritans)', emergency: '112' },
  // https://www.lifeline.org.au
  AU: { reach: 'call 13 11 14 (Lifeline)', emergency: '000' },
};

/** For every other country: a directory of verified lines by country (https://findahelpline.com). */
const ANYWHERE: Helpline = {
  reach: 'call a helpline near you (findahelpline.com lists them by country)',
  emergency: 'your local emergency number',
};

const COUNTRY_BY_ZONE: readonly (readonly [RegExp, string])[] = [
  [/^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)$/, 'GB'],
  [/^Europe\/Dublin$/, 'IE'],
  [/^Australia\//, 'AU'],
  [
    /^America\/(Toronto|Vancouver|Winnipeg|Edmonton|Halifax|St_Johns|Regina|Moncton|Montreal|Iqaluit|Whitehorse|Yellowknife|Dawson|Glace_Bay|Goose_Bay|Inuvik|Rankin_Inlet|Resolute|Swift_Current|Thunder_Bay|Nipigon|Cambridge_Bay|Creston|Fort_Nelson|Atikokan)$/,
    'CA',
  ],
  [
    /^(America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Nome|Sitka|Adak|Menominee|Indiana\/.+|Kentucky\/.+|North_Dakota\/.+|Indianapolis|Louisville)|Pacific\/Honolulu|US\/.+)$/,
    'US',
  ],
];

/** Zones that name no place: then the locale's region is the better guess. */
const PLACELESS_ZONE = /^(Etc\/.+|UTC|GMT|Z)$/;

/**
 * The line for where a person most likely is: the zone of their clock. The region of their locale counts only when the
 * zone names no place, for a language tag says where a language is from: half the world's browsers are set to en-US.
 */
export function helplineFor(person: { readonly locale: string; readonly timeZone: string }): Helpline {
  const byZone = COUNTRY_BY_ZONE.find(([zones]) => zones.test(person.timeZone))?.[1];
  const byLocale = PLACELESS_ZONE.test(person.timeZone) ? new Intl.Locale(person.locale).region : undefined;
  return HELPLINES[byZone ?? byLocale ?? ''] ?? ANYWHERE;
}
