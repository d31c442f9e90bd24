import { type ReactNode, useEffect, useRef } from 'react';

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
