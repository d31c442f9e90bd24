import type { SafetyProtocol } from '@rapport/wire';
import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import { CARE_LANGUAGES } from './care-words.ts';
import { CARE_TURNS, crisisReply } from './crisis-reply.ts';
import { DISCLOSURE_POLICIES, disclosureMinutes } from './disclosure-policy.ts';
import { HELPLINE_DIRECTORY, HELPLINES, HELPLINES_REVIEWED } from './helplines.ts';
import { ADULT_AGE } from './minors.ts';

/** Date of the last look at all of the protocol, ISO 8601. */
export const PROTOCOL_REVIEWED = '2026-11-30';

const DETECTED: SafetyProtocol['detected'] = [
  { level: 'crisis', what: 'Thoughts, plans or means of suicide, said plainly, in slang or sideways' },
  { level: 'crisis', what: 'Self-harm, and an overdose or poison taken' },
  { level: 'crisis', what: 'Violence or abuse suffered or threatened, and being held' },
  { level: 'crisis', what: 'Another person in danger of any of these' },
  { level: 'crisis', what: 'An intention or a voice that says to hurt someone' },
  { level: 'crisis', what: 'An eating disorder or drugs with a body in danger' },
  {
    level: 'concern',
    what: 'Lasting low mood, hopelessness, panic, grief, bullying, control by others, drinking or eating that has got out of hand',
  },
];

const RESPONSES: readonly string[] = [
  'A crisis is read and answered by rules in this server and by no vendor’s model, so it works with every vendor down and with a database that can’t be written or reached. No model can overrule it.',
  'The reply names the pain in a line, gives the line of the person’s country and the emergency number, asks one direct question about safety, says that it is an AI and stays.',
  `The next ${CARE_TURNS} turns stay in care, whatever is said in between: no memories, no campaigns, no suggestions.`,
  'Someone who says goodbye is let go with the number and a farewell.',
  `People under ${ADULT_AGE} are given a line for young people where there is one and are asked to tell a grown-up they trust.`,
  'Emergency services, a person or a company are never contacted in anyone’s name: the assistant says that it can’t.',
];

const PRIVACY =
  'What is counted has no person, no message, no words and no moment on it, only the day: its kind, the rule, the assistant, the country and the language.';

const SOURCES: SafetyProtocol['sources'] = [
  {
    title: 'Safe messaging and direct questions: asking about suicide does not give the idea (Dazzi et al., 2014)',
    url: 'https://doi.org/10.1017/S0033291714001299',
  },
  {
    title: 'WHO: Preventing suicide, a resource for media professionals',
    url: 'https://www.who.int/publications/i/item/9789240076846',
  },
  {
    title: 'Emotional Manipulation by AI Companions (De Freitas, Oğuz-Uğuralp and Kaan-Uğuralp, 2025)',
    url: 'https://arxiv.org/abs/2508.19258',
  },
  ...DISCLOSURE_POLICIES.filter(({ source }) => source.startsWith('https:')).map(({ law, source }) => ({
    title: law,
    url: source,
  })),
];

/** The protocol as it is published, made from the very tables that act, so that it can't drift from them. */
export function safetyProtocol(assistants: readonly AssistantDefinition[]): SafetyProtocol {
  return {
    reviewed: PROTOCOL_REVIEWED,
    detected: DETECTED,
    responses: [...RESPONSES],
    example: crisisReply(
      { level: 'crisis', kind: 'suicide', rule: null },
      { locale: 'en-US', timeZone: 'America/New_York', preferredName: null },
    ),
    careTurns: CARE_TURNS,
    languages: Object.keys(CARE_LANGUAGES),
    helplines: HELPLINES.map(({ country, name, number, takesTexts, emergency, source, child }) => ({
      country,
      name,
      number,
      takesTexts,
      emergency,
      source,
      forYoungPeople: child,
    })),
    elsewhere: { name: HELPLINE_DIRECTORY.name, url: HELPLINE_DIRECTORY.source },
    helplinesReviewed: HELPLINES_REVIEWED,
    disclosure: {
      assistants: assistants.map((assistant) => ({
        assistant: assistant.id,
        says: assistant.disclosure,
        atStart: true,
        everyMinutes: disclosureMinutes(assistant),
      })),
      places: DISCLOSURE_POLICIES.map(({ place, everyMinutes, remindsMinorsOfBreaks, law, source }) => ({
        place,
        everyMinutes,
        remindsMinorsOfBreaks,
        law,
        source,
      })),
    },
    counted: PRIVACY,
    sources: SOURCES,
  };
}
