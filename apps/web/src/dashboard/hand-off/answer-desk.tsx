import type { CaseDetail } from '@rapport/wire';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../client/identifiers.ts';
import { Button } from '../../components/button.tsx';
import { FIELD_LOOK, TextField } from '../../components/form-fields.tsx';
import { announce } from '../../components/toasts.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { type Lease, useLease } from './use-lease.ts';

/** Where a person of the team takes the conversation, answers it, and gives it back. */
export function AnswerDesk({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('dashboard');
  const lease = useLease(detail.id);
  const { isBusy, attempt } = useAttempt();
  if (detail.status === 'resolved' && lease.held === null) {
    return <p className="mt-6 text-muted">{t('handOff.isResolved')}</p>;
  }
  return (
    <div className="mt-6 rounded-2xl border border-line bg-raised p-4">
      {lease.wasLost && (
        <p role="alert" className="mb-3 text-alarm">
          {t('handOff.wasLost')}
        </p>
      )}
      {lease.held === null ? (
        <Take detail={detail} lease={lease} isBusy={isBusy} attempt={attempt} />
      ) : (
        <Answer name={lease.held.humanName} lease={lease} isBusy={isBusy} attempt={attempt} />
      )}
    </div>
  );
}

interface Attempt {
  readonly isBusy: boolean;
  /** Runs it, says why where it failed, and resolves to whether it succeeded. */
  readonly attempt: (run: () => Promise<void>) => Promise<boolean>;
}

function useAttempt(): Attempt {
  const describeProblem = useProblemWords();
  const [isBusy, setIsBusy] = useState(false);
  return {
    isBusy,
    async attempt(run) {
      setIsBusy(true);
      try {
        await run();
        return true;
      } catch (error) {
        const { title, advice } = describeProblem(error);
        announce({ text: `${title}. ${advice}` });
        return false;
      } finally {
        setIsBusy(false);
      }
    },
  };
}

interface TakeProps extends Attempt {
  readonly detail: CaseDetail;
  readonly lease: Lease;
}

function Take({ detail, lease, isBusy, attempt }: TakeProps) {
  const { t } = useTranslation('dashboard');
  const [name, setName] = useState('');
  const taken = detail.lease;
  const take = (event: FormEvent) => {
    event.preventDefault();
    void attempt(() => lease.take(name));
  };
  return (
    <form onSubmit={take} className="grid gap-3">
      <p className="text-pretty">
        {taken === null
          ? t('handOff.assistantAnswers', { assistant: detail.assistant })
          : t('handOff.colleagueAnswers', { name: taken.humanName })}
      </p>
      <TextField
        label={t('handOff.yourName')}
        note={t('handOff.yourNameHint')}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button shape="primary" type="submit" disabled={isBusy}>
          {taken === null ? t('handOff.take') : t('handOff.takeOver')}
        </Button>
        <Button shape="outlined" disabled={isBusy} onClick={() => void attempt(lease.resolve)}>
          {t('handOff.resolve')}
        </Button>
      </div>
    </form>
  );
}

interface AnswerProps extends Attempt {
  readonly name: string;
  readonly lease: Lease;
}

function Answer({ name, lease, isBusy, attempt }: AnswerProps) {
  const { t } = useTranslation('dashboard');
  const id = useId();
  const [text, setText] = useState('');
  // The same id until it is said: pressing twice over a bad connection says it once.
  const [messageId, setMessageId] = useState(() => newId());
  const say = async (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said === '' || !(await attempt(() => lease.answer(said, messageId)))) return;
    setText('');
    setMessageId(newId());
  };
  return (
    <form onSubmit={say} className="grid gap-3">
      <label htmlFor={id} className="font-medium">
        {t('handOff.answerAs', { name })}
      </label>
      <textarea
        id={id}
        rows={3}
        value={text}
        maxLength={8_000}
        className={FIELD_LOOK}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button shape="primary" type="submit" disabled={isBusy || text.trim() === ''}>
          {t('handOff.send')}
        </Button>
        <Button shape="outlined" disabled={isBusy} onClick={() => void attempt(lease.handBack)}>
          {t('handOff.handBack')}
        </Button>
        <Button shape="outlined" disabled={isBusy} onClick={() => void attempt(lease.resolve)}>
          {t('handOff.resolve')}
        </Button>
      </div>
    </form>
  );
}
