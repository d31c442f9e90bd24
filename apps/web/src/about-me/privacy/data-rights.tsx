import type { ErasureReceipt } from '@rapport/wire';
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client-context.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { TextField } from '../../components/form-fields.tsx';
import { announce } from '../../components/toasts.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { saveFile } from './save-file.ts';
import { Section } from './section.tsx';
import { keepReceipt } from './use-erasure.ts';

/** Everything held about the person, to take along or to have erased for good. */
export function DataRights() {
  const { t } = useTranslation('about-me');
  const { api, sessions } = useClient();
  const describeProblem = useProblemWords();
  const [isErasing, setIsErasing] = useState(false);
  const [isExporting, setIsExporting] = useState(false);
  const [typed, setTyped] = useState('');
  const word = t('erase.word');
  const exportAll = async () => {
    setIsExporting(true);
    try {
      saveFile(await api.file('/api/v1/profile/export'), 'my-data.json');
    } catch (error) {
      const { title, advice } = describeProblem(error);
      announce({ text: `${title}. ${advice}` });
    }
    setIsExporting(false);
  };
  const erase = async () => {
    const receipt = await api.call<ErasureReceipt>({ method: 'DELETE', path: '/api/v1/profile' });
    sessions.startAnew();
    keepReceipt(receipt);
  };
  return (
    <Section title={t('privacy.data')}>
      <div className="divide-y divide-line">
        <div className="flex flex-wrap items-center justify-between gap-3 py-3">
          <p className="max-w-md text-pretty">{t('export.explanation')}</p>
          <Button
            shape="outlined"
            className="flex items-center gap-2"
            disabled={isExporting}
            onClick={() => void exportAll()}
          >
            <Download className="size-4.5" />
            {t('export.action')}
          </Button>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3 py-3">
          <p className="max-w-md text-pretty">{t('erase.explanation')}</p>
          <Button
            shape="outlined"
            className="flex items-center gap-2 border-alarm text-alarm"
            aria-haspopup="dialog"
            onClick={() => setIsErasing(true)}
          >
            <Trash2 className="size-4.5" />
            {t('erase.action')}
          </Button>
        </div>
      </div>
      {isErasing && (
        <ConfirmDialog
          title={t('erase.title')}
          action={t('erase.confirm')}
          isReady={typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase()}
          confirm={erase}
          onClose={() => {
            setIsErasing(false);
            setTyped('');
          }}
        >
          <p>{t('erase.meaning')}</p>
          <div className="text-ink">
            <TextField
              label={t('erase.type', { word })}
              autoComplete="off"
              autoCapitalize="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
        </ConfirmDialog>
      )}
    </Section>
  );
}
