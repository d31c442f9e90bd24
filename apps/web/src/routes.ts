/** What the address names. */
export type Route =
  | { readonly page: 'home' }
  /** A conversation with the assistant that is yet to begin. */
  | { readonly page: 'assistant'; readonly assistant: string }
  | { readonly page: 'conversation'; readonly assistant: string; readonly conversation: string }
  | { readonly page: 'unknown' };

const ASSISTANT = /^\/a\/([a-z][a-z0-9-]{0,63})\/?$/;
const CONVERSATION = /^\/a\/([a-z][a-z0-9-]{0,63})\/c\/([0-9a-fA-F-]{36})\/?$/;

/** Reads a path such as `/a/jumbo/c/0192…`. */
export function parseRoute(path: string): Route {
  if (path === '/') return { page: 'home' };
  const assistant = ASSISTANT.exec(path)?.[1];
  if (assistant !== undefined) return { page: 'assistant', assistant };
  const [, talkingTo, conversation] = CONVERSATION.exec(path) ?? [];
  if (talkingTo === undefined || conversation === undefined) return { page: 'unknown' };
  return { page: 'conversation', assistant: talkingTo, conversation: conversation.toLowerCase() };
}

export const assistantPath = (assistant: string): string => `/a/${assistant}`;
export const conversationPath = (assistant: string, conversation: string): string =>
  `/a/${assistant}/c/${conversation}`;
