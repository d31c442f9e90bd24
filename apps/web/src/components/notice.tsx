import type { ReactNode } from 'react';
import { Button } from './button.tsx';

interface NoticeProps {
  readonly title: string;
  readonly advice: string;
  /** True where the page has a heading of its own. */
  readonly isWithinPage?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly children?: ReactNode;
}

/** A message in place of content: nothing is here, or nothing is to be had. Announced when it appears. */
export function Notice({ title, advice, isWithinPage = false, action, children }: NoticeProps) {
  const Heading = isWithinPage ? 'h2' : 'h1';
  return (
    <div role="alert" className="max-w-sm animate-arrive text-center">
      <Heading className="text-2xl font-semibold tracking-tight text-balance">{title}</Heading>
      <p className="mt-3 text-muted text-pretty">{advice}</p>
      <div className="mt-6 flex flex-wrap items-center justify-center gap-3">
        {action && (
          <Button shape="primary" onClick={action.run}>
            {action.label}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
