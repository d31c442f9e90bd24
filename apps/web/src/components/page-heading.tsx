import type { ReactNode } from 'react';
import { useFocusOnArrival } from '../navigation.tsx';

interface PageHeadingProps {
  readonly title: string;
  /** One sentence: what is here, and what for. */
  readonly explanation?: ReactNode;
  /** What can be done with the page as a whole. */
  readonly actions?: ReactNode;
}

/** The heading of a page. Takes the focus when one comes from another page, and names the document. */
export function PageHeading({ title, explanation, actions }: PageHeadingProps) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <title>{`${title} · Rapport`}</title>
      <div className="min-w-0">
        <h1 ref={useFocusOnArrival()} tabIndex={-1} className="text-2xl font-semibold tracking-tight">
          {title}
        </h1>
        {explanation !== undefined && <p className="mt-1 max-w-2xl text-muted text-pretty">{explanation}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
