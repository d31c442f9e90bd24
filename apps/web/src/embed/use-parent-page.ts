import { useEffect, useRef, useState } from 'react';
import { useClient } from '../client-context.ts';
import { findParentPage, type ParentPage } from './parent-page.ts';

interface Embedding {
  readonly parent: ParentPage;
  /** Whom the talk is with is settled: it may begin. */
  readonly hasBegun: boolean;
  /** Call when something was said to the person. */
  readonly noteMessage: () => void;
}

/**
 * Does what the brand's page asks: lets in the customer whom it vouches for, signs them out, and counts what comes while
 * the widget is closed. A token that is refused leaves whoever it is a guest, and the brand's page is told.
 */
export function useParentPage(assistant: string): Embedding {
  const { sessions } = useClient();
  const [parent] = useState(() => findParentPage(window));
  const [hasBegun, setHasBegun] = useState(!parent.isThere);
  const isVisible = useRef(true);
  const unread = useRef(0);
  useEffect(() => {
    const identify = async (token: string) => {
      try {
        await sessions.identify({ assistant, token });
      } catch (error) {
        console.warn('The customer could not be let in by the token of this site.', error);
        parent.send({ rapport: 'identity-refused' });
      }
    };
    const stop = parent.listen((message) => {
      if (message.rapport === 'begin') {
        if (message.token === null) setHasBegun(true);
        else void identify(message.token).finally(() => setHasBegun(true));
      } else if (message.rapport === 'identify') void identify(message.token);
      else if (message.rapport === 'sign-out') {
        // The talk goes first: whatever it still asked for would be asked in the name of the next.
        setHasBegun(false);
        void sessions.logOut().finally(() => setHasBegun(true));
      } else {
        isVisible.current = message.isVisible;
        if (message.isVisible) unread.current = 0;
      }
    });
    parent.send({ rapport: 'ready' });
    return stop;
  }, [assistant, parent, sessions]);
  const [noteMessage] = useState(() => () => {
    if (isVisible.current) return;
    unread.current += 1;
    parent.send({ rapport: 'unread', count: unread.current });
  });
  return { parent, hasBegun, noteMessage };
}
