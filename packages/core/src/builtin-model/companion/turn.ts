import type { Mood } from '@rapport/wire';
import type { ReplyMaterial } from '../../models/reply-material.ts';
import type { Choice } from '../choice.ts';
import type { Conversation } from '../conversation.ts';
import type { Remark } from '../remark.ts';
import { countWords, fill, sentences } from '../writing.ts';
import type { Thread } from './thread.ts';

/** What every step of a companion's reply is asked with. */
export interface CompanionTurn {
  readonly material: ReplyMaterial;
  readonly conversation: Conversation;
  readonly choice: Choice;
  /** How the message itself feels. */
  readonly felt: Mood['polarity'];
  /** How the message feels, or, where it says nothing of that, how the ones before it felt. */
  readonly polarity: Mood['polarity'];
  /** What was being talked about before this message. */
  readonly thread: Thread;
  readonly remark: Remark | null;
}

/** One wording of a table that was not said yet if there is one, without a question that was asked before. */
export function pick({ conversation, choice }: CompanionTurn, key: string, table: readonly string[]): string {
  const wording = choice.one(key, conversation.freshest(table));
  const unasked = conversation.unasked(wording);
  return unasked === '' ? choice.one(`${key}-listening`, conversation.freshest(LISTENING)) : unasked;
}

/** One fresh wording, or nothing when all were said: for lines that a reply can do without. */
export function pickFresh({ conversation, choice }: CompanionTurn, key: string, table: readonly string[]): string {
  const wordings = conversation.fresh(table);
  return wordings.length === 0 ? '' : choice.one(key, wordings);
}

/** Stands in for a question that would be asked twice. */
const LISTENING: readonly string[] = ["I'm listening.", "I'm here, go on.", 'Take all the time you need.'];

/** {@link pick} from wordings with a `{name}` place, which is filled with ", Priya" or with nothing. */
export function pickNamed(turn: CompanionTurn, key: string, table: readonly string[]): string {
  const unnamed = table.map((wording) => fill(wording, { name: '' }));
  const chosen = turn.choice.one(key, turn.conversation.freshest(unnamed));
  const template = table[unnamed.indexOf(chosen)] ?? chosen;
  return turn.conversation.unasked(fill(template, { name: saysName(turn) ? `, ${turn.material.preferredName}` : '' }));
}

/** Longer sentences sound odd with a name at their end. */
const MOST_WORDS_BEFORE_NAME = 9;

/** Sets the name at the end of the first sentence, now and then: "That sounds exhausting, Priya." */
export function withName(turn: CompanionTurn, opener: string): string {
  const [first = '', ...rest] = sentences(opener);
  const ending = /[.!]$/.exec(first)?.[0];
  const natural =
    countWords(first) > 1 &&
    countWords(first) <= MOST_WORDS_BEFORE_NAME &&
    !/[,:;]/.test(first) &&
    ending !== undefined;
  if (!natural || !saysName(turn)) return opener;
  return [`${first.slice(0, -1)}, ${turn.material.preferredName}${ending}`, ...rest].join(' ');
}

/**
 * Whether this reply says the name: about one reply in three, never two running. Half of the turns that may, since the
 * turn after one that did may not.
 */
function saysName({ material, conversation, choice }: CompanionTurn): boolean {
  const { preferredName } = material;
  if (preferredName === null || conversation.lastReply?.includes(preferredName)) return false;
  return choice.chance('name', 0.5);
}
