import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toPlainText } from './rich-text.ts';
import type { Thread } from './thread.ts';

/** Long enough for a screen reader to have taken the text over; then it would only be read twice when browsing. */
const KEPT_MS = 8_000;

interface ReplyAnnouncerProps {
  readonly assistantName: string;
  readonly thread: Thread;
}

/** Reads each reply out once, when it is whole: the stream itself stands outside live regions. */
export function ReplyAnnouncer({ assistantName, thread: { messages, finishedKey } }: ReplyAnnouncerProps) {
  const { t } = useTranslation('talk');
  const finished = messages.find(({ key }) => key === finishedKey);
  const words = finished === undefined ? null : toPlainText(finished.text);
  const [announcement, setAnnouncement] = useState<string | null>(null);
  useEffect(() => {
    if (words === null) return setAnnouncement(null);
    setAnnouncement(words === '' ? t('wasStopped', { name: assistantName }) : `${assistantName}: ${words}`);
    const timer = setTimeout(() => setAnnouncement(null), KEPT_MS);
    return () => clearTimeout(timer);
  }, [words, assistantName, t]);
  return (
    <div role="log" aria-live="polite" aria-label={t('announcements')} className="sr-only">
      {announcement !== null && <p>{announcement}</p>}
    </div>
  );
}
