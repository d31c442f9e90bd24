import type { CampaignTrigger } from '../assistants/campaigns-definition.ts';
import type { Statement } from '../database/database.ts';

/** Something that happened to a person and that a campaign begins from. */
export interface Occasion {
  readonly userId: string;
  /** What makes it another than the last; at most 80 characters. */
  readonly occasion: string;
  readonly happenedAt: Date;
  /** The advice that it is about; null for none. */
  readonly adviceId: string | null;
}

/** A trigger: in words for operators, and how its occasions are found. */
export interface Trigger {
  readonly summary: string;
  /**
   * Occasions of a while that the campaign has no row for, the oldest first, at most so many. Values: $1 assistant, $2 campaign, $3 after,
   * $4 until and including, $5 how many, and of `stage-reached` alone $6 the stage. Each reads a range of an index.
   */
  readonly find: Statement;
}

interface Finding {
  readonly name: string;
  readonly from: string;
  /** The column of the time it happened at, whose range is read. */
  readonly at: string;
  readonly user: string;
  readonly occasion: string;
  readonly advice: string;
  readonly where: string;
}

const finding = ({ name, from, at, user, occasion, advice, where }: Finding): Statement => ({
  name: `campaign-occasions-${name}`,
  text: `
select ${user} as "userId", ${occasion} as occasion, ${at} as "happenedAt", ${advice} as "adviceId"
from ${from}
where ${at} > $3 and ${at} <= $4 and ${where}
  and not exists (select from campaign_sends sends
    where sends.user_id = ${user} and sends.assistant = $1 and sends.campaign = $2 and sends.occasion = ${occasion})
order by ${at} limit $5`,
});

const CONVERSATIONS = {
  from: 'conversations here',
  at: 'here.updated_at',
  user: 'here.user_id',
  advice: 'null::uuid',
} as const;
const ADVICE = {
  from: 'advice',
  user: 'advice.user_id',
  occasion: 'advice.id::text',
  advice: 'advice.id',
  // Where somebody was to see a doctor, no campaign asks: the assistant does, when they are here.
  where: `advice.assistant = $1 and advice.dropped_at is null and advice.kind <> 'care' and not exists (
    select from advice_reports where advice_reports.user_id = advice.user_id and advice_reports.advice_id = advice.id
      and advice_reports.outcome <> 'not_tried')`,
} as const;
/** A person's conversations with the assistant in which they said something. */
const others = (order: string): string => `not exists (select from conversations other
    where other.user_id = here.user_id and other.assistant = $1 and other.last_sequence > 1 and ${order})`;

/** Every trigger. A new one is a line here, a word in the campaigns' definition and a rule of when it is no longer true. */
export const TRIGGERS: Readonly<Record<CampaignTrigger, Trigger>> = {
  'first-conversation-ended': {
    summary: 'Somebody’s first conversation ended: a welcome',
    find: finding({
      ...CONVERSATIONS,
      name: 'first-conversation',
      // Once in a life, however often they come.
      occasion: `'first'`,
      where: `here.assistant = $1 and here.last_sequence > 1 and ${others('(other.created_at, other.id) < (here.created_at, here.id)')}`,
    }),
  },
  'not-seen-for': {
    summary: 'Nothing was heard of somebody since',
    find: finding({
      ...CONVERSATIONS,
      name: 'not-seen',
      // Each absence is its own.
      occasion: `(extract(epoch from date_trunc('second', here.updated_at))::bigint)::text`,
      where: `here.assistant = $1 and here.last_sequence > 1 and ${others('(other.updated_at, other.id) > (here.updated_at, here.id)')}`,
    }),
  },
  'stage-reached': {
    summary: 'Somebody reached a stage of the journey',
    find: finding({
      name: 'stage',
      from: 'journey_moves moves',
      at: 'moves.moved_at',
      user: 'moves.user_id',
      // Once a stage: who falls back and comes again has read it.
      occasion: 'moves.to_stage',
      advice: 'null::uuid',
      where: 'moves.assistant = $1 and moves.to_stage = $6',
    }),
  },
  'product-recommended': {
    summary: 'Somebody was advised a product and has not said how it went',
    find: finding({
      ...ADVICE,
      name: 'product',
      at: 'advice.given_at',
      where: `advice.item_kind = 'product' and ${ADVICE.where}`,
    }),
  },
  'advice-due': {
    summary: 'Advice is due to be asked after',
    find: finding({ ...ADVICE, name: 'advice', at: 'advice.ask_after', where: `advice.asks < 2 and ${ADVICE.where}` }),
  },
};
