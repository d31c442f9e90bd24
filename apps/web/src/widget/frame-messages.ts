/*
 * What the widget on a brand's page and the page in its frame say to each other, by `postMessage`. Each side takes
 * messages from the other's window only. A token goes this way and never in an address, where logs would keep it.
 */

/** From the brand's page to the frame. */
export type ToFrame =
  /** Answers `ready`: the talk may begin, as the customer of `token` where the brand vouches for one. */
  | { readonly rapport: 'begin'; readonly token: string | null }
  | { readonly rapport: 'identify'; readonly token: string }
  | { readonly rapport: 'sign-out' }
  | { readonly rapport: 'visible'; readonly isVisible: boolean };

/** From the frame to the brand's page. */
export type FromFrame =
  | { readonly rapport: 'ready' }
  | { readonly rapport: 'close' }
  /** How many messages came while the widget was closed. */
  | { readonly rapport: 'unread'; readonly count: number }
  | { readonly rapport: 'identity-refused' };

type Kinds<Message extends { readonly rapport: string }> = ReadonlySet<Message['rapport']>;

const TO_FRAME: Kinds<ToFrame> = new Set(['begin', 'identify', 'sign-out', 'visible']);
const FROM_FRAME: Kinds<FromFrame> = new Set(['ready', 'close', 'unread', 'identity-refused']);

/** Other scripts of a page post messages too: what is not of this conversation is none of ours. */
const isOneOf = (kinds: ReadonlySet<string>, data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'rapport' in data &&
  typeof data.rapport === 'string' &&
  kinds.has(data.rapport);

export const isToFrame = (data: unknown): data is ToFrame => isOneOf(TO_FRAME, data);
export const isFromFrame = (data: unknown): data is FromFrame => isOneOf(FROM_FRAME, data);
