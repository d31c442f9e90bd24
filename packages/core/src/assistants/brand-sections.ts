import { WEEKDAYS } from './hours-definition.ts';
import type { HoursDefinition } from './hours-definition.ts';
import type { LimitsDefinition } from './limits-definition.ts';
import type { LinksDefinition } from './links-definition.ts';
import { blockOf, KEPT_ALWAYS, type PromptSection } from './prompt-sections.ts';
import type { VoiceDefinition } from './voice-definition.ts';

/** What an assistant declares as data and a vendor's model has to be told. */
export interface BrandData {
  readonly voice: VoiceDefinition | null;
  readonly links: LinksDefinition | null;
  readonly hours: HoursDefinition | null;
  readonly limits: LimitsDefinition;
}

/** Ids of the sections that are made here; an assistant's own files have others. */
export const BRAND_SECTION_IDS = ['brand-voice', 'brand-links', 'answered-below'] as const;

/**
 * The assistant's sections with those made from its data, which come after what never changes and before what each turn
 * fills in, so that the beginning of a prompt stays the same.
 */
export function withBrandSections(sections: readonly PromptSection[], data: BrandData): readonly PromptSection[] {
  const made = [voiceSection(data), linksSection(data), answeredSection(data)].filter((section) => section !== null);
  const place = sections.findIndex((section) => section.when !== undefined || blockOf(section) !== null);
  const at = place === -1 ? sections.length : place;
  return [...sections.slice(0, at), ...made, ...sections.slice(at)];
}

function voiceSection({ voice, limits }: BrandData): PromptSection | null {
  const lines = [
    ...(voice?.speaks ?? []).map((sentence) => `- ${sentence}`),
    ...(voice === null || voice.use.length === 0 ? [] : [`- Words to use where they fit: ${voice.use.join('; ')}.`]),
    ...(voice?.avoid ?? []).map(
      ({ words, instead, exceptIn }) =>
        `- Never ${quoted(words)}: say "${instead}".${exceptIn.length === 0 ? '' : ` ${quoted(exceptIn)} may stand.`}`,
    ),
    ...(limits.replyWords === null ? [] : [`- Never more than ${limits.replyWords} words in a reply.`]),
  ];
  if (lines.length === 0) return null;
  const text = ['# How {brand} speaks', '', ...lines].join('\n');
  return { id: 'brand-voice', priority: KEPT_ALWAYS, text };
}

function linksSection({ links, hours }: BrandData): PromptSection | null {
  if (links === null && hours === null) return null;
  const known = [
    ...Object.entries({ ...links, social: null }).flatMap(([name, value]) =>
      typeof value === 'string' ? [`- ${name}: ${value}`] : [],
    ),
    ...(links?.social ?? []).map(({ name, url }) => `- ${name}: ${url}`),
    ...(hours === null ? [] : [`- hours of the team: ${weekText(hours)} (${hours.timeZone})`]),
    ...(hours?.closedDays ?? []).map(({ date, name }) => `- closed on ${date}: ${name}`),
    ...(hours?.answersWithin == null ? [] : [`- they usually answer ${hours.answersWithin}`]),
  ];
  const text = [
    '# Where {brand} is reached',
    '',
    'Give one of these only when they ask for it, as it stands, and no other link. What is not here is not on file: say so.',
    'Whether the team is there at this moment is not yours to tell.',
    '',
    ...known,
  ].join('\n');
  return { id: 'brand-links', priority: 2, text };
}

/** For a turn in which part of the message is answered from data, below whatever the model writes. */
function answeredSection({ links, hours }: BrandData): PromptSection | null {
  if (links === null && hours === null) return null;
  return {
    id: 'answered-below',
    priority: 2,
    when: 'answered-below',
    text: 'What they ask of links, orders, opening hours or how to reach {brand} is answered below your reply: leave that part out and answer the rest.',
  };
}

const quoted = (phrases: readonly string[]): string => phrases.map((phrase) => `"${phrase}"`).join(', ');

/** "monday 09:00-12:00, 13:00-17:00; friday 18:00-24:00". */
function weekText({ weekly }: HoursDefinition): string {
  return WEEKDAYS.flatMap((day) => {
    const times = weekly[day] ?? [];
    return times.length === 0 ? [] : [`${day} ${times.map(({ from, until }) => `${from}-${until}`).join(', ')}`];
  }).join('; ');
}
