import type { ChatReplyDetails } from '@rapport/wire';

type SafetyNote = ChatReplyDetails['safetyNotes'][number];

/** What each kind of note tells a person; a reply words it in its own way, a client may show it beside. */
const TEXTS: Readonly<Record<SafetyNote['kind'], string>> = {
  patch_test: 'Do a patch test first: a little behind the ear or inside the elbow, and wait 48 hours.',
  avoid_allergen: 'Leave out anything you are allergic to, and read the ingredient list each time: recipes change.',
  stop_use: 'Stop using it, and rinse it off.',
  loosen_style: 'A style that hurts is too tight. Have it loosened or taken out.',
  see_doctor: 'Please see a doctor about this.',
  see_dermatologist: 'Please have a dermatologist look at this.',
  see_doctor_if_persists: 'If it does not get better within a few weeks, see a doctor.',
  ask_doctor_pharmacist: 'Ask your doctor or pharmacist before you use it.',
  urgent_care: 'This needs care today: urgent care, or the emergency number if breathing, face or throat are affected.',
  urgent_poison_control:
    'Call poison control now: in the US 1-800-222-1222, elsewhere your local poison line or emergency number.',
};

/** The notes that belong to what a reply drew on, each kind once. */
export function safetyNotesOf(kinds: readonly (SafetyNote['kind'] | null)[]): SafetyNote[] {
  const present = new Set(kinds.filter((kind) => kind !== null));
  return [...present].map((kind) => ({ kind, text: TEXTS[kind] }));
}
