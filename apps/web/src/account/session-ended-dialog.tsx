import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';
import { CredentialsForm } from './credentials-form.tsx';

/** Says that the session has ended, and lets the person choose: sign in again, or start anew as a guest. */
export function SessionEndedDialog({ wasGuest }: { readonly wasGuest: boolean }) {
  const { t } = useTranslation('account');
  const { sessions } = useClient();
  const navigate = useNavigate();
  const headingId = useId();
  const startAnew = () => {
    sessions.startAnew();
    void navigate({ to: '/' });
  };
  return (
    <Modal labelledBy={headingId} className={DIALOG_LOOK} onClose={startAnew}>
      <h2 id={headingId} className="text-xl font-semibold tracking-tight">
        {t('ended.title')}
      </h2>
      <p className="mt-2 text-muted">{t(wasGuest ? 'ended.guest' : 'ended.member')}</p>
      <CredentialsForm purpose="login" onDone={() => undefined} />
      <Button shape="quiet" className="mt-3 w-full" onClick={startAnew}>
        {t('ended.startAnew')}
      </Button>
    </Modal>
  );
}
