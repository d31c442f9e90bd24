import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import type { Assistant, Conversation } from '@rapport/wire';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from './chat/chat-header.tsx';
import { AccountButton } from './account/account-dialog.tsx';
import { AssistantFace } from './components/assistant-face.tsx';
import { describeDay } from './calendar.ts';
import { useAssistants, useClient, useSession } from './client-context.ts';
import { useFocusOnArrival } from './navigation.tsx';
import { applyTheme } from './theme.ts';
import { useLoad } from './use-load.ts';

const RECENT_SHOWN = 4;

/** The first page: who is here, and what was talked about last. */
export function HomePage() {
  const { t } = useTranslation('talk');
  const assistants = useAssistants();
  const session = useSession();
  useEffect(() => {
    document.title = 'Rapport';
  }, []);
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col px-5 sm:px-8">
      <header className="flex items-center justify-between py-4">
        <p className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
          <img src="/favicon.svg" alt="" className="size-7" />
          Rapport
        </p>
        <span className="-me-3.5 flex items-center">
          <MoreButton />
          <AccountButton />
        </span>
      </header>
      <main className="flex grow flex-col justify-center py-8 sm:py-12">
        <h1
          ref={useFocusOnArrival()}
          tabIndex={-1}
          className="text-4xl font-semibold tracking-tight text-balance sm:text-5xl"
        >
          {t('home.title')}
        </h1>
        <p className="mt-4 max-w-xl text-lg text-muted text-pretty">{t('home.explanation')}</p>
        {assistants.length === 0 ? (
          <p className="mt-10 rounded-3xl border border-line p-8 text-muted">{t('home.empty')}</p>
        ) : (
          <ul className="mt-10 grid gap-5 md:grid-cols-2">
            {assistants.map((assistant) => (
              <AssistantCard key={assistant.id} assistant={assistant} />
            ))}
          </ul>
        )}
        {session.status === 'active' && <RecentConversations key={session.session.user.id} />}
      </main>
    </div>
  );
}

function AssistantCard({ assistant }: { readonly assistant: Assistant }) {
  const { t } = useTranslation('talk');
  const card = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => (card.current === null ? undefined : applyTheme(card.current, assistant.theme)), [assistant]);
  const [starter] = assistant.starters;
  return (
    <li
      ref={card}
      className="themed group relative flex flex-col rounded-4xl border border-line bg-linear-to-br from-tint to-surface p-6 text-ink transition hover:-translate-y-0.5 hover:shadow-lifted sm:p-8"
    >
      <AssistantFace assistant={assistant} className="size-16 sm:size-20" />
      <h2 className="mt-5 text-2xl font-semibold tracking-tight">{assistant.name}</h2>
      <p className="mt-1.5 text-pretty">{assistant.tagline}</p>
      {starter !== undefined && <p className="mt-4 text-muted italic text-pretty">“{starter}”</p>}
      <p className="mt-auto pt-7">
        <Link
          to="/a/$assistant"
          params={{ assistant: assistant.id }}
          className="inline-flex items-center gap-2 rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent after:absolute after:inset-0 after:rounded-4xl group-hover:brightness-110"
        >
          {t('talkWith', { name: assistant.name })}
          <ArrowRight className="size-4.5 rtl:-scale-x-100" />
        </Link>
      </p>
    </li>
  );
}

/** The conversations to go on with. Says nothing when there are none, or when they can't be had: the cards still work. */
function RecentConversations() {
  const { t } = useTranslation('talk');
  const { api } = useClient();
  const assistants = useAssistants();
  const { loaded } = useLoad(useCallback(() => api.conversations(null, null), [api]));
  if (loaded.status !== 'ready') return null;
  const spoken = loaded.value.items.filter(({ title }) => title !== null).slice(0, RECENT_SHOWN);
  if (spoken.length === 0) return null;
  return (
    <section aria-labelledby="recent" className="mt-12 animate-arrive">
      <h2 id="recent" className="text-lg font-semibold">
        {t('home.recent')}
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {spoken.map((conversation) => (
          <RecentConversation
            key={conversation.id}
            conversation={conversation}
            assistant={assistants.find(({ id }) => id === conversation.assistant)}
          />
        ))}
      </ul>
    </section>
  );
}

interface RecentConversationProps {
  readonly conversation: Conversation;
  readonly assistant: Assistant | undefined;
}

function RecentConversation({ conversation, assistant }: RecentConversationProps) {
  const { i18n } = useTranslation();
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(
    () => (row.current === null || assistant === undefined ? undefined : applyTheme(row.current, assistant.theme)),
    [assistant],
  );
  if (assistant === undefined) return null;
  return (
    <li ref={row}>
      <Link
        to="/a/$assistant/c/$conversation"
        params={{ assistant: assistant.id, conversation: conversation.id }}
        className="flex items-center gap-4 rounded-xl px-2 py-3 transition hover:bg-tint"
      >
        <span className="themed">
          <AssistantFace assistant={assistant} className="size-9" />
        </span>
        <span className="min-w-0 grow truncate">
          <span className="sr-only">{assistant.name}: </span>
          {conversation.title}
        </span>
        <time dateTime={conversation.updatedAt} className="shrink-0 text-sm text-muted">
          {describeDay(conversation.updatedAt, new Date(), i18n.language)}
        </time>
      </Link>
    </li>
  );
}
