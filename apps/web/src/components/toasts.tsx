import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, BUTTON_LOOKS } from './button.tsx';

const manager = Toast.createToastManager();

interface Announcement {
  readonly text: string;
  /** What takes it back, while the announcement stands. */
  readonly undo?: { readonly label: string; readonly run: () => void };
}

/** How long an announcement with something to press stays: long enough to read it and reach it (WCAG 2.2.1). */
const STAYS_WITH_ACTION_MS = 20_000;
const STAYS_MS = 6_000;

/** Says in a corner what has just been done. For what the person must not miss, use a place in the page instead. */
export function announce({ text, undo }: Announcement): void {
  const id = manager.add({
    description: text,
    timeout: undo === undefined ? STAYS_MS : STAYS_WITH_ACTION_MS,
    ...(undo === undefined
      ? {}
      : {
          actionProps: {
            children: undo.label,
            onClick: () => {
              manager.close(id);
              undo.run();
            },
          },
        }),
  });
}

/** Where announcements appear. Once a page. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={manager}>
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 bottom-24 z-50 mx-auto grid max-w-md gap-2 outline-none sm:bottom-6">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { t } = useTranslation('common');
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="flex animate-arrive items-center gap-3 rounded-2xl border border-line bg-raised py-2 ps-4 pe-2 text-ink shadow-lifted"
    >
      <Toast.Content className="flex min-w-0 grow items-center gap-3">
        <Toast.Description className="min-w-0 grow" />
        <Toast.Action className={`min-h-10 font-medium ${BUTTON_LOOKS.link} px-2`} />
      </Toast.Content>
      <Toast.Close render={<Button shape="icon" aria-label={t('close')} />}>
        <X className="size-5" />
      </Toast.Close>
    </Toast.Root>
  ));
}
