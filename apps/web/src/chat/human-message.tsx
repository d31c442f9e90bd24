import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThreadMessage } from './thread.ts';

/** What a person of the team said: under their name, with a badge that tells them from the assistant, as plain text. */
export const HumanMessage = memo(function HumanMessage({ message }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation('talk');
  const name = message.humanName ?? '';
  return (
    <article className="flex gap-4">
      <span
        aria-hidden="true"
        className="grid size-9 shrink-0 place-items-center rounded-full border border-edge bg-raised font-medium max-sm:hidden"
      >
        {name.charAt(0).toUpperCase()}
      </span>
      <div className="min-w-0 rounded-3xl rounded-es-lg border border-line bg-raised px-4.5 py-2.5">
        <h2 className="mb-0.5 flex flex-wrap items-center gap-2 text-sm font-medium">
          <span className="break-words">{name}</span>
          <span className="rounded-full bg-tint px-2 py-0.5 text-xs">{t('personOfTheTeam')}</span>
        </h2>
        <p className="break-words whitespace-pre-wrap">{message.text}</p>
      </div>
    </article>
  );
});

/** Says, above where one writes, that a person reads and answers now. */
export function HumanAnswersNotice({ name, assistant }: { readonly name: string; readonly assistant: string }) {
  const { t } = useTranslation('talk');
  return <TeamNotice isHere>{t('humanAnswers', { name, assistant })}</TeamNotice>;
}

interface WaitingNoticeProps {
  readonly reference: string;
  /** By when a person answers, in ISO 8601; null where nothing was promised. */
  readonly answerBy: string | null;
}

/** Says, above where one writes, that people have been asked and when they answer. */
export function WaitingNotice({ reference, answerBy }: WaitingNoticeProps) {
  const { t, i18n } = useTranslation('talk');
  const isAhead = answerBy !== null && Date.parse(answerBy) > Date.now();
  // As words without elements in them: what puts elements into words weighs more than the notice.
  return (
    <TeamNotice>
      {isAhead
        ? t('caseWaitsUntil', { reference, time: inWords(answerBy, i18n.language) })
        : t('caseWaits', { reference })}
    </TeamNotice>
  );
}

const inWords = (time: string, locale: string): string =>
  new Date(time).toLocaleString(locale, {
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });

interface TeamNoticeProps {
  /** Whether somebody of the team is there at this moment. */
  readonly isHere?: boolean;
  readonly children: ReactNode;
}

const TeamNotice = ({ isHere = false, children }: TeamNoticeProps) => (
  <p className="mx-auto mb-1.5 flex w-fit max-w-full items-center gap-2 rounded-2xl border border-line bg-raised px-3 py-1 text-sm">
    <span
      aria-hidden="true"
      className={`size-2 shrink-0 rounded-full ${isHere ? 'bg-accent' : 'border border-edge'}`}
    />
    <span className="min-w-0 break-words">{children}</span>
  </p>
);
