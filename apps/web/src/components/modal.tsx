import { type ReactNode, useEffect, useRef } from 'react';

/** How a dialog in the middle of the screen looks. */
export const DIALOG_LOOK =
  'm-auto max-h-[calc(100dvh-2rem)] w-[min(26rem,calc(100vw-2rem))] overflow-y-auto rounded-3xl border border-line bg-surface p-6 text-ink shadow-lifted sm:p-8';

interface ModalProps {
  /** Id of the heading that names the dialog. */
  readonly labelledBy: string;
  readonly className: string;
  readonly role?: 'alertdialog';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A native modal dialog, open while it is mounted. The browser keeps the focus inside, closes on Escape, and gives the
 * focus back to where it was.
 */
export function Modal({ labelledBy, className, role, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    const closeFromBackdrop = (event: MouseEvent) => event.target === element && element.close();
    element.addEventListener('click', closeFromBackdrop);
    return () => {
      element.removeEventListener('click', closeFromBackdrop);
      element.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={labelledBy}
      className={className}
      // React lets the event rise from a dialog opened within this one.
      onClose={(event) => event.target === event.currentTarget && onClose()}
    >
      {children}
    </dialog>
  );
}
