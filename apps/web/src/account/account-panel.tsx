import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useSession } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';
import { CredentialsForm } from './credentials-form.tsx';

/** The account dialog: makes an account or signs in to one, and shows who is signed in. */
export function AccountPanel({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const { t } = useTranslation('common');
  const headingId = useId();
  const user = session.status === 'active' ? session.session.user : null;
  return (
    <Modal labelledBy={headingId} className={DIALOG_LOOK} onClose={onClose}>
      <Button shape="icon" className="float-end -me-3 -mt-3" aria-label={t('close')} onClick={onClose}>
        <X className="size-5" />
      </Button>
      {user === null || user.isGuest ? (
        <Join headingId={headingId} isGuest={user !== null} onClose={onClose} />
      ) : (
        <Member headingId={headingId} name={user.name} email={user.email} onClose={onClose} />
      )}
    </Modal>
  );
}

interface JoinProps {
  readonly headingId: string;
  readonly isGuest: boolean;
  readonly onClose: () => void;
}

function Join({ headingId, isGuest, onClose }: JoinProps) {
  const { t } = useTranslation('account');
  const [purpose, setPurpose] = useState<'signup' | 'login'>('signup');
  const who = isGuest ? 'guest' : 'stranger';
  return (
    <>
      <h2 id={headingId} className="text-xl font-semibold tracking-tight">
        {t(`${purpose}.${who}.title`)}
      </h2>
      <p className="mt-2 text-muted text-pretty">{t(`${purpose}.${who}.explanation`)}</p>
      <CredentialsForm key={purpose} purpose={purpose} onDone={onClose} />
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
        <Button shape="link" className="py-2" onClick={() => setPurpose(purpose === 'signup' ? 'login' : 'signup')}>
          {t(purpose === 'signup' ? 'haveAccount' : 'newHere')}
        </Button>
        <Button shape="link" className="py-2" onClick={onClose}>
          {t('stayGuest')}
        </Button>
      </div>
    </>
  );
}

interface MemberProps {
  readonly headingId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly onClose: () => void;
}

function Member({ headingId, name, email, onClose }: MemberProps) {
  const { t } = useTranslation('account');
  const { sessions, deletions } = useClient();
  const navigate = useNavigate();
  const signOut = async () => {
    onClose();
    void navigate({ to: '/' });
    try {
      // What was deleted is deleted, though the time to undo it is not over.
      await deletions.flush();
      await sessions.logOut();
    } catch (error) {
      // This device has forgotten the session; the server ends what it couldn't be told about when the token expires.
      console.warn('The server could not be told about signing out.', error);
    }
  };
  return (
    <>
      <h2 id={headingId} className="text-xl font-semibold tracking-tight">
        {name ?? t('yourAccount')}
      </h2>
      <p className="mt-1 text-muted">{email}</p>
      <p className="mt-4 text-pretty">{t('keptInAccount')}</p>
      <Button shape="outlined" className="mt-6 w-full" onClick={signOut}>
        {t('signOut')}
      </Button>
    </>
  );
}
