import { readReasonWording } from '@rapport/core/assistants/hand-off-definition.ts';
import type { AssistantInput } from '@rapport/core/assistants/define-assistant.ts';

const workday = [{ from: '09:00', until: '17:00' }];

/** The people behind Sienna. The hours are an example, to be set to the brand's own. */
export const careTeam: NonNullable<AssistantInput['handOff']> = {
  team: 'the Sienna Naturals care team',
  reasons: ['asked', 'complaint', 'reaction', 'order', 'refund', 'press', 'unanswered'],
  wording: readReasonWording(new URL('../hand-off/reason-wording.json', import.meta.url)),
  hours: {
    timeZone: 'America/New_York',
    weekly: { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday },
    closedDays: [
      { date: '2026-12-25', name: 'Christmas Day' },
      { date: '2027-01-01', name: "New Year's Day" },
      { date: '2027-05-31', name: 'Memorial Day' },
      { date: '2027-07-05', name: 'Independence Day' },
      { date: '2027-09-06', name: 'Labor Day' },
      { date: '2027-11-25', name: 'Thanksgiving' },
    ],
  },
  answersWithinMinutes: 240,
};
