import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { Modal } from '../components/modal.tsx';

interface ConversationDrawerProps {
  readonly openId: string | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The list on a narrow screen. Closes by itself when another conversation opens. */
export function ConversationDrawer({ openId, onClose, children }: ConversationDrawerProps) {
  const { t } = useTranslation(['talk', 'common']);
  const headingId = useId();
  const openedOn = useRef(openId);
  useEffect(() => {
    if (openedOn.current !== openId) onClose();
  }, [openId, onClose]);
  return (
    <Modal
      labelledBy={headingId}
      className="m-0 h-dvh max-h-none w-[min(20rem,calc(100vw-3rem))] max-w-none border-e border-line bg-surface text-ink shadow-lifted open:flex open:flex-col"
      onClose={onClose}
    >
      <div className="flex items-center justify-between py-2 ps-6 pe-2">
        <h2 id={headingId} className="text-lg font-semibold">
          {t('conversations')}
        </h2>
        <Button shape="icon" aria-label={t('common:close')} onClick={onClose}>
          <X className="size-5" />
        </Button>
      </div>
      {children}
    </Modal>
  );
}
