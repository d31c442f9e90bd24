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

/** Notes under which nothing comes before the help itself, and nothing distracts from it. */
const URGENT: ReadonlySet<SafetyNoteKind> = new Set(['urgent_poison_control', 'urgent_care', 'stop_use']);

export function isUrgent(note: SafetyNoteKind | null): boolean {
  return note !== null && URGENT.has(note);
}

/** Notes with which no longer version is offered: whoever reads them should act on them, not read on. */
export function isMedical(note: SafetyNoteKind | null): boolean {
  return isUrgent(note) || note === 'see_doctor' || note === 'see_dermatologist';
}

/** How a reply reads that sent someone to emergency help. */
const SENT_TO_HELP = /\bpoison (control|line|help)\b|\bemergency (number|services|department)\b/i;
/** What is said when it turns worse. */
const WORSE =
  /\b(can'?t|cannot|can not|not|isn'?t|struggling to|hard to|trouble|stopped) (breath\w*|wak\w+|respond\w*|swallow\w*)|\b(unconscious|passed out|passing out|fainted|seizures?|convuls\w+|choking|turning (blue|purple|gr[ae]y)|blue lips|(face|lips|tongue|throat|eyes?) (is |are )?(swelling|swollen)|blurr(y|ed)|cloudy vision|can'?t see|going blind|throat|bleeding)\b/i;

export function sendsToHelp(reply: string | null): boolean {
  return reply !== null && SENT_TO_HELP.test(reply);
}

/** Whether a message tells of something that only emergency services should deal with. */
export function tellsOfWorse(message: string): boolean {
  return WORSE.test(message.replace(/[’‘]/g, "'"));
}
