import { Link } from '@tanstack/react-router';
import { ArrowDownRight, ArrowUpRight, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FigureProps {
  readonly name: string;
  /** Null: there was nothing to count, which is not the same as zero. */
  readonly value: number | null;
  readonly format: (value: number) => string;
  /** Why there is none. */
  readonly noData?: string | undefined;
  /** Of as many days before; undefined: not compared. */
  readonly before?: number | null | undefined;
  /** Which way is good; without it a change is neither. */
  readonly isGood?: 'up' | 'down';
  /** The rows behind it. */
  readonly rows?: { readonly place: string; readonly search?: Record<string, unknown> };
  readonly children?: ReactNode;
}

/** One number with its name, what it was before, and the way to what it is made of. */
export function Figure({ name, value, format, noData, before, isGood, rows, children }: FigureProps) {
  const { t } = useTranslation('dashboard');
  const shown = value === null ? t('figure.noData') : format(value);
  return (
    <div className="relative rounded-2xl border border-line bg-raised p-4">
      <h3 className="text-sm text-muted">
        {rows === undefined ? (
          name
        ) : (
          <Link
            to="/dashboard/$place"
            params={{ place: rows.place }}
            search={(former: object) => ({ ...former, ...rows.search })}
            className="rounded underline decoration-edge underline-offset-4 after:absolute after:inset-0 after:rounded-2xl hover:text-ink"
          >
            {name}
          </Link>
        )}
      </h3>
      <p
        className={`mt-1 tracking-tight tabular-nums ${value === null ? 'text-lg text-muted' : 'text-2xl font-semibold'}`}
      >
        {shown}
      </p>
      {value === null && noData !== undefined && <p className="text-sm text-muted">{noData}</p>}
      {value !== null && before !== undefined && (
        <Change value={value} before={before} format={format} isGood={isGood} />
      )}
      {children}
    </div>
  );
}

interface ChangeProps {
  readonly value: number;
  readonly before: number | null;
  readonly format: (value: number) => string;
  readonly isGood: 'up' | 'down' | undefined;
}

/** The change against the days before, said in words beside its arrow: a colour alone tells nothing to many. */
function Change({ value, before, format, isGood }: ChangeProps) {
  const { t } = useTranslation('dashboard');
  if (before === null) return <p className="mt-0.5 text-sm text-muted">{t('figure.nothingBefore')}</p>;
  const direction = value > before ? 'up' : value < before ? 'down' : 'same';
  const Arrow = { up: ArrowUpRight, down: ArrowDownRight, same: Minus }[direction];
  const verdict = isGood === undefined || direction === 'same' ? null : direction === isGood ? 'better' : 'worse';
  return (
    <p className={`mt-0.5 flex items-center gap-1 text-sm ${verdict === 'worse' ? 'text-alarm' : 'text-muted'}`}>
      <Arrow className="size-4 shrink-0" />
      <span>
        {t('figure.before', { value: format(before) })}
        {verdict !== null && <span className="sr-only">, {t(`figure.${verdict}`)}</span>}
      </span>
    </p>
  );
}
