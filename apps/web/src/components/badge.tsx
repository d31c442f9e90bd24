import type { ReactNode } from 'react';

const LOOKS = {
  plain: 'border-soft text-muted',
  good: 'border-edge text-ink',
  alarm: 'border-alarm text-alarm',
} as const;

/** A state in a word or two, which the word says and the colour only underlines. */
export function Badge({
  look = 'plain',
  children,
}: {
  readonly look?: keyof typeof LOOKS;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 text-sm whitespace-nowrap ${LOOKS[look]}`}
    >
      {children}
    </span>
  );
}
