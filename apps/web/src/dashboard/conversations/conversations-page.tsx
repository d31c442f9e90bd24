import { ConversationDetail } from './conversation-detail.tsx';
import { ConversationSearch } from './conversation-search.tsx';

/** The conversations behind the figures, or the one that is open. */
export function ConversationsPage({ item }: { readonly item: string | null }) {
  return item === null ? <ConversationSearch /> : <ConversationDetail id={item} />;
}
