import type { ListedMessage } from '@rapport/wire';
import { useParams } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { useProblemWords } from '../problem-words.ts';
import { RichTextView } from './rich-text-view.tsx';

/** What stood in the conversation before a message was said anew, to be read. */
export function EarlierCourse({ messageId }: { readonly messageId: string }) {
  const { conversation } = useParams({ strict: false });
  const { api } = useClient();
  const { t } = useTranslation('talk-more');
  const describeProblem = useProblemWords();
  const [isOpen, setIsOpen] = useState(false);
  const [messages, setMessages] = useState<readonly ListedMessage[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  if (conversation === undefined) return null;
  const toggle = async () => {
    setIsOpen(!isOpen);
    if (messages !== null || isOpen) return;
    setFailure(null);
    try {
      setMessages(await api.replacedMessages(conversation, messageId));
    } catch (error) {
      const { title, advice } = describeProblem(error);
      setFailure(`${title}. ${advice}`);
    }
  };
  return (
    <div className="mt-1 grid w-full justify-items-end">
      <Button
        shape="link"
        className="flex min-h-8 items-center gap-1.5 px-1 text-sm text-muted"
        aria-expanded={isOpen}
        onClick={() => void toggle()}
      >
        <History className="size-4" />
        {t(isOpen ? 'earlier.hide' : 'earlier.show')}
      </Button>
      {isOpen && (
        <section
          aria-label={t('earlier.title')}
          className="mt-1 w-full rounded-2xl border border-dashed border-edge p-4 text-start"
        >
          <p role="status" className="text-sm text-muted">
            {failure ?? (messages === null ? t('earlier.loading') : t('earlier.explanation'))}
          </p>
          <ol className="mt-3 grid gap-3">
            {messages?.map(({ id, role, text, replaces }) => (
              <li key={id}>
                <p className="text-sm font-medium">{t(role === 'user' ? 'earlier.you' : 'earlier.assistant')}</p>
                {role === 'user' ? (
                  <p className="whitespace-pre-wrap">{text}</p>
                ) : (
                  <RichTextView text={text} findContacts={false} />
                )}
                {replaces !== undefined && <EarlierCourse messageId={id} />}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
