import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BUTTON_LOOKS } from '../components/button.tsx';

interface ConversationLinkProps {
  readonly assistant: string;
  readonly conversation: string;
}

/** Leads to where something was said. */
export function ConversationLink({ assistant, conversation }: ConversationLinkProps) {
  const { t } = useTranslation('about-me');
  return (
    <Link
      to="/a/$assistant/c/$conversation"
      params={{ assistant, conversation }}
      className={`inline-flex min-h-6 items-center text-ink ${BUTTON_LOOKS.link}`}
    >
      {t('conversation')}
    </Link>
  );
}
