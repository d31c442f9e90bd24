import type { Assistant } from '@rapport/wire';
import { Link } from '@tanstack/react-router';
import { Ellipsis, Menu, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountButton } from '../account/account-dialog.tsx';
import { AssistantFace } from '../components/assistant-face.tsx';
import { Button } from '../components/button.tsx';
import { useFocusOnArrival } from '../navigation.tsx';
import type { ShownPanel } from './use-shortcuts.ts';

const MoreMenu = lazy(async () => ({ default: (await import('./more-menu.tsx')).MoreMenu }));

interface ChatHeaderProps {
  readonly assistant: Assistant;
  readonly onOpenDrawer: () => void;
  readonly show: (panel: ShownPanel) => void;
}

export function ChatHeader({ assistant, onOpenDrawer, show }: ChatHeaderProps) {
  const { t } = useTranslation('talk');
  return (
    <header className="sticky top-0 z-20 flex items-center gap-1 border-b border-line bg-surface/90 px-2 py-2 backdrop-blur-md sm:gap-2 sm:px-4">
      <Button
        shape="icon"
        className="lg:hidden"
        aria-label={t('conversations')}
        aria-haspopup="dialog"
        onClick={onOpenDrawer}
      >
        <Menu className="size-5" />
      </Button>
      <AssistantFace assistant={assistant} className="size-10 max-[26rem]:hidden" />
      <div className="mx-1 min-w-0 grow leading-tight">
        <h1 ref={useFocusOnArrival()} tabIndex={-1} className="flex items-center gap-2 font-semibold">
          <span className="truncate">{assistant.name}</span>
          <span className="rounded-md border border-edge px-1.5 text-xs font-medium text-muted">
            {t('ai')}
            <span className="sr-only"> {t('assistant')}</span>
          </span>
        </h1>
        <p className="truncate text-sm text-muted max-sm:hidden">{assistant.tagline}</p>
      </div>
      <Link
        to="/a/$assistant"
        params={{ assistant: assistant.id }}
        aria-label={t('newConversation')}
        title={t('newConversation')}
        className="grid size-11 shrink-0 place-items-center rounded-full transition hover:bg-tint lg:hidden"
      >
        <Plus className="size-5" />
      </Link>
      <MoreButton show={show} />
      <AccountButton />
    </header>
  );
}

/** Everything else one can go to or choose. The menu's code comes when it is first opened. */
export function MoreButton({ show }: { readonly show?: (panel: ShownPanel) => void }) {
  const { t } = useTranslation('talk');
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <Button shape="icon" aria-label={t('more')} aria-haspopup="menu" onClick={() => setIsWanted(true)}>
      <Ellipsis className="size-5" />
    </Button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <MoreMenu {...(show === undefined ? {} : { show })} />
    </Suspense>
  );
}
