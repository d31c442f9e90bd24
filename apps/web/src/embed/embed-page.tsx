import type { Assistant } from '@rapport/wire';
import { useParams } from '@tanstack/react-router';
import i18next from 'i18next';
import { Plus, X } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnknownPage } from '../app.tsx';
import type { Client } from '../client/client.ts';
import { ConversationView } from '../chat/conversation-view.tsx';
import { useAssistants, useClient, useSession } from '../client-context.ts';
import { AssistantFace } from '../components/assistant-face.tsx';
import { Button } from '../components/button.tsx';
import { Dots } from '../components/dots.tsx';
import { Notice } from '../components/notice.tsx';
import { isLanguage } from '../language/languages.ts';
import { useProblemWords } from '../problem-words.ts';
import { applyPageTheme } from '../theme.ts';
import { useParentPage } from './use-parent-page.ts';

/** One assistant in a frame on a brand's own site: the talk and nothing around it. */
export function EmbedPage() {
  const { assistant: id } = useParams({ strict: false });
  const assistant = useAssistants().find((known) => known.id === id);
  useWishesOfTheSite();
  return assistant === undefined ? <UnknownPage /> : <Embedded assistant={assistant} />;
}

/** Speaks the language and wears the colours that the site around asks for, here and not on the person's other pages. */
function useWishesOfTheSite(): void {
  useEffect(() => {
    const query = new URLSearchParams(window.location.search);
    const language = query.get('language')?.toLowerCase().split('-')[0];
    if (isLanguage(language)) void i18next.changeLanguage(language);
    const theme = query.get('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;
  }, []);
}

function Embedded({ assistant }: { readonly assistant: Assistant }) {
  const { parent, hasBegun, noteMessage } = useParentPage(assistant.id);
  const session = useSession();
  const person = session.status === 'active' ? session.session.user.id : '';
  useLayoutEffect(() => applyPageTheme(assistant.theme), [assistant]);
  const close = useCallback(() => parent.send({ rapport: 'close' }), [parent]);
  useCloseOnEscape(close);
  return (
    <div className="flex min-h-dvh flex-col">
      <title>{assistant.name}</title>
      {hasBegun ? (
        <Talk
          key={person}
          assistant={assistant}
          {...(parent.isThere ? { onClose: close } : {})}
          onMessage={noteMessage}
        />
      ) : (
        <Coming assistant={assistant} />
      )}
    </div>
  );
}

/** Escape closes the widget, unless it is for a reply, a dialog, a menu or an input method. */
function useCloseOnEscape(close: () => void): void {
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      const isForOther = document.querySelector('dialog[open], [role=menu], [aria-busy=true]') !== null;
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented && !isForOther) close();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [close]);
}

interface TalkProps {
  readonly assistant: Assistant;
  readonly onClose?: () => void;
  readonly onMessage: () => void;
}

function Talk({ assistant, onClose, onMessage }: TalkProps) {
  const { api, starter, store } = useClient();
  const hasSession = useSession().status === 'active';
  const describeProblem = useProblemWords();
  const { t } = useTranslation('common');
  const key = `rapport.embedded.${assistant.id}`;
  const [conversationId, setConversationId] = useState(() => store.get(key));
  const [error, setError] = useState<unknown>(null);
  const show = useCallback(
    (id: string) => {
      store.set(key, id);
      setConversationId(id);
    },
    [key, store],
  );
  const begin = useCallback(async () => {
    setError(null);
    try {
      const id = (await findRecent(api, hasSession, assistant.id)) ?? (await starter.open(assistant.id)).id;
      show(id);
    } catch (failure) {
      setError(failure);
    }
  }, [api, assistant.id, hasSession, show, starter]);
  useEffect(() => {
    if (conversationId === null) void begin();
  }, [begin, conversationId]);
  const startNew = async () => {
    try {
      show((await starter.open(assistant.id)).id);
    } catch (failure) {
      setError(failure);
    }
  };
  const words = error === null ? null : describeProblem(error);
  return (
    <>
      <Header assistant={assistant} onNew={() => void startNew()} {...(onClose === undefined ? {} : { onClose })} />
      <main className="flex grow flex-col">
        {words !== null && (
          <div className="grid grow place-items-center p-6">
            <Notice
              isWithinPage
              title={words.title}
              advice={words.advice}
              action={{ label: t('tryAgain'), run: begin }}
            />
          </div>
        )}
        {words === null && conversationId === null && <Coming assistant={assistant} />}
        {words === null && conversationId !== null && (
          <ConversationView
            key={conversationId}
            assistant={assistant}
            conversationId={conversationId}
            onTurnEnded={onMessage}
            startNew={() => void startNew()}
          />
        )}
      </main>
    </>
  );
}

/** Someone back within this time, on this device or another, goes on where they were; later they are greeted anew. */
const RECENT_MS = 24 * 60 * 60 * 1_000;

/** The talk to go on with. Who has no session has none, and isn't made a guest by looking. */
async function findRecent(api: Client['api'], hasSession: boolean, assistant: string): Promise<string | null> {
  if (!hasSession) return null;
  const [latest] = (await api.conversations(assistant, null)).items;
  if (latest === undefined || latest.title === null) return null;
  return Date.now() - Date.parse(latest.updatedAt) < RECENT_MS ? latest.id : null;
}

interface HeaderProps {
  readonly assistant: Assistant;
  readonly onNew: () => void;
  readonly onClose?: () => void;
}

function Header({ assistant, onNew, onClose }: HeaderProps) {
  const { t } = useTranslation(['embed', 'common']);
  return (
    <header className="sticky top-0 z-20 flex items-center gap-2 bg-accent px-3 py-2 text-on-accent">
      <AssistantFace assistant={assistant} className="size-9 ring-2 ring-on-accent/40" />
      <h1 className="flex min-w-0 grow items-center gap-2 font-semibold">
        <span className="truncate">{assistant.name}</span>
        <span className="rounded-md border border-on-accent px-1.5 text-xs font-medium">
          {t('embed:ai')}
          <span className="sr-only"> {t('embed:assistant')}</span>
        </span>
      </h1>
      <Button shape="icon" className={ON_ACCENT} aria-label={t('embed:newConversation')} onClick={onNew}>
        <Plus className="size-5" />
      </Button>
      {onClose !== undefined && (
        <Button shape="icon" className={ON_ACCENT} aria-label={t('common:close')} onClick={onClose}>
          <X className="size-5" />
        </Button>
      )}
    </header>
  );
}

const ON_ACCENT = 'hover:bg-on-accent/15 focus-visible:outline-on-accent';

function Coming({ assistant }: { readonly assistant: Assistant }) {
  const { t } = useTranslation('embed');
  return (
    <p role="status" className="px-5 py-8">
      <span className="sr-only">{t('coming', { name: assistant.name })}</span>
      <Dots />
    </p>
  );
}
