import { X } from 'lucide-react';
import { type ReactNode, useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { Dots } from '../components/dots.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';
import { useProblemWords } from '../problem-words.ts';
import { useLoad } from '../use-load.ts';

/** What a dialog that opens a reference of a reply is told. */
export interface ReferenceProps {
  readonly id: string;
  readonly assistant: string;
  readonly onClose: () => void;
}

interface ReferenceDialogProps<Reference> {
  /** The call that answers with it. */
  readonly path: string;
  /** What the dialog is called until it is there. */
  readonly title: string;
  readonly titleOf: (reference: Reference) => string;
  readonly onClose: () => void;
  readonly children: (reference: Reference) => ReactNode;
}

/** Something a reply refers to, read when it is opened: while it comes, when it can't be had, and what it holds. */
export function ReferenceDialog<Reference>({
  path,
  title,
  titleOf,
  onClose,
  children,
}: ReferenceDialogProps<Reference>) {
  const { api } = useClient();
  const { t } = useTranslation('common');
  const describeProblem = useProblemWords();
  const headingId = useId();
  const { loaded } = useLoad(useCallback(() => api.call<Reference>({ method: 'GET', path }), [api, path]));
  return (
    <Modal labelledBy={headingId} className={DIALOG_LOOK} onClose={onClose}>
      <Button shape="icon" className="float-end -me-3 -mt-3" aria-label={t('close')} onClick={onClose}>
        <X className="size-5" />
      </Button>
      <h2 id={headingId} className="text-xl font-semibold tracking-tight text-balance">
        {loaded.status === 'ready' ? titleOf(loaded.value) : title}
      </h2>
      {loaded.status === 'loading' && (
        <p role="status" className="mt-3">
          <span className="sr-only">{t('loading')}</span>
          <Dots />
        </p>
      )}
      {loaded.status === 'failed' && (
        <p role="alert" className="mt-3">
          {describeProblem(loaded.error).title}
        </p>
      )}
      {loaded.status === 'ready' && children(loaded.value)}
    </Modal>
  );
}
