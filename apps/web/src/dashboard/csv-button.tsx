import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { announce } from '../components/toasts.tsx';
import { useProblemWords } from '../problem-words.ts';
import { useOperator } from './operator-client.ts';

interface CsvButtonProps {
  /** What the table is of, for who can't see beside what it stands. */
  readonly of: string;
  /** The call that answers with a table. */
  readonly path: string;
  readonly fileName: string;
}

/** Saves a table as a file. Fetched and not linked to, because a link carries no token. */
export function CsvButton({ of, path, fileName }: CsvButtonProps) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const describeProblem = useProblemWords();
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    try {
      const response = await operator.fetch({ method: 'GET', path, accept: 'text/csv' });
      const url = URL.createObjectURL(await response.blob());
      Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
      URL.revokeObjectURL(url);
    } catch (error) {
      const { title, advice } = describeProblem(error);
      announce({ text: `${title}. ${advice}` });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Button
      shape="quiet"
      className="flex min-h-11 items-center gap-2 text-sm lg:min-h-9"
      aria-disabled={isBusy}
      aria-label={t('csv.named', { of })}
      onClick={() => void save()}
    >
      <Download className="size-4.5" />
      {t('csv.save')}
    </Button>
  );
}
