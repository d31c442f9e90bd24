import { useTranslation } from 'react-i18next';
import { Switch } from '../components/switch.tsx';
import { useConsent } from './consent-note.tsx';

interface ConsentSwitchProps {
  readonly consent: 'memory' | 'mood' | 'analytics' | 'crossAssistant' | 'photos';
}

/** Whether something may be kept or done, with what it means. */
export function ConsentSwitch({ consent }: ConsentSwitchProps) {
  const { t } = useTranslation('about-me');
  const { isGiven, give } = useConsent(consent);
  return (
    <Switch
      label={t(`consents.${consent}.label`)}
      explanation={t(`consents.${consent}.explanation`)}
      isOn={isGiven ?? false}
      isDisabled={isGiven === undefined}
      onChange={(isOn) => void give(isOn)}
    />
  );
}
