import { ArrowDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { useOnline } from './use-online.ts';

interface DockProps {
  readonly isFollowing: boolean;
  readonly isReconnecting: boolean;
  readonly jumpToLatest: () => void;
  readonly children: ReactNode;
}

/** What stays at the foot of the screen: the way back to the latest, word of the connection, and the composer. */
export function Dock({ isFollowing, isReconnecting, jumpToLatest, children }: DockProps) {
  const { t } = useTranslation('talk');
  const isOnline = useOnline();
  const connection = isOnline ? (isReconnecting ? t('reconnecting') : null) : t('offline');
  return (
    <div className="safe-bottom sticky bottom-0 z-10 bg-surface px-3 pt-1 sm:px-6">
      {!isFollowing && (
        <p className="pointer-events-none absolute inset-x-0 -top-14 flex justify-center">
          <Button
            shape="outlined"
            className="pointer-events-auto flex items-center gap-2 bg-raised text-sm shadow-lifted"
            onClick={jumpToLatest}
          >
            <ArrowDown className="size-4" />
            {t('jumpToLatest')}
          </Button>
        </p>
      )}
      <p role="status" className="text-center text-sm text-muted">
        {connection !== null && <span className="block pb-1.5">{connection}</span>}
      </p>
      {children}
    </div>
  );
}
