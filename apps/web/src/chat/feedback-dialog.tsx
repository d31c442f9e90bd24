import type { FeedbackBody } from '@rapport/wire';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';
import { useProblemWords } from '../problem-words.ts';

/** The reasons one can choose, by the direction of the thumb. They are sent as words, so that they read as they were meant. */
const REASONS = {
  up: ['helpful', 'clear', 'kind', 'knewMe'],
  down: ['wrong', 'unhelpful', 'tone', 'forgot', 'unsafe'],
} as const;
/** What each thumb begins with, on the scale from 1 (bad) to 5 (good). */
const FIRST_RATING = { up: 5, down: 1 } as const;
const RATINGS = [1, 2, 3, 4, 5] as const;

interface FeedbackDialogProps {
  readonly messageId: string;
  readonly direction: 'up' | 'down';
  readonly onRated: () => void;
  readonly onClose: () => void;
}

/** Rates a reply from 1 to 5, with a reason. */
export function FeedbackDialog({ messageId, direction, onRated, onClose }: FeedbackDialogProps) {
  const { api } = useClient();
  const { t } = useTranslation(['talk-more', 'common']);
  const describeProblem = useProblemWords();
  const id = useId();
  const [rating, setRating] = useState<number>(FIRST_RATING[direction]);
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [comment, setComment] = useState('');
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open');
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState('busy');
    setFailure(null);
    const words = [...reasons, comment.trim()].filter((part) => part !== '').join('. ');
    const body: FeedbackBody = { rating, ...(words === '' ? {} : { comment: words }) };
    try {
      await api.call({ method: 'POST', path: `/api/v1/messages/${messageId}/feedback`, body });
      onRated();
      setState('done');
    } catch (error) {
      const { title, advice } = describeProblem(error);
      setFailure(`${title}. ${advice}`);
      setState('open');
    }
  };
  const toggle = (reason: string) =>
    setReasons(reasons.includes(reason) ? reasons.filter((other) => other !== reason) : [...reasons, reason]);
  return (
    <Modal labelledBy={`${id}-title`} className={DIALOG_LOOK} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-xl font-semibold tracking-tight">
        {t(state === 'done' ? 'feedback.thanks' : `feedback.${direction}`)}
      </h2>
      {state === 'done' ? (
        <>
          <p role="status" className="mt-2 text-muted">
            {t('feedback.use')}
          </p>
          <Button shape="primary" className="mt-6 w-full" onClick={onClose}>
            {t('common:close')}
          </Button>
        </>
      ) : (
        <form className="mt-4 grid gap-5" onSubmit={submit}>
          <fieldset>
            <legend className="text-sm font-medium">{t('feedback.rating')}</legend>
            <div className="mt-2 flex items-center gap-1.5">
              {RATINGS.map((value) => (
                <label
                  key={value}
                  className="grid size-11 cursor-pointer place-items-center rounded-full border border-edge has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
                >
                  <input
                    type="radio"
                    name="rating"
                    className="sr-only"
                    value={value}
                    checked={rating === value}
                    onChange={() => setRating(value)}
                  />
                  {value}
                </label>
              ))}
            </div>
            <p className="mt-1 text-sm text-muted">{t('feedback.scale')}</p>
          </fieldset>
          <fieldset>
            <legend className="text-sm font-medium">{t('feedback.reason')}</legend>
            <div className="mt-2 flex flex-wrap gap-2">
              {REASONS[direction].map((reason) => {
                const words = t(`feedback.reasons.${reason}`);
                const isChosen = reasons.includes(words);
                return (
                  <Button
                    key={reason}
                    shape="quiet"
                    className={`min-h-11 border ${isChosen ? 'border-accent bg-tint font-medium' : 'border-soft'}`}
                    aria-pressed={isChosen}
                    onClick={() => toggle(words)}
                  >
                    {words}
                  </Button>
                );
              })}
            </div>
          </fieldset>
          <div>
            <label htmlFor={`${id}-comment`} className="text-sm font-medium">
              {t('feedback.comment')}
            </label>
            <textarea
              id={`${id}-comment`}
              rows={3}
              maxLength={1_500}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
              className="mt-1 block w-full rounded-xl border border-edge bg-raised px-3.5 py-2.5 text-base"
            />
          </div>
          <p role="alert" className="text-alarm empty:hidden">
            {failure}
          </p>
          <div className="flex flex-wrap justify-end gap-3">
            <Button shape="quiet" className="min-h-11" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button shape="primary" type="submit" disabled={state === 'busy'}>
              {t('feedback.send')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
