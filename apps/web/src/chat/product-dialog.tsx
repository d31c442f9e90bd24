import type { Product } from '@rapport/wire';
import { X } from 'lucide-react';
import { type ReactNode, useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { Dots } from '../components/dots.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';
import { useProblemWords } from '../problem-words.ts';
import { useLoad } from '../use-load.ts';
import { TextLink } from './rich-text-view.tsx';

interface ProductDialogProps {
  readonly id: string;
  readonly assistant: string;
  readonly onClose: () => void;
}

/** What is on file of a product. What isn't is said, and nothing is guessed in its place. */
export function ProductDialog({ id, assistant, onClose }: ProductDialogProps) {
  const { api } = useClient();
  const { t } = useTranslation(['talk-more', 'common', 'talk']);
  const describeProblem = useProblemWords();
  const headingId = useId();
  const path = `/api/v1/products/${encodeURIComponent(id)}?assistant=${assistant}`;
  const { loaded } = useLoad(useCallback(() => api.call<Product>({ method: 'GET', path }), [api, path]));
  return (
    <Modal labelledBy={headingId} className={DIALOG_LOOK} onClose={onClose}>
      <Button shape="icon" className="float-end -me-3 -mt-3" aria-label={t('common:close')} onClick={onClose}>
        <X className="size-5" />
      </Button>
      <h2 id={headingId} className="text-xl font-semibold tracking-tight text-balance">
        {loaded.status === 'ready' ? loaded.value.name : t('product.title')}
      </h2>
      {loaded.status === 'loading' && (
        <p role="status" className="mt-3">
          <span className="sr-only">{t('common:loading')}</span>
          <Dots />
        </p>
      )}
      {loaded.status === 'failed' && (
        <p role="alert" className="mt-3">
          {describeProblem(loaded.error).title}
        </p>
      )}
      {loaded.status === 'ready' && <OnFile product={loaded.value} />}
    </Modal>
  );
}

function OnFile({ product }: { readonly product: Product }) {
  const { t, i18n } = useTranslation(['talk-more', 'talk']);
  const { category, about, howToUse, ingredients, price, sourceUrl, verifiedOn, sample } = product;
  const unknown = <span className="text-muted">{t('product.notOnFile')}</span>;
  const money = (amount: number, currency: string) => {
    const format = new Intl.NumberFormat(i18n.language, { style: 'currency', currency });
    // The catalogue counts in the currency's smallest unit, of which a yen has one and a dollar a hundred.
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  };
  return (
    <>
      <p className="mt-1 text-muted">{t(`talk:categories.${category}`)}</p>
      {sample && <p className="mt-3 rounded-xl border border-edge px-3 py-2 text-sm">{t('product.sample')}</p>}
      {about !== null && <p className="mt-3 first-letter:uppercase">{about}</p>}
      <dl>
        <Fact name={t('product.howToUse')}>{howToUse ?? unknown}</Fact>
        <Fact name={t('product.price')}>{price === null ? unknown : money(price.amount, price.currency)}</Fact>
        <Fact name={t('product.ingredients')}>{ingredients === null ? unknown : ingredients.join(', ')}</Fact>
        <Fact name={t('product.source')}>
          {sourceUrl === null ? unknown : <TextLink href={sourceUrl} text={new URL(sourceUrl).hostname} />}
          {verifiedOn !== null && (
            <span className="block text-sm text-muted">
              {t('product.verified', {
                date: new Date(`${verifiedOn}T12:00:00Z`).toLocaleDateString(i18n.language, { dateStyle: 'long' }),
              })}
            </span>
          )}
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="mt-4">
      <dt className="text-sm font-semibold text-muted">{name}</dt>
      <dd className="mt-0.5 break-words">{children}</dd>
    </div>
  );
}
