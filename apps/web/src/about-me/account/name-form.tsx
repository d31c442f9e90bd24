import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../client/problems.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/form-fields.tsx';
import { announce } from '../../components/toasts.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { useSaveProfile } from '../use-profile.ts';

/** What the assistants call the person; empty lets them ask. */
export function NameForm({ preferredName }: { readonly preferredName: string | null }) {
  const { t } = useTranslation('about-me');
  const { t: common } = useTranslation('common');
  const describeProblem = useProblemWords();
  const save = useSaveProfile();
  const [name, setName] = useState(preferredName ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    try {
      await save({ preferredName: name.trim() === '' ? null : name.trim() });
      announce({ text: common('saved') });
    } catch (error) {
      const isRefused = error instanceof ApiProblem && error.code === 'VALIDATION_ERROR';
      const { title, advice } = describeProblem(error);
      setProblem(isRefused ? t('account.nameWrong') : `${title}. ${advice}`);
    }
  };
  return (
    <form className="flex items-start gap-2 py-1 sm:max-w-sm" onSubmit={(event) => void submit(event)}>
      <div className="grow">
        <TextField
          label={t('account.preferredName')}
          autoComplete="nickname"
          maxLength={80}
          value={name}
          note={problem ?? t('account.nameNote')}
          isWrong={problem !== null}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Button type="submit" shape="outlined" className="mt-7 min-h-11">
        {common('save')}
      </Button>
    </form>
  );
}
