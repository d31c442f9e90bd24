import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/form-fields.tsx';
import { type DaySpan, readDays } from './filters.ts';

interface OwnDaysProps {
  readonly days: DaySpan;
  readonly choose: (days: DaySpan) => void;
}

/** The first and the last day that figures are of. They count when sent: a date that is half typed is none. */
export function OwnDays({ days, choose }: OwnDaysProps) {
  const { t } = useTranslation('dashboard');
  const [shown, setShown] = useState(days);
  const [from, setFrom] = useState(days.from);
  const [to, setTo] = useState(days.to);
  const [isRefused, setIsRefused] = useState(false);
  // The way back changes the days under the fields. Made anew they would lose the focus of whoever pressed 'Show'.
  if (shown.from !== days.from || shown.to !== days.to) {
    setShown(days);
    setFrom(days.from);
    setTo(days.to);
    setIsRefused(false);
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = readDays(from, to);
    setIsRefused(read === null);
    if (read !== null) choose(read);
  };
  return (
    <form noValidate className="flex flex-wrap items-center gap-3" onSubmit={send}>
      <TextField
        type="date"
        label={t('filters.from')}
        hidesLabel
        value={from}
        onChange={(event) => setFrom(event.target.value)}
        isWrong={isRefused}
      />
      <span aria-hidden="true">–</span>
      <TextField
        type="date"
        label={t('filters.to')}
        hidesLabel
        value={to}
        onChange={(event) => setTo(event.target.value)}
        isWrong={isRefused}
      />
      <Button type="submit" shape="outlined">
        {t('filters.show')}
      </Button>
      {isRefused && (
        <p role="alert" className="text-sm text-alarm">
          {t('filters.refused')}
        </p>
      )}
    </form>
  );
}
