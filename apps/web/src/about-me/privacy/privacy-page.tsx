import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { ConsentSwitch } from '../consent-switch.tsx';
import { useProfile } from '../use-profile.ts';
import { ChannelSwitch } from './channel-switch.tsx';
import { DataRights } from './data-rights.tsx';
import { PlaceAndTime } from './place-and-time.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { Section } from './section.tsx';

const CONSENTS = ['memory', 'mood', 'photos', 'crossAssistant', 'analytics'] as const;
const CHANNELS = ['inApp', 'email', 'push'] as const;

/** What may be kept and done, how and when the person may be written to, and their data to take along or have erased. */
export function PrivacyPage() {
  const { t } = useTranslation('about-me');
  const query = useProfile();
  return (
    <>
      <PageHeading title={t('privacy.title')} explanation={t('privacy.explanation')} />
      <QueryState query={query}>
        {(profile) => (
          <div className="grid max-w-3xl gap-6">
            <Section title={t('privacy.consents')}>
              <div className="divide-y divide-line">
                {CONSENTS.map((consent) => (
                  <ConsentSwitch key={consent} consent={consent} />
                ))}
              </div>
            </Section>
            <Section title={t('privacy.channels')} explanation={t('privacy.channelsExplanation')}>
              <div className="divide-y divide-line">
                {CHANNELS.map((channel) => (
                  <ChannelSwitch key={channel} channel={channel} />
                ))}
                <QuietHours profile={profile} />
              </div>
            </Section>
            <Section title={t('privacy.place')}>
              <PlaceAndTime profile={profile} />
            </Section>
            <DataRights />
          </div>
        )}
      </QueryState>
    </>
  );
}
