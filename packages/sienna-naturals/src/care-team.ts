import { readReasonWording } from '@rapport/core/assistants/hand-off-definition.ts';
import type { AssistantInput } from '@rapport/core/assistants/define-assistant.ts';

const workday = { from: '09:00', to: '17:00' };

/** The people behind Sienna: an example of hours, to be set to the brand's own. */
export const careTeam: NonNullable<AssistantInput['handOff']> = {
  team: 'the Sienna Naturals care team',
  reasons: ['asked', 'complaint', 'reaction', 'order', 'refund', 'press', 'unanswered'],
  wording: readReasonWording(new URL('../hand-off/reason-wording.json', import.meta.url)),
  timeZone: 'America/New_York',
  hours: { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday },
  // Federal holidays of the United States.
  closedOn: ['2026-12-25', '2027-01-01', '2027-05-31', '2027-07-05', '2027-09-06', '2027-11-25', '2027-12-24'],
  answersWithinMinutes: 240,
};
