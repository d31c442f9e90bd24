import type { ErasureReceipt } from '@rapport/wire';
import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BUTTON_LOOKS, Button } from '../../components/button.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { saveFile } from './save-file.ts';

/** Everything is gone: what of, how much, and the receipt to keep. */
export function ErasedPage({ receipt }: { readonly receipt: ErasureReceipt }) {
  const { t, i18n } = useTranslation('about-me');
  const held = receipt.stores.filter(({ rows }) => rows > 0);
  const save = () =>
    saveFile(
      new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }),
      `erasure-${receipt.receiptId}.json`,
    );
  return (
    <>
      <PageHeading title={t('erased.title')} explanation={t('erased.explanation')} />
      <section aria-labelledby="receipt" className="max-w-2xl rounded-3xl border border-line bg-raised p-5">
        <h2 id="receipt" className="font-medium">
          {t('erased.receipt')}
        </h2>
        <p className="mt-1 text-sm text-muted">
          {new Date(receipt.erasedAt).toLocaleString(i18n.language, { dateStyle: 'long', timeStyle: 'short' })}
          <br />
          <span className="break-all">{receipt.receiptId}</span>
        </p>
        <table className="mt-4 w-full text-sm">
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="py-2 text-start font-medium">
                {t('erased.store')}
              </th>
              <th scope="col" className="py-2 text-end font-medium">
                {t('erased.rows')}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {held.map(({ store, rows }) => (
              <tr key={store}>
                <th scope="row" lang="en" className="py-1.5 text-start font-normal first-letter:uppercase">
                  {store.replaceAll('_', ' ')}
                </th>
                <td className="py-1.5 text-end tabular-nums">{rows.toLocaleString(i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-3 text-sm text-muted">{t('erased.others', { count: receipt.stores.length - held.length })}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button shape="primary" className="flex items-center gap-2" onClick={save}>
            <Download className="size-4.5" />
            {t('erased.save')}
          </Button>
          <Link to="/" className={BUTTON_LOOKS.outlined}>
            {t('erased.leave')}
          </Link>
        </div>
      </section>
    </>
  );
}
