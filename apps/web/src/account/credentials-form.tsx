import { type FormEvent, useId, useRef, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../client/problems.ts';
import { useClient } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { type ProblemWords, useProblemWords } from '../problem-words.ts';

type FieldName = 'name' | 'email' | 'password';
type FieldErrors = Partial<Record<FieldName, string>>;

/** Shortest password of a new account, as the contract states (NIST SP 800-63B asks for length only). */
const MIN_PASSWORD_LENGTH = 8;

interface CredentialsFormProps {
  readonly purpose: 'signup' | 'login';
  readonly onDone: () => void;
}

/** The form of an account: makes one (for a guest, out of the guest), or signs in to one. */
export function CredentialsForm({ purpose, onDone }: CredentialsFormProps) {
  const { t } = useTranslation('account');
  const { sessions } = useClient();
  const describeProblem = useProblemWords();
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<string | null>(null);

  const showErrors = (found: FieldErrors) => {
    setErrors(found);
    const first = (['name', 'email', 'password'] as const).find((name) => found[name] !== undefined);
    form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const read = (name: FieldName) => String(values.get(name) ?? '');
    const [name, email, password] = [read('name').trim(), read('email').trim(), read('password')];
    setFailure(null);
    const found = checkFields(t, purpose, email, password);
    if (Object.keys(found).length > 0) return showErrors(found);
    setErrors({});
    setIsBusy(true);
    try {
      if (purpose === 'login') await sessions.logIn({ email, password });
      else await sessions.signUp({ email, password, ...(name === '' ? {} : { name }) });
      onDone();
    } catch (error) {
      setFailure(describeRefusal(t, describeProblem, error, purpose));
      if (error instanceof ApiProblem) showErrors(fieldErrors(error));
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <form ref={form} className="mt-5 grid gap-4" onSubmit={submit} noValidate>
      {purpose === 'signup' && (
        <Field name="name" label={t('fields.name')} autoComplete="name" maxLength={120} error={errors.name} />
      )}
      <Field
        name="email"
        label={t('fields.email')}
        type="email"
        autoComplete="email"
        inputMode="email"
        error={errors.email}
      />
      <Field
        name="password"
        label={t('fields.password')}
        type="password"
        autoComplete={purpose === 'login' ? 'current-password' : 'new-password'}
        hint={purpose === 'signup' ? t('passwordHint', { count: MIN_PASSWORD_LENGTH }) : undefined}
        error={errors.password}
      />
      <p role="alert" className="text-alarm empty:hidden">
        {failure}
      </p>
      <Button
        shape="primary"
        type="submit"
        aria-disabled={isBusy}
        onClick={(event) => isBusy && event.preventDefault()}
      >
        {t(`submit.${purpose}.${isBusy ? 'busy' : 'idle'}`)}
      </Button>
    </form>
  );
}

function checkFields(
  t: TFunction<'account'>,
  purpose: 'signup' | 'login',
  email: string,
  password: string,
): FieldErrors {
  return {
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? {} : { email: t('errors.email') }),
    ...(password === '' ? { password: t('errors.noPassword') } : {}),
    ...(purpose === 'signup' && password !== '' && password.length < MIN_PASSWORD_LENGTH
      ? { password: t('errors.shortPassword', { count: MIN_PASSWORD_LENGTH }) }
      : {}),
  };
}

/** The server's own words for each field it refused. */
function fieldErrors({ errors }: ApiProblem): FieldErrors {
  const found: FieldErrors = {};
  for (const { path, message } of errors) {
    const name = (['name', 'email', 'password'] as const).find((field) => path.endsWith(field));
    if (name !== undefined) found[name] ??= `This ${message}.`;
  }
  return found;
}

function describeRefusal(
  t: TFunction<'account'>,
  describeProblem: (error: unknown) => ProblemWords,
  error: unknown,
  purpose: 'signup' | 'login',
): string {
  const code = error instanceof ApiProblem ? error.code : null;
  if (purpose === 'login' && (code === 'UNAUTHENTICATED' || code === 'NOT_FOUND')) {
    return t('errors.mismatch');
  }
  if (purpose === 'signup' && code === 'CONFLICT') return t('errors.taken');
  if (code === 'VALIDATION_ERROR') return t('errors.check');
  const { title, advice } = describeProblem(error);
  return `${title}. ${advice}`;
}

interface FieldProps {
  readonly name: FieldName;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly autoComplete: string;
  readonly inputMode?: 'email';
  readonly maxLength?: number;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

function Field({ name, label, type = 'text', hint, error, ...attributes }: FieldProps) {
  const { t } = useTranslation('account');
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const note = error ?? hint;
  return (
    <div>
      <div className="flex items-baseline justify-between">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {type === 'password' && (
          <Button
            shape="link"
            className="px-1 py-0.5 text-sm"
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
          >
            {t(isShown ? 'hide' : 'show')}
            <span className="sr-only"> {t('thePassword')}</span>
          </Button>
        )}
      </div>
      <input
        {...attributes}
        id={id}
        name={name}
        type={isShown ? 'text' : type}
        required={name !== 'name'}
        aria-invalid={error !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        className="mt-1 block w-full rounded-xl border border-edge bg-raised px-3.5 py-2.5 text-base aria-invalid:border-alarm"
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={`mt-1 text-sm ${error === undefined ? 'text-muted' : 'text-alarm'}`}>
          {note}
        </p>
      )}
    </div>
  );
}
