import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../problem-words.ts';
import { Button } from './button.tsx';
import { Modal } from './modal.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What happens, and that it can't be taken back. */
  readonly children: ReactNode;
  /** What the button that does it says. */
  readonly action: string;
  /** False while something is still to be entered. */
  readonly isReady?: boolean;
  /** Does it. The dialog closes when it is done, and says why when it can't be. */
  readonly confirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something that can't be taken back. */
export function ConfirmDialog({ title, children, action, isReady = true, confirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  const describeProblem = useProblemWords();
  const headingId = useId();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async () => {
    setIsBusy(true);
    setFailure(null);
    try {
      await confirm();
      onClose();
    } catch (error) {
      const words = describeProblem(error);
      setFailure(`${words.title}. ${words.advice}`);
      setIsBusy(false);
    }
  };
  return (
    <Modal
      role="alertdialog"
      labelledBy={headingId}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(28rem,calc(100vw-2rem))] overflow-y-auto rounded-3xl border border-line bg-surface p-6 text-ink shadow-lifted sm:p-8"
      onClose={onClose}
    >
      <h2 id={headingId} className="text-xl font-semibold tracking-tight">
        {title}
      </h2>
      <div className="mt-2 grid gap-3 text-pretty text-muted">{children}</div>
      {failure !== null && (
        <p role="alert" className="mt-4 text-alarm">
          {failure}
        </p>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button shape="quiet" className="min-h-11" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          shape="outlined"
          className="min-h-11 border-alarm text-alarm"
          disabled={isBusy || !isReady}
          onClick={() => void run()}
        >
          {action}
        </Button>
      </div>
    </Modal>
  );
}
