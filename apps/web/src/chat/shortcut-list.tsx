import { X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';

const SHORTCUTS = [
  ['send', ['Enter']],
  ['newLine', ['Shift', 'Enter']],
  ['stop', ['Esc']],
  ['startNew', ['Ctrl', 'Shift', 'O']],
  ['goTo', ['Ctrl', 'K']],
  ['list', ['Ctrl', '/']],
] as const;

/** What the keys do. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['talk-more', 'common']);
  const id = useId();
  const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);
  return (
    <Modal labelledBy={id} className={DIALOG_LOOK} onClose={onClose}>
      <Button shape="icon" className="float-end -me-3 -mt-3" aria-label={t('common:close')} onClick={onClose}>
        <X className="size-5" />
      </Button>
      <h2 id={id} className="text-xl font-semibold tracking-tight">
        {t('keys.title')}
      </h2>
      <dl className="mt-4 grid gap-2.5">
        {SHORTCUTS.map(([name, keys]) => (
          <div key={name} className="flex items-center justify-between gap-4">
            <dt>{t(`keys.${name}`)}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-md border border-edge bg-raised px-2 py-0.5 font-sans text-sm">
                  {key === 'Ctrl' && isMac ? '⌘' : key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
