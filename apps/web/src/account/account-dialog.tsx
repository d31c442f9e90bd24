import { useNavigate } from '@tanstack/react-router';
import { CircleUserRound, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useClient, useSession } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';
import { CredentialsForm } from './credentials-form.tsx';

/** The button that says who is talking and opens the account dialog. */
export function AccountButton() {
  const session = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const member = session.status === 'active' && !session.session.user.isGuest ? session.session.user : null;
  return (
    <>
      <Button
        shape="quiet"
        className="flex min-h-11 items-center gap-2"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <CircleUserRound className="size-5" />
        <span className="max-sm:sr-only">{member === null ? 'Sign up' : 'Account'}</span>
      </Button>
      {isOpen && <AccountDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}

function AccountDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const headingId = useId();
  const user = session.status === 'active' ? session.session.user : null;
  return (
    <Modal labelledBy={headingId} className={DIALOG_LOOK} onClose={onClose}>
      <Button shape="icon" className="float-right -mt-3 -mr-3" aria-label="Close" onClick={onClose}>
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
  const [purpose, setPurpose] = useState<'signup' | 'login'>('signup');
  const words = purpose === 'signup' ? signupWords(isGuest) : loginWords(isGuest);
  return (
    <>
      <h2 id={headingId} className="text-xl font-semibold tracking-tight">
        {words.title}
      </h2>
      <p className="mt-2 text-muted text-pretty">{words.explanation}</p>
      <CredentialsForm key={purpose} purpose={purpose} onDone={onClose} />
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
        <Button shape="link" className="py-2" onClick={() => setPurpose(purpose === 'signup' ? 'login' : 'signup')}>
          {purpose === 'signup' ? 'I have an account' : 'I’m new here'}
        </Button>
        <Button shape="link" className="py-2" onClick={onClose}>
          Stay a guest
        </Button>
      </div>
    </>
  );
}

const signupWords = (isGuest: boolean) => ({
  title: isGuest ? 'Keep your conversations' : 'Create an account',
  explanation: isGuest
    ? 'You are a guest on this device. With an account, everything so far comes along, to any device.'
    : 'Have your conversations on any device. You can also just start talking, as a guest.',
});

const loginWords = (isGuest: boolean) => ({
  title: 'Welcome back',
  explanation: isGuest
    ? 'What you said as a guest does not move into an account you sign in to. To keep it, create a new account.'
    : 'Sign in to find your conversations.',
});

interface MemberProps {
  readonly headingId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly onClose: () => void;
}

function Member({ headingId, name, email, onClose }: MemberProps) {
  const { sessions } = useClient();
  const navigate = useNavigate();
  const signOut = async () => {
    onClose();
    void navigate({ to: '/' });
    try {
      await sessions.logOut();
    } catch (error) {
      // This device has forgotten the session; the server ends what it couldn't be told about when the token expires.
      console.warn('The server could not be told about signing out.', error);
    }
  };
  return (
    <>
      <h2 id={headingId} className="text-xl font-semibold tracking-tight">
        {name ?? 'Your account'}
      </h2>
      <p className="mt-1 text-muted">{email}</p>
      <p className="mt-4 text-pretty">Your conversations are kept in this account, on every device you sign in to.</p>
      <Button shape="outlined" className="mt-6 w-full" onClick={signOut}>
        Sign out
      </Button>
    </>
  );
}
