import { MINOR_BREAK_REMINDER } from './minors.ts';

/** When an assistant says that it is an AI, by place: the law it follows and how long continuing use may go without. */
export interface DisclosurePolicy {
  /** ISO 3166-1 alpha-2, with the state where the law is a state's; null: everywhere else. */
  readonly place: string | null;
  /** Longest time between two disclosures in continuing use, in minutes. */
  readonly everyMinutes: number;
  /** Whether people under 18 are reminded to take a break with it. */
  readonly remindsMinorsOfBreaks: boolean;
  readonly law: string;
  readonly source: string;
}

/** No state shows in a time zone, so the strictest rule of the country is its rule, and the strictest of all is everyone's. */
export const DISCLOSURE_POLICIES: readonly DisclosurePolicy[] = [
  {
    place: 'US-NY',
    everyMinutes: 180,
    remindsMinorsOfBreaks: false,
    law: 'New York General Business Law, article 47 (AI companion models), § 1702',
    source: 'https://www.nysenate.gov/legislation/laws/GBS/A47',
  },
  {
    place: 'US-CA',
    everyMinutes: 180,
    remindsMinorsOfBreaks: true,
    law: 'California SB 243 (companion chatbots), Business and Professions Code § 22602',
    source: 'https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202520260SB243',
  },
  {
    place: 'EU',
    everyMinutes: 180,
    remindsMinorsOfBreaks: false,
    law: 'EU AI Act, article 50 (1): at the latest at the first interaction',
    source: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
  },
  {
    place: null,
    everyMinutes: 180,
    remindsMinorsOfBreaks: true,
    law: 'Our own rule',
    source: 'docs/safety-protocol.md',
  },
];

/** Longest time between two disclosures anywhere, in minutes; an assistant may ask for less, never for more. */
export const LONGEST_DISCLOSURE_MINUTES: number = Math.min(
  ...DISCLOSURE_POLICIES.map(({ everyMinutes }) => everyMinutes),
);

/** Minutes of continuing use after which an assistant says it again, wherever the person is. */
export const disclosureMinutes = (assistant: { readonly disclosureEveryMinutes: number }): number =>
  Math.min(assistant.disclosureEveryMinutes, LONGEST_DISCLOSURE_MINUTES);

/** What an assistant says when a disclosure is due; to someone under 18 with the reminder, once there was use before it. */
export const disclosureText = (
  assistant: { readonly disclosure: string },
  { isMinor, isFirst }: { readonly isMinor: boolean; readonly isFirst: boolean },
): string => (isMinor && !isFirst ? `${assistant.disclosure} ${MINOR_BREAK_REMINDER}` : assistant.disclosure);
