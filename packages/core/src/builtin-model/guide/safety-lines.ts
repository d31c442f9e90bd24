import type { SAFETY_NOTE_KINDS } from '@rapport/wire';

type SafetyNoteKind = (typeof SAFETY_NOTE_KINDS)[number];

/** How the note that must accompany a passage is worded, and how to tell that an answer says it already. */
export const SAFETY_LINES: Readonly<
  Record<SafetyNoteKind, { readonly said: RegExp; readonly lines: readonly string[] }>
> = {
  patch_test: {
    said: /\bpatch[- ]test/i,
    lines: [
      'Do a patch test first, on a small area, and wait 48 hours.',
      'Please patch test a small area 48 hours before.',
    ],
  },
  avoid_allergen: {
    said: /\b(avoid|allerg|full ingredient list|check the (label|ingredient))/i,
    lines: ["Check the full ingredient list every time, and leave out anything you've reacted to."],
  },
  stop_use: {
    said: /\b(stop using|stop use|rinse it (out|off)|wash it (out|off))\b/i,
    lines: ['Stop using it and rinse it out if your skin reacts, and see a doctor if it does not settle.'],
  },
  loosen_style: {
    said: /\b(loosen|loose|looser|tension|too tight|take it down)\b/i,
    lines: ['If a style hurts, it is too tight: have it loosened or taken down.'],
  },
  see_doctor: {
    said: /\b(doctor|physician|pediatrician|dermatologist)\b/i,
    lines: ['Please have a doctor look at it.'],
  },
  see_dermatologist: {
    said: /\b(dermatologist|doctor)\b/i,
    lines: ['Please have a dermatologist take a look.', 'A dermatologist should see that, sooner rather than later.'],
  },
  see_doctor_if_persists: {
    said: /\b(doctor|dermatologist)\b/i,
    lines: ["If it doesn't settle within a couple of weeks, see a doctor."],
  },
  ask_doctor_pharmacist: {
    said: /\b(doctor|pharmacist|oncolog|care team|midwife)/i,
    lines: ['Check with your doctor or pharmacist first.'],
  },
  urgent_care: {
    said: /\b(urgent|emergency|911|right away|immediately)\b/i,
    lines: ['Please get medical care right away: call your local emergency number if it is severe.'],
  },
  urgent_poison_control: {
    said: /\bpoison (control|center|centre|help)\b/i,
    lines: ['Call poison control now (1-800-222-1222 in the US), or your local emergency number.'],
  },
};
