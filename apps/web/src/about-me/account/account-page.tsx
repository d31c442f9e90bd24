import type { User } from '@rapport/wire';
import { useNavigate } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CredentialsForm } from '../../account/credentials-form.tsx';
import { useClient, useSession } from '../../client-context.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { announce } from '../../components/toasts.tsx';
import { Section } from '../privacy/section.tsx';
import { useProfile } from '../use-profile.ts';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SessionList } from './session-list.tsx';

/** Who the person is here, how they sign in, and where they are signed in. */
export function AccountPage() {
  const { t } = useTranslation('about-me');
  const session = useSession();
  const profile = useProfile();
  if (session.status !== 'active') return null;
  const { user } = session.session;
  return (
    <>
      <PageHeading title={t('account.title')} explanation={t('account.explanation')} />
      <div className="grid max-w-3xl gap-6">
        <Section title={t('account.name')}>
          <QueryState query={profile}>{({ preferredName }) => <NameForm preferredName={preferredName} />}</QueryState>
        </Section>
        {user.isGuest ? (
          <Section title={t('account.keep')} explanation={t('account.keepExplanation')}>
            <div className="max-w-sm pb-2">
              <CredentialsForm purpose="signup" onDone={() => announce({ text: t('account.kept') })} />
            </div>
          </Section>
        ) : (
          <Section title={t('account.signIn')}>
            <p className="py-1">
              <span className="block text-sm text-muted">{t('account.email')}</span>
              <span className="break-all">{user.email ?? t('account.elsewhere')}</span>
            </p>
            {user.email !== null && <PasswordForm />}
          </Section>
        )}
        <Section title={t('sessions.title')} explanation={t('sessions.explanation')}>
          <SessionList />
        </Section>
        <SignOut user={user} />
      </div>
    </>
  );
}

/** A guest who signs out can't come back: that is asked for first. */
function SignOut({ user }: { readonly user: User }) {
  const { t } = useTranslation('about-me');
  const { sessions } = useClient();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const signOut = async () => {
    void navigate({ to: '/' });
    try {
      await sessions.logOut();
    } catch (error) {
      // This device has forgotten the session; the server ends what it couldn't be told about when the token expires.
      console.warn('The server could not be told about signing out.', error);
    }
  };
  return (
    <div>
      <Button
        shape="outlined"
        className="flex items-center gap-2"
        onClick={() => (user.isGuest ? setIsAsking(true) : void signOut())}
      >
        <LogOut className="size-4.5 rtl:-scale-x-100" />
        {t(user.isGuest ? 'account.leaveGuest' : 'account.signOut')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('account.leaveTitle')}
          action={t('account.leaveGuest')}
          confirm={signOut}
          onClose={() => setIsAsking(false)}
        >
          <p>{t('account.leaveExplanation')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
