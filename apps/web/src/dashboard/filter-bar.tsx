import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAssistants } from '../client-context.ts';
import { ChoiceField } from '../components/form-fields.tsx';
import { RANGE_DAYS, type Range, spanOf, useFilters } from './filters.ts';
import { OwnDays } from './own-days.tsx';
import { dayZone } from './use-dashboard.ts';

const RANGES = Object.keys(RANGE_DAYS) as Range[];
const OWN_DAYS = 'own';
const EVERY_BRAND = 'all';

interface FilterBarProps {
  readonly hasComparison?: boolean;
  /** False where figures are only of the last so many days. */
  readonly hasOwnDays?: boolean;
  /** What else can be chosen on the page. */
  readonly children?: ReactNode;
}

/** Which days and which brand the figures are of. What is chosen stands in the address. */
export function FilterBar({ hasComparison = true, hasOwnDays = true, children }: FilterBarProps) {
  const { t } = useTranslation('dashboard');
  const { filters, change } = useFilters();
  const days = hasOwnDays ? filters.days : null;
  const choose = (chosen: string) =>
    change(
      chosen === OWN_DAYS ? { days: spanOf(filters, new Date(), dayZone()) } : { range: chosen as Range, days: null },
    );
  const brands = [...new Map(useAssistants().map(({ brandId, brand }) => [brandId, brand]))];
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3">
      <ChoiceField
        label={t('filters.range')}
        hidesLabel
        value={days === null ? filters.range : OWN_DAYS}
        choices={[
          ...RANGES.map((range) => ({ value: range, label: t(`filters.ranges.${range}`) })),
          ...(hasOwnDays ? [{ value: OWN_DAYS, label: t('filters.own') }] : []),
        ]}
        onChoose={choose}
      />
      {days !== null && <OwnDays days={days} choose={(chosen) => change({ days: chosen })} />}
      {brands.length > 1 && (
        <ChoiceField
          label={t('filters.brand')}
          hidesLabel
          value={filters.brand ?? EVERY_BRAND}
          choices={[
            { value: EVERY_BRAND, label: t('filters.everyBrand') },
            ...brands.map(([id, name]) => ({ value: id, label: name })),
          ]}
          onChoose={(brand) => change({ brand: brand === EVERY_BRAND ? null : brand })}
        />
      )}
      {children}
      {hasComparison && (
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            className="size-4.5 accent-(--accent)"
            checked={filters.compare}
            onChange={(event) => change({ compare: event.target.checked })}
          />
          {t('filters.compare')}
        </label>
      )}
    </div>
  );
}
