import { useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../client/problems.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FIELD_LOOK } from '../../components/form-fields.tsx';
import { Modal } from '../../components/modal.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { announce } from '../../components/toasts.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { useOperator } from '../operator-client.ts';
import { type ContentKind, contentPath } from './content-kinds.ts';

interface Entry {
  readonly id: string;
  readonly state: 'draft' | 'live' | 'retired';
  readonly inFile: boolean;
  readonly revision: number;
  readonly content: Readonly<Record<string, unknown>> | null;
  readonly fileContent: Readonly<Record<string, unknown>> | null;
}

interface EntryEditorProps {
  readonly kind: ContentKind;
  readonly assistant: string;
  /** Null: a new one. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** Changes one entry, or adds one. Two people who edit at once don't overwrite each other: the second is told. */
export function EntryEditor({ kind, assistant, id, onClose }: EntryEditorProps) {
  const { t } = useTranslation('dashboard');
  const { t: inCommon } = useTranslation('common');
  const operator = useOperator();
  const headingId = useId();
  const query = useQuery({
    queryKey: [kind.id, assistant, 'entry', id],
    queryFn: () => operator.call<Entry>({ method: 'GET', path: contentPath(kind, assistant, id ?? '') }),
    enabled: id !== null,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Modal
      labelledBy={headingId}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(52rem,calc(100vw-2rem))] overflow-y-auto rounded-3xl border border-line bg-surface p-6 text-ink shadow-lifted"
      onClose={onClose}
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id={headingId} className="text-xl font-semibold tracking-tight">
          {id ?? t('content.add')}
        </h2>
        <Button shape="icon" className="-mt-2 -me-2" aria-label={inCommon('close')} onClick={onClose}>
          <X className="size-5" />
        </Button>
      </div>
      {id === null ? (
        <EntryForm kind={kind} assistant={assistant} entry={null} onClose={onClose} />
      ) : (
        <QueryState query={query}>
          {(entry) => <EntryForm kind={kind} assistant={assistant} entry={entry} onClose={onClose} />}
        </QueryState>
      )}
    </Modal>
  );
}

interface EntryFormProps {
  readonly kind: ContentKind;
  readonly assistant: string;
  readonly entry: Entry | null;
  readonly onClose: () => void;
}

const INDENT = 2;

function EntryForm({ kind, assistant, entry, onClose }: EntryFormProps) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const queries = useQueryClient();
  const describeProblem = useProblemWords();
  const id = useId();
  const [text, setText] = useState(() =>
    JSON.stringify(entry?.content ?? entry?.fileContent ?? kind.blank, null, INDENT),
  );
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const [isRestoring, setIsRestoring] = useState(false);

  const attempt = async (run: () => Promise<unknown>) => {
    setIsBusy(true);
    setProblems([]);
    try {
      await run();
      await queries.invalidateQueries({ queryKey: [kind.id] });
      announce({ text: t('content.saved') });
      onClose();
    } catch (error) {
      const named = error instanceof ApiProblem ? error.errors.map(({ path, message }) => `${path}: ${message}`) : [];
      const { title, advice } = describeProblem(error);
      const said = error instanceof ApiProblem && error.message !== '' ? error.message : `${title}. ${advice}`;
      setProblems(named.length === 0 ? [said] : named);
      setIsBusy(false);
    }
  };
  const save = (state: 'draft' | 'live') => {
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch (error) {
      setProblems([t('content.notJson', { problem: error instanceof Error ? error.message : '' })]);
      return;
    }
    const query = new URLSearchParams({ assistant });
    void attempt(() =>
      entry === null
        ? operator.fetch({ method: 'POST', path: `${kind.path}?${query}`, body: { [kind.field]: content, state } })
        : operator.fetch({
            method: 'PUT',
            path: contentPath(kind, assistant, entry.id),
            body: { [kind.field]: content, state, revision: entry.revision },
          }),
    );
  };
  const retire = (retired: Entry) =>
    attempt(() =>
      operator.fetch({
        method: 'PUT',
        path: contentPath(kind, assistant, retired.id),
        body: { state: 'retired', revision: retired.revision },
      }),
    );
  const restore = async (edited: Entry) => {
    await operator.fetch({
      method: 'DELETE',
      path: `${contentPath(kind, assistant, edited.id)}&revision=${edited.revision}`,
    });
    await queries.invalidateQueries({ queryKey: [kind.id] });
    onClose();
  };
  return (
    <div className="grid gap-4">
      <div>
        <label htmlFor={id} className="text-sm font-medium">
          {t('content.text')}
        </label>
        <textarea
          id={id}
          rows={18}
          value={text}
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          aria-invalid={problems.length > 0}
          className={`mt-1 font-mono text-sm ${FIELD_LOOK}`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {t('content.textHint')}
          {entry !== null && entry.revision > 0 && ` ${t('content.revision', { revision: entry.revision })}.`}
        </p>
      </div>
      {problems.length > 0 && (
        <div role="alert" className="text-alarm">
          <p className="font-medium">{t('content.refused')}</p>
          <ul className="list-disc ps-5">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        {entry !== null && entry.state !== 'retired' && (
          <Button
            shape="outlined"
            disabled={isBusy}
            title={t('content.retireMeans')}
            onClick={() => void retire(entry)}
          >
            {t('content.retire')}
          </Button>
        )}
        {entry?.inFile === true && entry.revision > 0 && (
          <Button shape="outlined" disabled={isBusy} onClick={() => setIsRestoring(true)}>
            {t('content.restore')}
          </Button>
        )}
        <Button shape="outlined" disabled={isBusy} onClick={() => save('draft')}>
          {t('content.asDraft')}
        </Button>
        <Button shape="primary" disabled={isBusy} onClick={() => save('live')}>
          {t('content.live')}
        </Button>
      </div>
      {isRestoring && entry !== null && (
        <ConfirmDialog
          title={t('content.restore')}
          action={t('content.restore')}
          confirm={() => restore(entry)}
          onClose={() => setIsRestoring(false)}
        >
          {t('content.restoreMeans')}
        </ConfirmDialog>
      )}
    </div>
  );
}
