import type { KnowledgePreview } from '@rapport/wire';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/form-fields.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { useOperator } from '../operator-client.ts';

/** What would be found for a question, and what would be said, before anybody asks it. */
export function RetrievalPreview({ assistant }: { readonly assistant: string }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const describeProblem = useProblemWords();
  const [question, setQuestion] = useState('');
  const preview = useMutation({
    mutationFn: () =>
      operator.call<KnowledgePreview>({
        method: 'POST',
        path: `/api/v1/admin/knowledge/preview?${new URLSearchParams({ assistant })}`,
        body: { question: question.trim() },
      }),
  });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (question.trim() !== '') preview.mutate();
  };
  return (
    <section aria-labelledby="preview" className="rounded-3xl border border-line bg-raised p-5">
      <h2 id="preview" className="text-lg font-semibold">
        {t('content.preview.title')}
      </h2>
      <p className="mt-1 mb-4 text-muted">{t('content.preview.explanation')}</p>
      <form className="flex flex-wrap items-end gap-3" onSubmit={ask}>
        <div className="min-w-0 grow">
          <TextField
            label={t('content.preview.question')}
            value={question}
            maxLength={8_000}
            onChange={(event) => setQuestion(event.target.value)}
          />
        </div>
        <Button shape="primary" type="submit" disabled={preview.isPending}>
          {t('content.preview.ask')}
        </Button>
      </form>
      {preview.isError && (
        <p role="alert" className="mt-3 text-alarm">
          {describeProblem(preview.error).title}
        </p>
      )}
      {preview.data !== undefined && (
        <div className="mt-5 grid gap-5 md:grid-cols-2">
          <div>
            <h3 className="font-medium">{t('content.preview.passages')}</h3>
            <ol className="mt-2 grid gap-2">
              {preview.data.passages.map(({ id, title, answers }) => (
                <li key={id}>
                  {title}{' '}
                  <span className="text-sm text-muted">
                    ({t(answers ? 'content.preview.answers' : 'content.preview.offered')})
                  </span>
                </li>
              ))}
            </ol>
          </div>
          <div>
            <h3 className="font-medium">{t('content.preview.reply')}</h3>
            <p className="mt-2 whitespace-pre-wrap">{preview.data.reply.text}</p>
          </div>
        </div>
      )}
    </section>
  );
}
