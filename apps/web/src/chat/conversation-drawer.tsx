import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Drawer } from '../components/drawer.tsx';

interface ConversationDrawerProps {
  readonly openId: string | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The list on a narrow screen. Closes by itself when another conversation opens. */
export function ConversationDrawer({ openId, onClose, children }: ConversationDrawerProps) {
  const { t } = useTranslation('talk');
  const openedOn = useRef(openId);
  useEffect(() => {
    if (openedOn.current !== openId) onClose();
  }, [openId, onClose]);
  return (
    <Drawer title={t('conversations')} onClose={onClose}>
      {children}
    </Drawer>
  );
}
