import type { CaseStatus, HandOffReason, HandOffState } from '@rapport/wire';
import type { CompleteCase, HandOffDialogue } from './dialogue.ts';

/** Where a conversation stands between its assistant and people, as a turn finds it. */
export interface HandOffStanding {
  readonly dialogue: HandOffDialogue | null;
  /** The latest case of the conversation that is not resolved. */
  readonly openCase: OpenCase | null;
  /** Who of the team answers at this moment; null: the assistant does. */
  readonly humanName: string | null;
  /** Counts up with each taking and handing back; a reply that was begun under an older one is not shown. */
  readonly fencingToken: number;
  /** Whom the person was last told is answering; null: the assistant. */
  readonly toldHuman: string | null;
}

export interface OpenCase {
  readonly id: string;
  readonly reference: string;
  readonly reason: HandOffReason;
  readonly status: CaseStatus;
  readonly answerBy: Date;
}

/** A case to be opened with the turn. */
export interface NewCase extends CompleteCase {
  readonly id: string;
  readonly reference: string;
  readonly answerBy: Date;
}

/** What a turn changes of it; what is left out stays. */
export interface HandOffChange {
  readonly dialogue?: HandOffDialogue | null;
  readonly toldHuman?: string | null;
  readonly opens?: NewCase;
  /** The case goes back to the team, with a new promise. */
  readonly reopens?: { readonly case: OpenCase; readonly answerBy: Date };
}

export const NOT_HANDED_OFF: HandOffStanding = {
  dialogue: null,
  openCase: null,
  humanName: null,
  fencingToken: 0,
  toldHuman: null,
};

/** What a statement returns of it: {@link HANDED_OFF_BY} from the conversation, {@link OPEN_CASE} from its cases. */
export interface HandOffRow {
  hand_off: HandOffDialogue | null;
  human_name: string | null;
  fencing_token: number | null;
  told_human: string | null;
  open_case: { id: string; reference: string; reason: HandOffReason; status: CaseStatus; answerBy: string } | null;
}

/** Columns of {@link HandOffRow} from a row of `conversations`; `now` is a parameter. */
export const handedOffBy = (conversation: string, now: string): string => `
  ${conversation}.hand_off, case when ${conversation}.owned_until > ${now} then ${conversation}.owner_name end as human_name,
  ${conversation}.fencing_token, ${conversation}.told_human`;

/** The column of {@link HandOffRow} with the latest case that is not resolved. */
export const openCaseOf = (user: string, conversation: string): string => `
  (select json_build_object('id', id, 'reference', reference, 'reason', reason, 'status', status, 'answerBy', answer_by)
   from cases where user_id = ${user} and conversation_id = ${conversation} and status <> 'resolved'
   order by opened_at desc, id desc limit 1) as open_case`;

export function standingOf(row: HandOffRow): HandOffStanding {
  const open = row.open_case;
  return {
    dialogue: row.hand_off,
    openCase: open === null ? null : { ...open, answerBy: new Date(open.answerBy) },
    humanName: row.human_name,
    fencingToken: row.fencing_token ?? 0,
    toldHuman: row.told_human,
  };
}

/** The standing in the API's shape; null: the assistant answers and nothing waits. */
export function handOffState({ dialogue, openCase, humanName }: HandOffStanding): HandOffState | null {
  const waiting = {
    reason: openCase?.reason ?? null,
    caseId: openCase?.id ?? null,
    reference: openCase?.reference ?? null,
    answerBy: openCase?.answerBy.toISOString() ?? null,
    humanName,
  };
  if (humanName !== null) return { state: 'human', ...waiting };
  if (dialogue?.step === 'collecting') return { state: 'collecting', ...waiting, reason: dialogue.reason };
  if (dialogue?.step === 'offered') return { state: 'offered', ...waiting, reason: 'unanswered' };
  return openCase === null ? null : { state: 'waiting', ...waiting };
}

/** The standing once a turn's change is stored. */
export function standingAfter(standing: HandOffStanding, change: HandOffChange): HandOffStanding {
  const { dialogue = standing.dialogue, toldHuman = standing.toldHuman, opens, reopens } = change;
  const openCase =
    opens !== undefined
      ? {
          id: opens.id,
          reference: opens.reference,
          reason: opens.reason,
          status: 'open' as const,
          answerBy: opens.answerBy,
        }
      : reopens !== undefined
        ? { ...reopens.case, status: 'open' as const, answerBy: reopens.answerBy }
        : standing.openCase;
  return { ...standing, dialogue, toldHuman, openCase };
}

/** Letters and digits that are not taken for one another when read aloud (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people call a case by, such as `7KQ-2M9`: the last 30 bits of its id, which are random. */
export function referenceOf(caseId: string): string {
  let bits = Number.parseInt(caseId.replaceAll('-', '').slice(-8), 16) % 2 ** 30;
  let letters = '';
  for (let place = 0; place < 6; place += 1) {
    letters = `${LETTERS.charAt(bits % 32)}${letters}`;
    bits = Math.floor(bits / 32);
  }
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
}
