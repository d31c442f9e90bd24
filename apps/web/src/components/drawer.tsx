import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Modal } from './modal.tsx';

interface DrawerProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What stands beside the page on a wide screen, drawn in from the side on a narrow one. */
export function Drawer({ title, onClose, children }: DrawerProps) {
  const { t } = useTranslation('common');
  const headingId = useId();
  return (
    <Modal
      labelledBy={headingId}
      className="m-0 h-dvh max-h-none w-[min(20rem,calc(100vw-3rem))] max-w-none border-e border-line bg-surface text-ink shadow-lifted open:flex open:flex-col"
      onClose={onClose}
    >
      <div className="flex items-center justify-between py-2 ps-6 pe-2">
        <h2 id={headingId} className="text-lg font-semibold">
          {title}
        </h2>
        <Button shape="icon" aria-label={t('close')} onClick={onClose}>
          <X className="size-5" />
        </Button>
      </div>
      {children}
    </Modal>
  );
}
