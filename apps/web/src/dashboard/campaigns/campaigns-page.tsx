import { CampaignDetail } from './campaign-detail.tsx';
import { CampaignList } from './campaign-list.tsx';

/** What assistants say of their own accord: all campaigns, or the one whose `<assistant>.<campaign>` is open. */
export function CampaignsPage({ item }: { readonly item: string | null }) {
  const [assistant, campaign] = item?.split('.') ?? [];
  if (assistant === undefined || campaign === undefined) return <CampaignList />;
  return <CampaignDetail assistant={assistant} campaign={campaign} />;
}
