import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../problem-words.ts';
import { Notice } from './notice.tsx';

interface QueryStateProps<Value> {
  readonly query: UseQueryResult<Value>;
  /** What stands in place of an answer that holds nothing. Without `isEmpty` an answer always holds something. */
  readonly empty?: ReactNode;
  readonly isEmpty?: (value: Value) => boolean;
  /** The outline of what is loading; lines of text unless said otherwise. */
  readonly skeleton?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/**
 * Draws a query in each of its states: its outline while it loads, why it failed and how to try again, that there is
 * nothing, or what it holds. What was read before stays while it is read again.
 */
export function QueryState<Value>({ query, empty, isEmpty, skeleton, children }: QueryStateProps<Value>) {
  const { t } = useTranslation('common');
  const describeProblem = useProblemWords();
  if (query.data !== undefined) {
    return isEmpty?.(query.data) === true ? empty : children(query.data);
  }
  if (query.isError) {
    const { title, advice, canRetry } = describeProblem(query.error);
    return (
      <div className="grid place-items-center py-12">
        <Notice
          isWithinPage
          title={title}
          advice={advice}
          {...(canRetry ? { action: { label: t('tryAgain'), run: () => void query.refetch() } } : {})}
        />
      </div>
    );
  }
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      {skeleton ?? <TextSkeleton />}
    </div>
  );
}

/** Three lines of text that are yet to come. */
function TextSkeleton() {
  return (
    <div aria-hidden="true" className="grid animate-pulse gap-3 py-2">
      <span className="h-4 w-2/3 rounded bg-line" />
      <span className="h-4 w-full rounded bg-line" />
      <span className="h-4 w-1/2 rounded bg-line" />
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly advice: string;
  readonly children?: ReactNode;
}

/** Says that there is nothing yet, and what brings something. */
export function Empty({ title, advice, children }: EmptyProps) {
  return (
    <div className="rounded-3xl border border-dashed border-soft px-6 py-10 text-center">
      <p className="font-medium">{title}</p>
      <p className="mx-auto mt-1 max-w-md text-muted text-pretty">{advice}</p>
      {children !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-3">{children}</div>}
    </div>
  );
}
