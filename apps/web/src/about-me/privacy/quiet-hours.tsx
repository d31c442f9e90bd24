import type { Profile } from '@rapport/wire';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../components/form-fields.tsx';
import { Switch } from '../../components/switch.tsx';
import { useProfileChange } from '../use-profile.ts';

/** What is offered to whoever switches quiet hours on: the night. */
const NIGHT = { from: '22:00', to: '08:00' };

/** The hours, by the person's own clock, in which nobody writes to them of their own accord. */
export function QuietHours({ profile: { quietHours } }: { readonly profile: Profile }) {
  const { t } = useTranslation('about-me');
  const { change } = useProfileChange();
  const set = (hours: Profile['quietHours']) =>
    void change({ quietHours: hours }, (known) => ({ ...known, quietHours: hours }));
  return (
    <div>
      <Switch
        label={t('quietHours.label')}
        explanation={t('quietHours.explanation')}
        isOn={quietHours !== null}
        onChange={(isOn) => set(isOn ? NIGHT : null)}
      />
      {quietHours !== null && (
        <div className="grid grid-cols-2 gap-3 pb-4 sm:max-w-xs">
          {(['from', 'to'] as const).map((end) => (
            <TextField
              key={end}
              type="time"
              label={t(`quietHours.${end}`)}
              value={quietHours[end]}
              onChange={({ target: { value } }) => value !== '' && set({ ...quietHours, [end]: value })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
