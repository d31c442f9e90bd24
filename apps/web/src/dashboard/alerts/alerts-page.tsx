import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../components/page-heading.tsx';
import { AlertList } from './alert-list.tsx';
import { AlertRules } from './alert-rules.tsx';

/** What is wrong now, and what is watched. */
export function AlertsPage() {
  const { t } = useTranslation('dashboard');
  return (
    <>
      <PageHeading title={t('alerts.title')} explanation={t('alerts.explanation')} />
      <div className="grid gap-10">
        <AlertList />
        <AlertRules />
      </div>
    </>
  );
}
