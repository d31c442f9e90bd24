import { CircleUserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../client-context.ts';
import { Button } from '../components/button.tsx';

const AccountPanel = lazy(async () => ({ default: (await import('./account-panel.tsx')).AccountPanel }));

/** The button that says who is talking and opens the account dialog. */
export function AccountButton() {
  const { t } = useTranslation('common');
  const session = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const isMember = session.status === 'active' && !session.session.user.isGuest;
  return (
    <>
      <Button
        shape="quiet"
        className="flex min-h-11 items-center gap-2"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <CircleUserRound className="size-5" />
        <span className="max-sm:sr-only">{t(isMember ? 'account' : 'signUp')}</span>
      </Button>
      <Suspense fallback={null}>{isOpen && <AccountPanel onClose={() => setIsOpen(false)} />}</Suspense>
    </>
  );
}
