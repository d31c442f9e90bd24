import { ExperimentDetail } from './experiment-detail.tsx';
import { ExperimentList } from './experiment-list.tsx';

/** What is being tried, or the experiment that is open. */
export function ExperimentsPage({ item }: { readonly item: string | null }) {
  return item === null ? <ExperimentList /> : <ExperimentDetail id={item} />;
}
