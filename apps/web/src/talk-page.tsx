import { useParams } from '@tanstack/react-router';
import { UnknownPage } from './app.tsx';
import { ChatPage } from './chat/chat-page.tsx';
import { useAssistants, useSession } from './client-context.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Finds whom the address means. An address may hold anything: what names nobody here is an unknown page. */
export function TalkPage() {
  const { assistant: assistantId, conversation } = useParams({ strict: false });
  const assistants = useAssistants();
  const session = useSession();
  const assistant = assistants.find(({ id }) => id === assistantId);
  if (assistant === undefined || (conversation !== undefined && !UUID.test(conversation))) return <UnknownPage />;
  // Another person on this device starts from nothing: no message of the one before may stay on the screen.
  const person = session.status === 'active' ? session.session.user.id : '';
  return (
    <ChatPage
      key={`${assistant.id} ${person}`}
      assistant={assistant}
      conversationId={conversation?.toLowerCase() ?? null}
    />
  );
}
