import { useNavigate } from '@tanstack/react-router';
import i18next from 'i18next';
import { Check, Download, Ellipsis, Gauge, Keyboard, Search, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient, useSession } from '../client-context.ts';
import { useInstallation } from '../client/installation.ts';
import { Button } from '../components/button.tsx';
import { Menu, MenuGroup, MenuItem } from '../components/menu.tsx';
import { speak } from '../language/language.ts';
import { LANGUAGES, type Language } from '../language/languages.ts';
import type { ShownPanel } from './use-shortcuts.ts';

/** Places, languages and keys. Opens as it comes, for it is loaded when it is asked for. */
export function MoreMenu({ show }: { readonly show?: (panel: ShownPanel) => void }) {
  const { t } = useTranslation('talk-more');
  const navigate = useNavigate();
  const { store, regionalSettings } = useClient();
  const session = useSession();
  const installation = useInstallation();
  const isOperator = session.status === 'active' && session.session.user.role === 'operator';
  const choose = async (language: Language) => {
    await speak(language, store);
    await regionalSettings.settled();
  };
  return (
    <Menu
      opensAtOnce
      trigger={
        <Button shape="icon" aria-label={t('menu.more')}>
          <Ellipsis className="size-5" />
        </Button>
      }
    >
      <MenuItem icon={<UserRound className="size-4.5" />} onChoose={() => void navigate({ to: '/me' })}>
        {t('menu.aboutMe')}
      </MenuItem>
      {isOperator && (
        <MenuItem icon={<Gauge className="size-4.5" />} onChoose={() => void navigate({ to: '/dashboard' })}>
          {t('menu.dashboard')}
        </MenuItem>
      )}
      {show !== undefined && (
        <>
          <MenuItem icon={<Search className="size-4.5" />} onChoose={() => show('palette')}>
            {t('menu.goTo')}
          </MenuItem>
          <MenuItem icon={<Keyboard className="size-4.5" />} onChoose={() => show('shortcuts')}>
            {t('menu.keys')}
          </MenuItem>
        </>
      )}
      {installation !== null && (
        <MenuItem icon={<Download className="size-4.5" />} onChoose={() => void installation()}>
          {t('menu.install')}
        </MenuItem>
      )}
      <MenuGroup name={t('menu.language')}>
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <MenuItem
            key={language}
            icon={<Check className={`size-4.5 ${i18next.language === language ? '' : 'invisible'}`} />}
            onChoose={() => void choose(language as Language)}
          >
            <span lang={language}>{name}</span>
            {i18next.language === language && <span className="sr-only"> {t('menu.chosen')}</span>}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  );
}
