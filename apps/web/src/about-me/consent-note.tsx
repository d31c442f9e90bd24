import type { Profile } from '@rapport/wire';
import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { useProfile, useProfileChange } from './use-profile.ts';

type Consent = keyof Profile['consent'];

/** Gives or takes back a consent, and shows it at once. */
export function useConsent(consent: Consent) {
  const { data: profile } = useProfile();
  const { change, isChanging } = useProfileChange();
  return {
    /** Undefined while it is not known. */
    isGiven: profile?.consent[consent],
    isChanging,
    give: (isGiven: boolean) =>
      change({ consent: { [consent]: isGiven } }, (known) => ({
        ...known,
        consent: { ...known.consent, [consent]: isGiven },
      })),
  };
}

/** Says that nothing new is kept, where that is so, with how to have it kept again. */
export function ConsentNote({ consent }: { readonly consent: 'memory' | 'mood' | 'photos' }) {
  const { t } = useTranslation('about-me');
  const { isGiven, give, isChanging } = useConsent(consent);
  if (isGiven !== false) return null;
  return (
    <div
      role="status"
      className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2xl border border-line bg-tint p-4"
    >
      <EyeOff className="size-5 shrink-0" />
      <p className="min-w-48 grow text-pretty">{t(`consents.${consent}.isOff`)}</p>
      <Button shape="outlined" className="min-h-11" disabled={isChanging} onClick={() => void give(true)}>
        {t('consents.switchOn')}
      </Button>
    </div>
  );
}
