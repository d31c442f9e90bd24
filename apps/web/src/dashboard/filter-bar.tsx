import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAssistants } from '../client-context.ts';
import { ChoiceField } from '../components/form-fields.tsx';
import { RANGE_DAYS, type Range, useFilters } from './filters.ts';

const RANGES = Object.keys(RANGE_DAYS) as Range[];
const EVERY_BRAND = 'all';

interface FilterBarProps {
  readonly hasComparison?: boolean;
  /** What else can be chosen on the page. */
  readonly children?: ReactNode;
}

/** Which days and which brand the figures are of. What is chosen stands in the address. */
export function FilterBar({ hasComparison = true, children }: FilterBarProps) {
  const { t } = useTranslation('dashboard');
  const { filters, change } = useFilters();
  const brands = [...new Map(useAssistants().map(({ brandId, brand }) => [brandId, brand]))];
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3">
      <ChoiceField
        label={t('filters.range')}
        hidesLabel
        value={filters.range}
        choices={RANGES.map((range) => ({ value: range, label: t(`filters.ranges.${range}`) }))}
        onChoose={(range) => change({ range: range as Range })}
      />
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
