import type { InboxAnswer } from '@rapport/wire';
import { useEffect, useState } from 'react';
import { useClient, useSession } from '../../client-context.ts';

/** Told to the window when something in the inbox was read, so that every badge counts anew. */
const READ = 'rapport-inbox-read';

export const noteInboxRead = (): void => void window.dispatchEvent(new Event(READ));

/**
 * How many messages of the inbox wait to be read, for a badge. Asked when the page opens and whenever one comes back to
 * it. 0 for someone with no session, of whom asking would make a guest, and while it isn't known: a badge that fails is
 * no badge.
 */
export function useUnread(): number {
  const { api } = useClient();
  const session = useSession();
  const person = session.status === 'active' ? session.session.user.id : null;
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    setUnread(0);
    if (person === null) return;
    let isCurrent = true;
    const count = () => {
      if (document.visibilityState !== 'visible') return;
      api.call<InboxAnswer>({ method: 'GET', path: '/api/v1/inbox?limit=1' }).then(
        (answer) => isCurrent && setUnread(answer.unread),
        () => undefined,
      );
    };
    count();
    window.addEventListener(READ, count);
    document.addEventListener('visibilitychange', count);
    return () => {
      isCurrent = false;
      window.removeEventListener(READ, count);
      document.removeEventListener('visibilitychange', count);
    };
  }, [api, person]);
  return unread;
}
