import { useCallback } from 'react';
import { SessionEndedDialog } from './account/session-ended-dialog.tsx';
import { ChatPage } from './chat/chat-page.tsx';
import { AssistantsProvider, useAssistants, useClient, useSession } from './client-context.ts';
import { Dots } from './controls.tsx';
import { HomePage } from './home-page.tsx';
import { Link, useRoute } from './navigation.tsx';
import { Notice } from './notice.tsx';
import { describeProblem } from './problem-words.ts';
import { useLoad } from './use-load.ts';

/** Loads what every page needs, then shows the page that the address names. */
export function App() {
  const { api } = useClient();
  const session = useSession();
  const { loaded, reload } = useLoad(useCallback(() => api.assistants(), [api]));
  if (loaded.status === 'loading') {
    return (
      <main className="grid min-h-dvh place-items-center">
        <p role="status">
          <span className="sr-only">Loading</span>
          <Dots />
        </p>
      </main>
    );
  }
  if (loaded.status === 'failed') {
    const { title, advice } = describeProblem(loaded.error);
    return (
      <main className="grid min-h-dvh place-items-center p-6">
        <Notice title={title} advice={advice} action={{ label: 'Try again', run: reload }} />
      </main>
    );
  }
  return (
    <AssistantsProvider value={loaded.value}>
      <Page />
      {session.status === 'ended' && <SessionEndedDialog wasGuest={session.wasGuest} />}
    </AssistantsProvider>
  );
}

function Page() {
  const route = useRoute();
  const session = useSession();
  const assistants = useAssistants();
  if (route.page === 'home') return <HomePage />;
  const assistant = route.page === 'unknown' ? undefined : assistants.find(({ id }) => id === route.assistant);
  if (route.page === 'unknown' || assistant === undefined) return <Unknown />;
  // Another person on this device starts from nothing: no message of the one before may stay on the screen.
  const person = session.status === 'active' ? session.session.user.id : '';
  const conversationId = route.page === 'conversation' ? route.conversation : null;
  return <ChatPage key={`${assistant.id} ${person}`} assistant={assistant} conversationId={conversationId} />;
}

function Unknown() {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <Notice title="There is no such page" advice="The address may be mistyped, or the assistant has moved on.">
        <Link href="/" className="rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent">
          See who is here
        </Link>
      </Notice>
    </main>
  );
}
