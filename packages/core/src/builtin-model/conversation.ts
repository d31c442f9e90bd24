import type { ReplyMaterial } from '../models/reply-material.ts';
import { plain, sentences } from './writing.ts';

/** The conversation so far, as the composer asks about it. */
export interface Conversation {
  /** What the assistant said last, or null when it has not spoken. */
  readonly lastReply: string | null;
  /** The question that the assistant's last message ended with, or null. */
  readonly lastQuestion: string | null;
  /** The person's earlier messages, oldest first. */
  readonly personSaid: readonly string[];
  /** True when the wording stands in something the assistant said, whatever its punctuation. */
  hasSaid(wording: string): boolean;
  /** The wordings that the assistant has not used yet. */
  fresh(wordings: readonly string[]): readonly string[];
  /** The wording without its questions that were asked before: nothing is asked twice in one conversation. */
  unasked(wording: string): string;
  /** {@link fresh}, or all of them when every one has been used: for wordings a reply can't do without. */
  freshest(wordings: readonly string[]): readonly string[];
}

/** Reads a conversation's history. The person's name, set into a wording, doesn't make it a new one. */
export function readConversation(history: ReplyMaterial['history'], preferredName: string | null): Conversation {
  const withoutName = (text: string) => (preferredName === null ? text : text.replaceAll(`, ${preferredName}`, ''));
  const comparable = (text: string) => ` ${plain(withoutName(text))} `;
  const replies = history.filter((spoken) => spoken.role === 'assistant').map((spoken) => spoken.text);
  const said = replies.map(comparable);
  const lastReply = replies.at(-1) ?? null;
  const lastSentence = lastReply === null ? undefined : sentences(lastReply).at(-1);
  const hasSaid = (wording: string) => {
    const sought = comparable(wording);
    return sought.trim() !== '' && said.some((reply) => reply.includes(sought));
  };
  const isRepeat = (sentence: string) => sentence.endsWith('?') && hasSaid(sentence);
  const fresh = (wordings: readonly string[]) =>
    wordings.filter((wording) => !hasSaid(wording) && !sentences(wording).some(isRepeat));
  return {
    lastReply,
    lastQuestion: lastSentence?.endsWith('?') ? lastSentence : null,
    personSaid: history.filter((spoken) => spoken.role === 'user').map((spoken) => spoken.text),
    hasSaid,
    fresh,
    unasked: (wording) =>
      sentences(wording)
        .filter((sentence) => !isRepeat(sentence))
        .join(' '),
    freshest(wordings) {
      const unused = fresh(wordings);
      if (unused.length > 0) return unused;
      const notJustNow = wordings.filter((wording) => !said.at(-1)?.includes(comparable(wording)));
      return notJustNow.length > 0 ? notJustNow : wordings;
    },
  };
}
