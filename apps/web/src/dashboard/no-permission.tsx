import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/form-fields.tsx';

interface NoPermissionProps {
  /** A token was typed in and refused. */
  readonly wasRefused: boolean;
  readonly enterToken: (token: string) => void;
}

/** Said to who may not see the dashboard: the two ways in. */
export function NoPermission({ wasRefused, enterToken }: NoPermissionProps) {
  const { t } = useTranslation('dashboard');
  const [token, setToken] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (token.trim() !== '') enterToken(token.trim());
  };
  return (
    <div className="mx-auto max-w-md py-8">
      <title>{`${t('title')} · Rapport`}</title>
      <h1 className="text-2xl font-semibold tracking-tight">{t('noPermission.title')}</h1>
      <p className="mt-2 text-muted text-pretty">{t('noPermission.account')}</p>
      <form className="mt-6 grid gap-3" onSubmit={submit}>
        <TextField
          label={t('noPermission.token')}
          type="password"
          autoComplete="off"
          value={token}
          note={t(wasRefused ? 'noPermission.refused' : 'noPermission.hint')}
          isWrong={wasRefused}
          onChange={(event) => setToken(event.target.value)}
        />
        <Button shape="primary" type="submit">
          {t('noPermission.enter')}
        </Button>
      </form>
    </div>
  );
}
