import type { Experiment, ExperimentResults } from '@rapport/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ChoiceField, TextField } from '../../components/form-fields.tsx';
import { announce } from '../../components/toasts.tsx';
import { useOperator } from '../operator-client.ts';

type Action = 'start' | 'stop' | 'ship' | 'archive';

/** What may be done with an experiment in each state. */
const ACTIONS: Readonly<Record<Experiment['status'], readonly Action[]>> = {
  draft: ['start', 'archive'],
  running: ['stop', 'ship'],
  stopped: ['ship', 'archive'],
  shipped: ['archive'],
  archived: [],
};

/** Why a variant that didn't win is shipped all the same has to be said, in so many characters at least. */
const SHORTEST_REASON = 10;

interface ExperimentActionsProps {
  readonly experiment: Experiment;
  readonly results: ExperimentResults | null;
  readonly path: string;
}

/** Starting, stopping, shipping and putting away, each asked about first: customers notice. */
export function ExperimentActions({ experiment, results, path }: ExperimentActionsProps) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Action | null>(null);
  const winner = results?.decision.kind === 'winner' ? results.decision.variant : null;
  const [variant, setVariant] = useState(winner ?? experiment.definition.variants[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const needsReason = asked === 'ship' && variant !== winner;
  const run = async (action: Action) => {
    const body =
      action === 'ship'
        ? { variant, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }
        : action === 'stop' && reason.trim() !== ''
          ? { reason: reason.trim() }
          : {};
    await operator.fetch({ method: 'POST', path: `${path}/${action}`, body });
    announce({ text: t(`experiments.actions.${action}.done`) });
    await queries.invalidateQueries({ queryKey: ['experiments'] });
  };
  return (
    <div className="flex flex-wrap gap-3">
      {ACTIONS[experiment.status].map((action) => (
        <Button
          key={action}
          shape={action === 'start' || (action === 'ship' && winner !== null) ? 'primary' : 'outlined'}
          onClick={() => setAsked(action)}
        >
          {t(`experiments.actions.${action}.name`)}
        </Button>
      ))}
      {asked !== null && (
        <ConfirmDialog
          title={t(`experiments.actions.${asked}.name`)}
          action={t(`experiments.actions.${asked}.name`)}
          isReady={!needsReason || reason.trim().length >= SHORTEST_REASON}
          confirm={() => run(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{t(`experiments.actions.${asked}.means`)}</p>
          {asked === 'ship' && (
            <ChoiceField
              label={t('experiments.variant')}
              value={variant}
              choices={experiment.definition.variants.map(({ id, name }) => ({ value: id, label: name }))}
              onChoose={setVariant}
            />
          )}
          {needsReason && (
            <TextField
              label={t('experiments.reason')}
              note={t('experiments.reasonNote')}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </ConfirmDialog>
      )}
    </div>
  );
}
