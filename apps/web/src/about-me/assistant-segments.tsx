import { useTranslation } from 'react-i18next';
import { Segments } from '../components/segments.tsx';
import type { useChosenAssistant } from './use-chosen-assistant.ts';

/** Which assistant it is about. Nothing where there is only one. */
export function AssistantSegments({ assistant, assistants, choose }: ReturnType<typeof useChosenAssistant>) {
  const { t } = useTranslation('about-me');
  if (assistant === undefined || assistants.length < 2) return null;
  return (
    <Segments
      label={t('assistant')}
      chosen={assistant.id}
      choices={assistants.map(({ id, name }) => ({ value: id, label: name }))}
      onChoose={choose}
    />
  );
}
