import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly explanation?: string;
  readonly children: ReactNode;
}

/** Settings that belong together. */
export function Section({ title, explanation, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-3xl border border-line px-5 py-4">
      <h2 id={id} className="text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {explanation !== undefined && <p className="mt-1 text-muted text-pretty">{explanation}</p>}
      <div className="mt-2">{children}</div>
    </section>
  );
}
