import type { Assistant } from '@rapport/wire';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AssistantFace } from '../components/assistant-face.tsx';
import { useClient } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { Dots } from '../components/dots.tsx';
import { Notice } from '../components/notice.tsx';
import { useProblemWords } from '../problem-words.ts';
import { Composer } from './composer.tsx';
import { Dock } from './dock.tsx';
import { HumanAnswersNotice, WaitingNotice } from './human-message.tsx';
import type { LiveConversation, Picture } from './live-conversation.ts';
import { MessageList } from './message-list.tsx';
import { ReplyAnnouncer } from './reply-announcer.tsx';
import { useConversationFeed } from './use-conversation-feed.ts';
import { useFollowLatest } from './use-follow-latest.ts';
import { useLiveConversation } from './use-live-conversation.ts';

interface ConversationViewProps {
  readonly assistant: Assistant;
  readonly conversationId: string;
  /** Leaves this conversation for a new one. */
  readonly startNew: () => void;
  /** Called with the conversation's id. */
  readonly onTurnEnded: (conversationId: string) => void;
}

/** One conversation: what was said, and where one says the next thing. Key it by the conversation's id. */
export function ConversationView({ assistant, conversationId, startNew, onTurnEnded }: ConversationViewProps) {
  const { store } = useClient();
  const { t } = useTranslation('talk');
  const { live, state } = useLiveConversation(assistant, conversationId);
  const { thread, history } = state;
  const handOff = useConversationFeed(conversationId, live, thread);
  const humanName = handOff?.state === 'human' ? handOff.humanName : null;
  const content = useRef<HTMLDivElement>(null);
  const { isFollowing, jumpToLatest } = useFollowLatest(content);
  const { turn, finishedKey } = thread;

  useEffect(() => {
    if (finishedKey !== null) onTurnEnded(conversationId);
  }, [finishedKey, conversationId, onTurnEnded]);

  useStopOnEscape(live, turn !== null);
  const send = useCallback(
    (text: string, pictures: readonly Picture[] = []) => {
      jumpToLatest();
      void live.send(text, { pictures });
    },
    [live, jumpToLatest],
  );
  // A chip or a button that was pressed goes away; the focus goes on to where the next thing is written or read.
  const moveFocusOn = useCallback(() => {
    const field = window.matchMedia('(pointer: fine)').matches ? document.getElementById('message') : content.current;
    field?.focus({ preventScroll: true });
  }, []);
  const choose = useCallback(
    (text: string) => {
      send(text);
      moveFocusOn();
    },
    [send, moveFocusOn],
  );
  const retry = useCallback(
    (messageId: string) => {
      jumpToLatest();
      moveFocusOn();
      void live.retry(messageId);
    },
    [live, jumpToLatest, moveFocusOn],
  );

  const sayAnew = useCallback(
    (messageId: string, text: string) => {
      jumpToLatest();
      moveFocusOn();
      void live.send(text, { replaces: messageId });
    },
    [live, jumpToLatest, moveFocusOn],
  );
  const discard = useCallback((messageId: string) => live.discard(messageId), [live]);

  if (history.status === 'failed') {
    return <OpeningFailed error={history.error} startNew={startNew} retry={() => void live.open()} />;
  }
  return (
    <>
      <div ref={content} tabIndex={-1} className="grow px-4 pt-6 pb-4 sm:px-8">
        {history.status === 'loading' && thread.messages.length === 0 ? (
          <p role="status">
            <span className="sr-only">{t('loadingConversation')}</span>
            <Dots />
          </p>
        ) : (
          <>
            {thread.earlierCursor === null ? (
              <div className="mx-auto mt-2 mb-8 max-w-lg text-center">
                <AssistantFace assistant={assistant} className="mx-auto size-16" />
                <p className="mt-4 text-sm text-muted text-pretty">{assistant.disclosure}</p>
              </div>
            ) : (
              <EarlierButton isLoading={state.isLoadingEarlier} load={() => live.loadEarlier()} />
            )}
            <MessageList
              assistant={assistant}
              thread={thread}
              choose={choose}
              retry={retry}
              sayAnew={sayAnew}
              discard={discard}
              isFollowing={isFollowing}
              isHandedOver={humanName !== null}
            />
          </>
        )}
      </div>
      <ReplyAnnouncer assistantName={assistant.name} thread={thread} />
      <Dock isFollowing={isFollowing} isReconnecting={turn?.isReconnecting ?? false} jumpToLatest={jumpToLatest}>
        {humanName !== null && <HumanAnswersNotice name={humanName} assistant={assistant.name} />}
        {handOff?.state === 'waiting' && handOff.reference !== null && (
          <WaitingNotice reference={handOff.reference} answerBy={handOff.answerBy} />
        )}
        <Composer
          assistantName={assistant.name}
          store={store}
          acceptsPictures={assistant.accepts.images && humanName === null}
          draftKey={`rapport.draft.${conversationId}`}
          turn={turn === null ? null : turn.isStopping ? 'stopping' : 'replying'}
          onSend={send}
          onStop={() => void live.stop()}
        />
      </Dock>
    </>
  );
}

/** Escape stops a reply, unless it is for a dialog or for an input method. */
function useStopOnEscape(live: LiveConversation, isReplying: boolean): void {
  useEffect(() => {
    if (!isReplying) return;
    const stopOnEscape = (event: KeyboardEvent) => {
      const isForDialog = document.querySelector('dialog[open]') !== null;
      if (event.key === 'Escape' && !event.isComposing && !isForDialog) void live.stop();
    };
    document.addEventListener('keydown', stopOnEscape);
    return () => document.removeEventListener('keydown', stopOnEscape);
  }, [isReplying, live]);
}

interface EarlierButtonProps {
  readonly isLoading: boolean;
  readonly load: () => Promise<void>;
}

function EarlierButton({ isLoading, load }: EarlierButtonProps) {
  const { t } = useTranslation('talk');
  const loadInPlace = async () => {
    // What was on the screen stays where it was; browsers without scroll anchoring would jump to the new beginning.
    const { scrollHeight } = document.documentElement;
    const before = window.scrollY;
    await load();
    requestAnimationFrame(() => {
      window.scrollTo({ top: before + document.documentElement.scrollHeight - scrollHeight });
    });
  };
  return (
    <p className="mb-6 text-center">
      <Button shape="quiet" className="text-sm" aria-disabled={isLoading} onClick={loadInPlace}>
        {t(isLoading ? 'loadingEarlier' : 'showEarlier')}
      </Button>
    </p>
  );
}

interface OpeningFailedProps {
  readonly error: unknown;
  readonly startNew: () => void;
  readonly retry: () => void;
}

function OpeningFailed({ error, startNew, retry }: OpeningFailedProps) {
  const { t } = useTranslation(['talk', 'common']);
  const describeProblem = useProblemWords();
  const { title, advice, canRetry } = describeProblem(error);
  return (
    <div className="grid grow place-items-center p-6">
      <Notice
        isWithinPage
        title={title}
        advice={advice}
        action={canRetry ? { label: t('common:tryAgain'), run: retry } : { label: t('startNewOne'), run: startNew }}
      />
    </div>
  );
}
