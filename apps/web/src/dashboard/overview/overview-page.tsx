import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';

/** What happens now, and how it went. */
export function OverviewPage() {
  const { t } = useTranslation('dashboard');
  return <PageHeading title={t('overview.title')} />;
}
