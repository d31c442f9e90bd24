import type { MAX_MESSAGE_LENGTH as ContractLength } from '@rapport/wire';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';

const MAX_MESSAGE_LENGTH: typeof ContractLength = 8_000;

interface EditMessageProps {
  readonly text: string;
  readonly onCancel: () => void;
  readonly onSay: (text: string) => void;
}

/** A message of the person's, to be said anew. What followed it leaves the conversation's course, and says so first. */
export function EditMessage({ text, onCancel, onSay }: EditMessageProps) {
  const { t } = useTranslation('talk-more');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(text);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, [text]);
  const canSay = value.trim() !== '' && value.trim() !== text && value.trim().length <= MAX_MESSAGE_LENGTH;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (canSay) onSay(value.trim());
    }
  };
  return (
    <div className="rounded-3xl border border-edge bg-raised p-3">
      <label htmlFor={id} className="sr-only">
        {t('edit.label')}
      </label>
      <textarea
        id={id}
        ref={field}
        value={value}
        rows={2}
        aria-describedby={`${id}-note`}
        className="composer-field w-full resize-none bg-transparent px-2 py-1 text-base outline-none"
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-note`} className="px-2 text-sm text-muted text-pretty">
        {t('edit.note')}
      </p>
      <p className="mt-2 flex flex-wrap justify-end gap-2">
        <Button shape="quiet" className="min-h-11" onClick={onCancel}>
          {t('edit.cancel')}
        </Button>
        <Button shape="primary" disabled={!canSay} onClick={() => onSay(value.trim())}>
          {t('edit.send')}
        </Button>
      </p>
    </div>
  );
}
