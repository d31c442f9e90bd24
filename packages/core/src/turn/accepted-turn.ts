import type { JourneyStage, Persona } from '@rapport/wire';
import { type Advice, adviceOf } from '../advice/advice.ts';
import type { Database } from '../database/database.ts';
import type { StickyVariants } from '../experiments/assign.ts';
import { stickyVariantsOf } from '../experiments/experiment-store.ts';
import { type HairEntry, hairEntriesOf } from '../hair-profile/hair-profile.ts';
import { type HandOffRow, type HandOffStanding, standingOf } from '../hand-off/standing.ts';
import type { JourneyStanding } from '../journey/move.ts';
import type { ModelImage } from '../models/language-model.ts';
import type { PersonaStanding } from '../personas/come-across.ts';
import { openAsk, type PhotoAsk, photoAskOf, type StoredAsk } from '../photos/photo-asks.ts';

/** How many messages of the conversation's tail a turn reads. */
export const HISTORY_LENGTH = 40;
/** Of each, this many characters: what matters of a message is near its start. */
export const HISTORY_TEXT_LENGTH = 1_000;

export interface TurnInput {
  readonly userId: string;
  readonly assistant: string;
  readonly brand: string;
  readonly messageId: string;
  readonly text: string;
  /** Null starts a conversation. */
  readonly conversationId: string | null;
  readonly requestId: string;
  /** True when the person reads along; no part of the turn's meaning. */
  readonly streaming: boolean;
  /** The message of the person's that this one is said in place of; absent: none. Needs a conversation. */
  readonly replaces?: string;
  /** What else the turn's meaning hangs on, such as images: part of what makes a repeated request the same one. */
  readonly attachments: readonly string[];
  /** Pictures that came with the message, ready for a model. They are not kept. */
  readonly images: readonly ModelImage[];
  /** Of the pictures, those that were sent ahead and that nobody has said to keep, by id. Absent: none. */
  readonly uploads?: readonly string[];
  /**
   * What was said before by the caller's own account, oldest first, for a door whose clients keep the conversation; used
   * where a conversation starts, never stored and never believed about the person. Null for all others.
   */
  readonly givenHistory: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[] | null;
}

/** What the claim gives a turn to work with: one round trip for all of it. */
export interface AcceptedTurn {
  readonly input: TurnInput;
  readonly conversationId: string;
  readonly replyId: string;
  readonly replySequence: number;
  readonly startedAt: Date;
  /** How often the turn was taken over before: 0 for the first to answer it. */
  readonly takeovers: number;
  readonly awaitingName: boolean;
  /** What vendors' models have cost for this person since `spendingSince`, in millionths of a US dollar. */
  readonly spentMicroUsd: number;
  /** Whether people have the conversation, or are about to. */
  readonly handOff: HandOffStanding;
  /** The conversation's tail before the message, oldest first; `sequence` is absent for what the caller brought along. */
  readonly history: readonly {
    readonly role: 'user' | 'assistant';
    readonly text: string;
    readonly sequence?: number;
  }[];
  readonly person: {
    readonly preferredName: string | null;
    readonly displayName: string | null;
    readonly accountName: string;
    readonly email: string;
    readonly isGuest: boolean;
    readonly locale: string;
    readonly timeZone: string;
    /** As the profile has it; null when it is not known. */
    readonly birthYear: number | null;
    /** False when the person switched memory off: nothing is read of it and nothing is learnt. */
    readonly keepsMemories: boolean;
    /** True when each assistant may know what the others do. */
    readonly sharesAcrossAssistants: boolean;
    /** False when the person switched moods off: none is kept or shown. */
    readonly keepsMoods: boolean;
    /** False when the person doesn't want to be counted: nothing is tried on them. */
    readonly allowsAnalytics: boolean;
    /** The variants of experiments they have, by experiment. */
    readonly stickyVariants: StickyVariants;
  };
  /** What this assistant knows and owes of this person. */
  readonly standing: {
    readonly nameAsks: number;
    readonly lastDisclosedAt: Date | null;
    readonly careLevel: 'none' | 'concern' | 'crisis';
    readonly careTurnsLeft: number;
    readonly journey: JourneyStanding;
    readonly personas: PersonaStanding;
    /** What they said of their hair, oldest first. */
    readonly hair: readonly HairEntry[];
    /** What it advised them and what came of it, the latest first. */
    readonly advice: readonly Advice[];
    /** What they were asked of a photo in this conversation and have not answered; null or absent: nothing. */
    readonly photoAsk?: PhotoAsk | null;
  };
}

export interface AcceptContext {
  readonly database: Database;
  readonly instanceId: string;
  readonly leaseMs: number;
  readonly now: Date;
  readonly newId: () => string;
  /** From when what the person's replies cost is summed up; null when there is no budget to keep to. */
  readonly spendingSince: Date | null;
}

/** What a statement that gives this instance a turn returns: of the claim, the conversation and the person. */
export interface AcceptRow extends HandOffRow {
  conversation_found: boolean;
  conversation_id: string | null;
  reply_sequence: number | null;
  awaiting_name: boolean | null;
  history: { sequence: number; role: 'user' | 'assistant'; text: string }[] | null;
  preferred_name: string | null;
  display_name: string | null;
  account_name: string;
  email: string;
  is_guest: boolean;
  locale: string;
  time_zone: string;
  birth_year: number | null;
  keeps_memories: boolean;
  shares_across_assistants: boolean;
  keeps_moods: boolean;
  allows_analytics: boolean;
  sticky_variants: StickyVariants | null;
  name_asks: number | null;
  last_disclosed_at: Date | null;
  care_level: 'none' | 'concern' | 'crisis' | null;
  care_turns_left: number | null;
  persona: Persona | null;
  persona_scores: PersonaStanding['scores'] | null;
  persona_chosen: boolean | null;
  journey_stage: JourneyStage | null;
  journey_leaning: JourneyStanding['leaning'];
  hair: HairEntry[] | null;
  advice: Advice[] | null;
  photo_ask: StoredAsk | null;
  spent_micro_usd: number;
}

/** A message's text as history has it: what a person of the team said is not the assistant's. */
export const SAID = `left(case when author_name is null then text else author_name || ' (a person of the team): ' || text end, ${HISTORY_TEXT_LENGTH})`;

/** The columns of {@link AcceptRow} about the person, for a query over `users`, `profiles` and `standing`. */
export const PERSON_COLUMNS = `
  profiles.preferred_name, profiles.display_name, profiles.locale, profiles.time_zone, profiles.birth_year,
  coalesce(profiles.consent ->> 'memory', 'true') <> 'false' as keeps_memories,
  coalesce(profiles.consent ->> 'crossAssistant', 'false') = 'true' as shares_across_assistants,
  coalesce(profiles.consent ->> 'mood', 'true') <> 'false' as keeps_moods,
  coalesce(profiles.consent ->> 'analytics', 'true') <> 'false' as allows_analytics,
  ${stickyVariantsOf('users.id')} as sticky_variants,
  users.name as account_name, users.email, users.is_anonymous as is_guest,
  standing.name_asks, standing.last_disclosed_at, standing.care_level, standing.care_turns_left,
  standing.persona, standing.persona_scores, standing.persona_chosen, standing.journey_stage, standing.journey_leaning,
  ${hairEntriesOf('users.id', 'standing.assistant')} as hair,
  ${adviceOf('users.id', 'standing.assistant')} as advice, ${photoAskOf('users.id', 'standing.assistant')} as photo_ask`;

/** The column of {@link AcceptRow} that sums the ledger's rows of the person (`$1`); nothing is read when the moment is null. */
export const spentSince = (moment: string): string => `
  (select coalesce(sum(cost_micro_usd), 0)::float8 from model_attempts
   where user_id = $1 and started_at >= ${moment}) as spent_micro_usd`;

/** The turn a row stands for. */
export function acceptedTurn(
  input: TurnInput,
  row: AcceptRow,
  conversationId: string,
  replySequence: number,
  replyId: string,
  startedAt: Date,
): AcceptedTurn {
  return {
    input,
    conversationId,
    replyId,
    replySequence,
    startedAt,
    takeovers: 0,
    awaitingName: row.awaiting_name ?? false,
    spentMicroUsd: row.spent_micro_usd,
    handOff: standingOf(row),
    history: row.history ?? input.givenHistory ?? [],
    person: {
      preferredName: row.preferred_name,
      displayName: row.display_name,
      accountName: row.account_name,
      email: row.email,
      isGuest: row.is_guest,
      locale: row.locale,
      timeZone: row.time_zone,
      birthYear: row.birth_year,
      keepsMemories: row.keeps_memories,
      sharesAcrossAssistants: row.shares_across_assistants,
      keepsMoods: row.keeps_moods,
      allowsAnalytics: row.allows_analytics,
      stickyVariants: row.sticky_variants ?? {},
    },
    standing: {
      nameAsks: row.name_asks ?? 0,
      lastDisclosedAt: row.last_disclosed_at,
      careLevel: row.care_level ?? 'none',
      careTurnsLeft: row.care_turns_left ?? 0,
      journey: { stage: row.journey_stage, leaning: row.journey_leaning },
      personas: { persona: row.persona, scores: row.persona_scores ?? {}, isChosen: row.persona_chosen ?? false },
      hair: row.hair ?? [],
      advice: row.advice ?? [],
      photoAsk: openAsk(row.photo_ask, conversationId, startedAt),
    },
  };
}
