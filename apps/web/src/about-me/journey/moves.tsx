import { useTranslation } from 'react-i18next';
import { ConversationLink } from '../conversation-link.tsx';

interface MovesProps {
  readonly assistant: string;
  readonly moves: readonly {
    readonly text: string;
    readonly why: string;
    readonly quotes: readonly string[];
    readonly messageId: string;
    readonly conversationId: string;
    /** ISO 8601. */
    readonly movedAt: string;
  }[];
}

/** Steps, the latest first, each with why and with the person's own words. */
export function Moves({ assistant, moves }: MovesProps) {
  const { i18n } = useTranslation();
  return (
    <ol className="divide-y divide-line border-y border-line">
      {moves.map(({ text, why, quotes, messageId, conversationId, movedAt }) => (
        <li key={messageId} className="py-3">
          <p>{text}</p>
          {quotes.length > 0 && (
            <p className="mt-0.5 border-s-2 border-soft ps-3 text-muted text-pretty">
              {quotes.map((quote) => `“${quote}”`).join(' · ')}
            </p>
          )}
          <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-muted">
            <span>{why}</span>
            <time dateTime={movedAt}>
              {new Date(movedAt).toLocaleDateString(i18n.language, { dateStyle: 'medium' })}
            </time>
            <ConversationLink assistant={assistant} conversation={conversationId} />
          </p>
        </li>
      ))}
    </ol>
  );
}
