import type { Assistant } from '@rapport/wire';
import type { Thread } from './thread.ts';

export interface MessageListProps {
  readonly assistant: Assistant;
  readonly thread: Thread;
  /** Says a suggestion. */
  readonly choose: (text: string) => void;
  readonly retry: (messageId: string) => void;
  /** Says something in place of a message. */
  readonly sayAnew: (messageId: string, text: string) => void;
  /** Takes back a message that waits to be sent. */
  readonly discard: (messageId: string) => void;
  /** True while a person of the team answers: then no reply is missing, and none is suggested. */
  readonly isHandedOver: boolean;
  readonly isFollowing: boolean;
}
