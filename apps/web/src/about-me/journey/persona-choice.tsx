import type { Assistant, JourneyAnswer } from '@rapport/wire';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProfileChange } from '../use-profile.ts';
import { Moves } from './moves.tsx';

interface PersonaChoiceProps {
  readonly assistant: Assistant;
  readonly journey: JourneyAnswer;
}

/** As whom the person comes across, why, and as whom they want to be spoken to. */
export function PersonaChoice({ assistant, journey }: PersonaChoiceProps) {
  const { t } = useTranslation('about-me');
  const { change, isChanging } = useProfileChange();
  const { personas, persona, isPersonaChosen, personaMoves } = journey;
  const groupName = useId();
  const known = isPersonaChosen ? persona : null;
  const [wanted, setWanted] = useState(known);
  const chosen = isChanging ? wanted : known;
  return (
    <section>
      <h2 className="text-xl font-semibold tracking-tight">{t('persona.title')}</h2>
      <p className="mt-1 text-muted text-pretty">
        {persona === null
          ? t('persona.unknown', { assistant: assistant.name })
          : t(isPersonaChosen ? 'persona.chosen' : 'persona.read', {
              assistant: assistant.name,
              persona: t(`persona.names.${persona}`),
            })}
      </p>
      <fieldset className="mt-4 grid gap-2 sm:grid-cols-2" aria-busy={isChanging}>
        <legend className="mb-2 font-medium">{t('persona.choose')}</legend>
        {[null, ...personas].map((each) => (
          <label
            key={each}
            className="flex cursor-pointer items-start gap-3 rounded-2xl border border-line p-4 transition hover:bg-tint has-checked:border-accent has-checked:bg-tint has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={groupName}
              className="mt-1 size-4 shrink-0 accent-accent"
              checked={each === chosen}
              onChange={() => {
                setWanted(each);
                void change({ assistants: { [assistant.id]: { persona: each } } });
              }}
            />
            <span>
              <span className="block font-medium">
                {each === null ? t('persona.leaveIt') : t(`persona.names.${each}`)}
              </span>
              <span className="block text-sm text-muted text-pretty">
                {each === null ? t('persona.leaveItMeaning') : t(`persona.meanings.${each}`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {personaMoves.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 font-medium">{t('persona.moves')}</h3>
          <Moves
            assistant={assistant.id}
            moves={personaMoves.map((move) => ({
              ...move,
              text: t('persona.became', { persona: t(`persona.names.${move.to}`) }),
              why: t(`persona.reasons.${move.reason}`),
            }))}
          />
        </>
      )}
    </section>
  );
}
