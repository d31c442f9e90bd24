import { HandOffCase } from './hand-off-case.tsx';
import { HandOffInbox } from './hand-off-inbox.tsx';

/** Conversations that wait for people, or the one that is open. */
export function HandOffPage({ item }: { readonly item: string | null }) {
  return item === null ? <HandOffInbox /> : <HandOffCase id={item} />;
}
