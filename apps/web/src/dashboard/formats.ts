import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Numbers and times as the reader's language writes them. */
export interface Formats {
  /** A count: `1,204`. */
  readonly count: (value: number) => string;
  /** A share from 0 to 1: `12.5 %`. */
  readonly share: (value: number) => string;
  /** Milliseconds: `850 ms`, from ten seconds on `12 s`. */
  readonly duration: (milliseconds: number) => string;
  /** Millionths of a US dollar. */
  readonly cost: (microUsd: number) => string;
  /** A mean, to one digit: `4.2`. */
  readonly mean: (value: number) => string;
  /** Day and time, of an ISO 8601 time, in the zone of the device. */
  readonly time: (time: string) => string;
  /** A day, of an ISO 8601 date. */
  readonly day: (day: string) => string;
  /** How long ago, or until when, from `now`. */
  readonly ago: (time: string, now: Date) => string;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

export function createFormats(language: string): Formats {
  const count = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const mean = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const milliseconds = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'millisecond',
    maximumFractionDigits: 0,
  });
  const seconds = new Intl.NumberFormat(language, { style: 'unit', unit: 'second', maximumFractionDigits: 1 });
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' });
  const smallMoney = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    maximumSignificantDigits: 2,
  });
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    count: (value) => count.format(value),
    share: (value) => share.format(value),
    mean: (value) => mean.format(value),
    duration: (value) => (value < 10_000 ? milliseconds.format(value) : seconds.format(value / 1_000)),
    cost: (microUsd) => {
      const dollars = microUsd / 1_000_000;
      return (dollars !== 0 && Math.abs(dollars) < 0.01 ? smallMoney : money).format(dollars);
    },
    time: (value) => time.format(new Date(value)),
    day: (value) => day.format(new Date(`${value.slice(0, 10)}T00:00:00Z`)),
    ago: (value, now) => {
      const difference = (Date.parse(value) - now.getTime()) / 1_000;
      const [unit, length] = UNITS.find(([, size]) => Math.abs(difference) >= size) ?? ['second', 1];
      return relative.format(Math.round(difference / length), unit);
    },
  };
}

/** {@link createFormats} in the language of the page. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => createFormats(i18n.language), [i18n.language]);
}
