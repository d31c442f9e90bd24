import { Check, Copy } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';

interface MessageActionProps {
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly label: string;
  readonly icon: ReactNode;
  readonly isPressed?: boolean;
  readonly opensDialog?: boolean;
  readonly onClick: () => void;
}

/** One of the small buttons below a message. */
export function MessageAction({ ref, label, icon, isPressed, opensDialog = false, onClick }: MessageActionProps) {
  return (
    <Button
      {...(ref === undefined ? {} : { ref })}
      shape="icon"
      className="size-8 text-muted hover:text-ink pointer-coarse:size-11"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      aria-haspopup={opensDialog ? 'dialog' : undefined}
      onClick={onClick}
    >
      {icon}
    </Button>
  );
}

/** How long a button says that it has copied, in milliseconds. */
const SAYS_COPIED_MS = 2_000;

export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTranslation('talk');
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SAYS_COPIED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    await writeToClipboard(text);
    setIsCopied(true);
  };
  return (
    <>
      <MessageAction
        label={t(isCopied ? 'copied' : 'copy')}
        icon={isCopied ? <Check className="size-4" /> : <Copy className="size-4" />}
        onClick={() => void copy()}
      />
      <span role="status" className="sr-only">
        {isCopied && t('copied')}
      </span>
    </>
  );
}

/** The clipboard exists only in secure contexts; on a plain-http address of the local network a selection is copied. */
async function writeToClipboard(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
