import type { Profile } from '@rapport/wire';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../client/problems.ts';
import { useClient } from '../../client-context.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField, TextField } from '../../components/form-fields.tsx';
import { announce } from '../../components/toasts.tsx';
import { isLanguage, LANGUAGES } from '../../language/languages.ts';
import { speak } from '../../language/language.ts';
import { useProblemWords } from '../../problem-words.ts';
import { useSaveProfile } from '../use-profile.ts';

const FIRST_BIRTH_YEAR = 1900;

/** The language of the pages, the person's clock and the year they were born in. */
export function PlaceAndTime({ profile }: { readonly profile: Profile }) {
  const { t, i18n } = useTranslation('about-me');
  const { t: common } = useTranslation('common');
  const { store } = useClient();
  const describeProblem = useProblemWords();
  const save = useSaveProfile();
  const [year, setYear] = useState(String(profile.birthYear ?? ''));
  const [problem, setProblem] = useState<string | null>(null);
  const zones = [...new Set([profile.timeZone, ...Intl.supportedValuesOf('timeZone')])];
  const attempt = async (patch: Parameters<typeof save>[0]) => {
    setProblem(null);
    try {
      await save(patch);
      announce({ text: common('saved') });
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'VALIDATION_ERROR')
        return setProblem(t('place.birthYearWrong'));
      const { title, advice } = describeProblem(error);
      announce({ text: `${title}. ${advice}` });
    }
  };
  const saveYear = (event: FormEvent) => {
    event.preventDefault();
    const given = year.trim() === '' ? null : Number(year);
    if (given !== null && (!Number.isInteger(given) || given < FIRST_BIRTH_YEAR)) {
      return setProblem(t('place.birthYearWrong'));
    }
    void attempt({ birthYear: given });
  };
  return (
    <div className="grid gap-4 py-2 sm:max-w-sm">
      <ChoiceField
        label={t('place.language')}
        value={i18n.language.split('-')[0]}
        choices={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        onChoose={(language) => isLanguage(language) && void speak(language, store)}
      />
      <ChoiceField
        label={t('place.timeZone')}
        value={profile.timeZone}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        onChoose={(timeZone) => void attempt({ timeZone })}
      />
      <form className="flex items-start gap-2" onSubmit={saveYear}>
        <div className="grow">
          <TextField
            label={t('place.birthYear')}
            inputMode="numeric"
            autoComplete="bday-year"
            maxLength={4}
            value={year}
            note={problem ?? t('place.birthYearNote')}
            isWrong={problem !== null}
            onChange={(event) => setYear(event.target.value)}
          />
        </div>
        <Button type="submit" shape="outlined" className="mt-7 min-h-11">
          {common('save')}
        </Button>
      </form>
    </div>
  );
}
