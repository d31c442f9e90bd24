import type { PostToChat } from '@rapport/core/channels/channels.ts';
import { type PostTarget, postJson } from './post-json.ts';

/**
 * An incoming webhook of a team's chat, in the form of Slack's that Mattermost, Rocket.Chat and Discord (`…/slack`) take too:
 * `{ "text": … }`. Its address is its secret, so it is in no log.
 */
export function createChatHook(options: Omit<PostTarget, 'url'> & { readonly url: string }): PostToChat {
  const target = { ...options, url: new URL(options.url) };
  return ({ text, signal }) => postJson(target, JSON.stringify({ text }), {}, signal);
}
