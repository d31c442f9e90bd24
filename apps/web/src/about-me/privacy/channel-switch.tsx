import type { Profile } from '@rapport/wire';
import { useTranslation } from 'react-i18next';
import { Switch } from '../../components/switch.tsx';
import { useProfile, useProfileChange } from '../use-profile.ts';

/** Whether assistants may write of their own accord by one way. */
export function ChannelSwitch({ channel }: { readonly channel: keyof Profile['channels'] }) {
  const { t } = useTranslation('about-me');
  const { data: profile } = useProfile();
  const { change } = useProfileChange();
  return (
    <Switch
      label={t(`channels.${channel}.label`)}
      explanation={t(`channels.${channel}.explanation`)}
      isOn={profile?.channels[channel] ?? false}
      isDisabled={profile === undefined}
      onChange={(isOn) =>
        void change({ channels: { [channel]: isOn } }, (known) => ({
          ...known,
          channels: { ...known.channels, [channel]: isOn },
        }))
      }
    />
  );
}
