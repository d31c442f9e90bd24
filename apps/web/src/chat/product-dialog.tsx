import type { Product } from '@rapport/wire';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ReferenceDialog, type ReferenceProps } from './reference-dialog.tsx';
import { TextLink } from './rich-text-view.tsx';

/** What is on file of a product. What isn't is said, and nothing is guessed in its place. */
export function ProductDialog({ id, assistant, onClose }: ReferenceProps) {
  const { t } = useTranslation('talk-more');
  return (
    <ReferenceDialog<Product>
      path={`/api/v1/products/${encodeURIComponent(id)}?assistant=${assistant}`}
      title={t('product.title')}
      titleOf={({ name }) => name}
      onClose={onClose}
    >
      {(product) => <OnFile product={product} />}
    </ReferenceDialog>
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
