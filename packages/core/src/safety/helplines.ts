/**
 * Who to call, by country. The first five are those of the product's promise. Of the others each number was found in public
 * reports as well, on {@link HELPLINES_REVIEWED}; `source` is the operator's own page, to be opened at the next review. What
 * could not be found so is not listed: everywhere else, and beside the newer ones, stands the directory.
 */
export interface CountryHelpline {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: string;
  readonly number: string;
  /** Whether the same number takes text messages. */
  readonly takesTexts: boolean;
  /** What to call when minutes count. */
  readonly emergency: string;
  /** Where the line says so itself. */
  readonly source: string;
  /** For people under 18, where there is a national line of their own; null: the line above is theirs too. */
  readonly child: { readonly name: string; readonly number: string; readonly source: string } | null;
  /** Whether the directory is named beside it. */
  readonly namesDirectory: boolean;
}

/** Date of the last look at every number below, ISO 8601. */
export const HELPLINES_REVIEWED = '2026-11-30';

/** Verified lines by country, where none of ours is on file. */
export const HELPLINE_DIRECTORY = {
  name: 'Find A Helpline',
  site: 'findahelpline.com',
  source: 'https://findahelpline.com',
};

const listed = (
  [country, name, number, emergency, source]: readonly [string, string, string, string, string],
  more: {
    readonly child?: readonly [string, string, string];
    readonly takesTexts?: boolean;
    readonly alone?: boolean;
  } = {},
): CountryHelpline => {
  const [childName, childNumber, childSource] = more.child ?? [];
  return {
    country,
    name,
    number,
    takesTexts: more.takesTexts ?? false,
    emergency,
    source,
    child:
      childName === undefined || childNumber === undefined || childSource === undefined
        ? null
        : { name: childName, number: childNumber, source: childSource },
    namesDirectory: more.alone !== true,
  };
};

export const HELPLINES: readonly CountryHelpline[] = [
  listed(['US', '988 Suicide & Crisis Lifeline', '988', '911', 'https://988lifeline.org'], {
    takesTexts: true,
    alone: true,
  }),
  listed(['CA', '988 Suicide Crisis Helpline', '988', '911', 'https://988.ca'], {
    takesTexts: true,
    alone: true,
    child: ['Kids Help Phone', '1-800-668-6868', 'https://kidshelpphone.ca'],
  }),
  listed(['GB', 'Samaritans', '116 123', '999', 'https://www.samaritans.org'], {
    alone: true,
    child: ['Childline', '0800 1111', 'https://www.childline.org.uk'],
  }),
  listed(['IE', 'Samaritans', '116 123', '112', 'https://www.samaritans.org/ireland'], {
    alone: true,
    child: ['Childline', '1800 66 66 66', 'https://www.childline.ie'],
  }),
  listed(['AU', 'Lifeline', '13 11 14', '000', 'https://www.lifeline.org.au'], { alone: true }),
  listed(['ES', 'Línea 024', '024', '112', 'https://www.sanidad.gob.es/linea024/home.htm']),
  listed(['DE', 'TelefonSeelsorge', '0800 111 0 111', '112', 'https://www.telefonseelsorge.de'], {
    child: ['Nummer gegen Kummer', '116 111', 'https://www.nummergegenkummer.de'],
  }),
  listed(['CH', 'Die Dargebotene Hand', '143', '112', 'https://www.143.ch'], {
    child: ['Pro Juventute', '147', 'https://www.147.ch'],
  }),
  listed(['NL', '113 Zelfmoordpreventie', '113', '112', 'https://www.113.nl']),
  listed(['IN', 'Tele-MANAS', '14416', '112', 'https://telemanas.mohfw.gov.in'], {
    child: ['Childline', '1098', 'https://www.childlineindia.org'],
  }),
  listed(['ZA', 'SADAG', '0800 567 567', '112', 'https://www.sadag.org']),
];

const HELPLINE_BY_COUNTRY = new Map(HELPLINES.map((line) => [line.country, line]));

const COUNTRY_BY_ZONE: readonly (readonly [RegExp, string])[] = [
  [/^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)$/, 'GB'],
  [/^Europe\/Dublin$/, 'IE'],
  [/^Australia\//, 'AU'],
  [/^Pacific\/(Auckland|Chatham)$/, 'NZ'],
  [/^(Europe\/Madrid|Atlantic\/Canary|Africa\/Ceuta)$/, 'ES'],
  [/^Europe\/Paris$/, 'FR'],
  [/^Europe\/(Berlin|Busingen)$/, 'DE'],
  [/^Europe\/Vienna$/, 'AT'],
  [/^Europe\/Zurich$/, 'CH'],
  [/^Europe\/Amsterdam$/, 'NL'],
  [/^Asia\/(Kolkata|Calcutta)$/, 'IN'],
  [
    /^America\/(Sao_Paulo|Bahia|Fortaleza|Recife|Belem|Manaus|Cuiaba|Campo_Grande|Porto_Velho|Boa_Vista|Rio_Branco|Maceio|Araguaina|Santarem|Eirunepe|Noronha)$/,
    'BR',
  ],
  [
    /^America\/(Mexico_City|Cancun|Merida|Monterrey|Matamoros|Chihuahua|Ciudad_Juarez|Ojinaga|Hermosillo|Mazatlan|Bahia_Banderas|Tijuana)$/,
    'MX',
  ],
  [/^Africa\/Johannesburg$/, 'ZA'],
  [/^Asia\/Singapore$/, 'SG'],
  [
    /^America\/(Toronto|Vancouver|Winnipeg|Edmonton|Halifax|St_Johns|Regina|Moncton|Montreal|Iqaluit|Whitehorse|Yellowknife|Dawson|Dawson_Creek|Glace_Bay|Goose_Bay|Inuvik|Rankin_Inlet|Resolute|Swift_Current|Thunder_Bay|Nipigon|Cambridge_Bay|Creston|Fort_Nelson|Atikokan)$/,
    'CA',
  ],
  [
    /^(America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Nome|Sitka|Adak|Menominee|Indiana\/.+|Kentucky\/.+|North_Dakota\/.+|Indianapolis|Louisville)|Pacific\/Honolulu|US\/.+)$/,
    'US',
  ],
];

/** Zones that name no place: then the locale's region is the better guess. */
const PLACELESS_ZONE = /^(Etc\/.+|UTC|GMT|Z)$/;

/** What is known of where someone is: the IANA zone of their clock and a BCP 47 tag of their language. */
export interface Whereabouts {
  readonly locale: string;
  readonly timeZone: string;
}

/**
 * The country a person most likely is in, ISO 3166-1 alpha-2; null when neither says. The zone of their clock comes first.
 * The region of their locale counts only when the zone names no place, for a language tag says where a language is from:
 * half the world's browsers are set to en-US.
 */
export function countryOf({ locale, timeZone }: Whereabouts): string | null {
  const byZone = COUNTRY_BY_ZONE.find(([zones]) => zones.test(timeZone))?.[1];
  if (byZone !== undefined) return byZone;
  return PLACELESS_ZONE.test(timeZone) ? (regionOf(locale) ?? null) : null;
}

function regionOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).region;
  } catch {
    // A tag that is none says nothing; the directory is right everywhere.
    return undefined;
  }
}

/** The line of the country a person is in; null where none is on file. */
export function countryHelplineFor(whereabouts: Whereabouts): CountryHelpline | null {
  return HELPLINE_BY_COUNTRY.get(countryOf(whereabouts) ?? '') ?? null;
}

/** The line in English words. */
export interface Helpline {
  /** How to reach it and what it is, to stand after "please" or "you can". */
  readonly reach: string;
  /** What to call when minutes count, to stand after "call". */
  readonly emergency: string;
}

/** The line for where a person most likely is, in English. */
export function helplineFor(whereabouts: Whereabouts): Helpline {
  const line = countryHelplineFor(whereabouts);
  if (line === null) {
    return {
      reach: `call a helpline near you (${HELPLINE_DIRECTORY.site} lists them by country)`,
      emergency: 'your local emergency number',
    };
  }
  const beside = line.namesDirectory ? `; others are at ${HELPLINE_DIRECTORY.site}` : '';
  return {
    reach: `${line.takesTexts ? 'call or text' : 'call'} ${line.number} (${line.name}${beside})`,
    emergency: line.emergency,
  };
}
