import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { DIALOG_LOOK, Modal } from './modal.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly explanation: ReactNode;
  readonly confirm: string;
  readonly isBusy?: boolean;
  readonly canConfirm?: boolean;
  readonly children?: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that many would notice, or that can't be taken back. */
export function ConfirmDialog({
  title,
  explanation,
  confirm,
  isBusy = false,
  canConfirm = true,
  children,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  const headingId = useId();
  return (
    <Modal labelledBy={headingId} role="alertdialog" className={DIALOG_LOOK} onClose={onClose}>
      <h2 id={headingId} className="text-xl font-semibold tracking-tight">
        {title}
      </h2>
      <div className="mt-2 text-muted text-pretty">{explanation}</div>
      {children}
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button shape="outlined" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button shape="primary" disabled={isBusy || !canConfirm} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Modal>
  );
}
