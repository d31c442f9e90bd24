import type { Assistant, JourneyAnswer } from '@rapport/wire';
import { Check, Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Moves } from './moves.tsx';

interface JourneyPathProps {
  readonly assistant: Assistant;
  readonly journey: JourneyAnswer;
}

/** The stages as a path, where the person is on it, and the words that moved them. */
export function JourneyPath({ assistant, journey: { stages, stage, moves } }: JourneyPathProps) {
  const { t } = useTranslation('about-me');
  const here = stages.findIndex(({ id }) => id === stage);
  return (
    <section>
      <h2 className="text-xl font-semibold tracking-tight">{t('journey.path')}</h2>
      <p className="mt-1 text-muted text-pretty">
        {stage === null
          ? t('journey.notBegun', { assistant: assistant.name })
          : t('journey.here', { stage: t(`journey.stages.${stage}`) })}
      </p>
      <ol className="mt-5 grid lg:grid-cols-8">
        {stages.map(({ id }, index) => {
          const isHere = index === here;
          const isPassed = index < here;
          return (
            <li
              key={id}
              aria-current={isHere ? 'step' : undefined}
              className="relative flex min-h-14 items-start gap-3 pb-3 lg:min-h-0 lg:flex-col lg:items-center lg:pb-0 lg:text-center"
            >
              {index > 0 && (
                <span
                  aria-hidden="true"
                  className={`absolute start-4 -top-6 h-6 w-0.5 lg:start-auto lg:end-1/2 lg:top-4 lg:h-0.5 lg:w-full ${index <= here ? 'bg-accent' : 'bg-line'}`}
                />
              )}
              <span
                aria-hidden="true"
                className={`relative z-10 grid size-8.5 shrink-0 place-items-center rounded-full border-2 text-sm ${isHere ? 'border-accent bg-accent text-on-accent' : isPassed ? 'border-accent bg-surface' : 'border-soft bg-surface text-muted'}`}
              >
                {isHere ? <Flag className="size-4" /> : isPassed ? <Check className="size-4" /> : index + 1}
              </span>
              <span className={`pt-1 lg:px-1 lg:text-sm ${isHere ? 'font-semibold' : isPassed ? '' : 'text-muted'}`}>
                {t(`journey.stages.${id}`)}
                {isHere && <span className="sr-only"> ({t('journey.youAreHere')})</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {moves.length > 0 && (
        <>
          <h3 className="mt-8 mb-2 font-medium">{t('journey.moves')}</h3>
          <Moves
            assistant={assistant.id}
            moves={moves.map((move) => ({
              ...move,
              text:
                move.from === null
                  ? t('journey.began', { to: t(`journey.stages.${move.to}`) })
                  : t('journey.moved', { from: t(`journey.stages.${move.from}`), to: t(`journey.stages.${move.to}`) }),
              why: t(`journey.reasons.${move.reason}`),
            }))}
          />
        </>
      )}
    </section>
  );
}
