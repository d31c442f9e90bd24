import type { PasswordBody } from '@rapport/wire';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../client/problems.ts';
import { useClient } from '../../client-context.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/form-fields.tsx';
import { announce } from '../../components/toasts.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { useQueryClient } from '@tanstack/react-query';

/** Shortest new password, as the contract states. */
const MIN_LENGTH = 8;

type Wrong = { readonly field: keyof PasswordBody | null; readonly words: string };

/** Changes the password, which signs everywhere else out. Closed until it is wanted. */
export function PasswordForm() {
  const { t } = useTranslation('about-me');
  const { t: common } = useTranslation('common');
  const { api } = useClient();
  const queries = useQueryClient();
  const describeProblem = useProblemWords();
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [entered, setEntered] = useState<PasswordBody>({ currentPassword: '', newPassword: '' });
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const close = () => {
    setIsOpen(false);
    setEntered({ currentPassword: '', newPassword: '' });
    setWrong(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (entered.newPassword.length < MIN_LENGTH) {
      return setWrong({ field: 'newPassword', words: t('password.tooShort', { count: MIN_LENGTH }) });
    }
    setIsBusy(true);
    setWrong(null);
    try {
      await api.call({ method: 'POST', path: '/api/v1/auth/password', body: entered });
      announce({ text: t('password.changed') });
      void queries.invalidateQueries({ queryKey: ['sessions'] });
      close();
    } catch (error) {
      const isCurrent = error instanceof ApiProblem && error.errors.some(({ path }) => path === 'body.currentPassword');
      const { title, advice } = describeProblem(error);
      setWrong(
        isCurrent
          ? { field: 'currentPassword', words: t('password.wrong') }
          : { field: null, words: `${title}. ${advice}` },
      );
    }
    setIsBusy(false);
  };
  if (!isOpen) {
    return (
      <Button shape="outlined" className="my-2" onClick={() => setIsOpen(true)}>
        {t('password.change')}
      </Button>
    );
  }
  const field = (name: keyof PasswordBody, autoComplete: string, note?: string) => (
    <TextField
      type="password"
      label={t(`password.${name}`)}
      autoComplete={autoComplete}
      required
      maxLength={128}
      value={entered[name]}
      note={wrong?.field === name ? wrong.words : note}
      isWrong={wrong?.field === name}
      onChange={(event) => setEntered({ ...entered, [name]: event.target.value })}
    />
  );
  return (
    <form className="grid gap-3 py-2 sm:max-w-sm" onSubmit={(event) => void submit(event)}>
      {field('currentPassword', 'current-password')}
      {field('newPassword', 'new-password', t('password.note', { count: MIN_LENGTH }))}
      {wrong?.field === null && (
        <p role="alert" className="text-alarm">
          {wrong.words}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" shape="primary" disabled={isBusy}>
          {t('password.change')}
        </Button>
        <Button shape="quiet" className="min-h-11" onClick={close}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
