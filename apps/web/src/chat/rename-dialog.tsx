import type { Conversation } from '@rapport/wire';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';
import { useProblemWords } from '../problem-words.ts';

/** As the contract has it, in UTF-16 code units. */
const MAX_TITLE_LENGTH = 120;

interface RenameDialogProps {
  readonly conversation: Conversation;
  readonly rename: (id: string, title: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Gives a conversation a title of the person's own. */
export function RenameDialog({ conversation, rename, onClose }: RenameDialogProps) {
  const { t } = useTranslation(['talk-more', 'common']);
  const describeProblem = useProblemWords();
  const id = useId();
  const [title, setTitle] = useState(conversation.title ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    setIsBusy(true);
    try {
      await rename(conversation.id, title.trim());
      onClose();
    } catch (error) {
      const words = describeProblem(error);
      setFailure(`${words.title}. ${words.advice}`);
      setIsBusy(false);
    }
  };
  return (
    <Modal labelledBy={`${id}-title`} className={DIALOG_LOOK} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-xl font-semibold tracking-tight">
        {t('rename.title')}
      </h2>
      <form className="mt-4" onSubmit={submit}>
        <label htmlFor={id} className="text-sm font-medium">
          {t('rename.label')}
        </label>
        <input
          id={id}
          value={title}
          maxLength={MAX_TITLE_LENGTH}
          required
          className="mt-1 block w-full rounded-xl border border-edge bg-raised px-3.5 py-2.5 text-base"
          onChange={(event) => setTitle(event.target.value)}
        />
        <p role="alert" className="mt-2 text-alarm empty:hidden">
          {failure}
        </p>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button shape="quiet" className="min-h-11" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button shape="primary" type="submit" disabled={isBusy || title.trim() === ''}>
            {t('common:save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
