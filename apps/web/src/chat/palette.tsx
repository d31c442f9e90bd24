import type { Conversation } from '@rapport/wire';
import { useNavigate } from '@tanstack/react-router';
import { Gauge, MessageCircle, Plus, UserRound } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAssistants, useClient, useSession } from '../client-context.ts';
import { Modal } from '../components/modal.tsx';

interface Destination {
  readonly id: string;
  readonly name: string;
  readonly detail?: string;
  readonly icon: ReactNode;
  readonly go: () => void;
}

/** Goes anywhere by a few letters: conversations by what was said in them, assistants, and the other rooms. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('talk-more');
  const id = useId();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const destinations = useDestinations(useDeferredValue(words), onClose);
  const active = Math.min(chosen, destinations.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && destinations.length > 0) {
      event.preventDefault();
      const next = (active + step + destinations.length) % destinations.length;
      setChosen(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      destinations[active]?.go();
    }
  };
  return (
    <Modal
      labelledBy={`${id}-title`}
      className="mx-auto mt-[12dvh] mb-auto max-h-[70dvh] w-[min(34rem,calc(100vw-2rem))] overflow-hidden rounded-3xl border border-line bg-surface p-0 text-ink shadow-lifted open:flex open:flex-col"
      onClose={onClose}
    >
      <h2 id={`${id}-title`} className="sr-only">
        {t('palette.title')}
      </h2>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={destinations.length === 0 ? undefined : `${id}-${active}`}
        aria-label={t('palette.search')}
        placeholder={t('palette.search')}
        value={words}
        className="w-full border-b border-line bg-transparent px-5 py-4 text-base outline-none placeholder:text-muted"
        onChange={(event) => {
          setWords(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      {destinations.length === 0 && (
        <p role="status" className="px-5 py-6 text-muted">
          {t('palette.nothing')}
        </p>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={t('palette.title')} className="min-h-0 overflow-y-auto p-2">
        {destinations.map(({ id: key, name, detail, icon, go }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and its keys choose.
          // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is never focused itself.
          <div
            key={key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-xl px-3 py-1.5 ${index === active ? 'bg-tint' : ''}`}
            onClick={go}
            onMouseMove={() => setChosen(index)}
          >
            {icon}
            <span className="min-w-0 grow">
              <span className="block truncate">{name}</span>
              {detail !== undefined && <span className="block truncate text-sm text-muted">{detail}</span>}
            </span>
          </div>
        ))}
      </div>
    </Modal>
  );
}

const ABOUT_ME_ICON = <UserRound className="size-4.5 shrink-0" />;

/** Where the words lead. Without any, the latest conversations come first. */
function useDestinations(words: string, onClose: () => void): readonly Destination[] {
  const { t, i18n } = useTranslation(['talk-more', 'about-me']);
  const { api, deletions } = useClient();
  const session = useSession();
  const assistants = useAssistants();
  const navigate = useNavigate();
  const [found, setFound] = useState<readonly Conversation[]>([]);
  const hasSession = session.status === 'active';
  useEffect(() => {
    if (!hasSession) return;
    let isCurrent = true;
    api.conversations(null, null, words).then(
      ({ items }) => isCurrent && setFound(items),
      // Without conversations the palette still leads everywhere else.
      () => isCurrent && setFound([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, hasSession, words]);
  const leave = (go: () => unknown) => () => {
    onClose();
    void go();
  };
  const places = Object.entries(i18n.getResource(i18n.language, 'about-me', 'places') ?? {}) as [string, string][];
  const others: Destination[] = [
    ...assistants.map(({ id, name }) => ({
      id: `new-${id}`,
      name: t('palette.talkWith', { name }),
      icon: <Plus className="size-4.5 shrink-0" />,
      go: leave(() => navigate({ to: '/a/$assistant', params: { assistant: id } })),
    })),
    { id: 'me', name: t('menu.aboutMe'), icon: ABOUT_ME_ICON, go: leave(() => navigate({ to: '/me' })) },
    ...places.map(([place, name]) => ({
      id: `me-${place}`,
      name: `${t('menu.aboutMe')}: ${name}`,
      icon: ABOUT_ME_ICON,
      go: leave(() => navigate({ to: '/me/$place', params: { place: hyphenated(place) } })),
    })),
    ...(hasSession && session.session.user.role === 'operator'
      ? [
          {
            id: 'dashboard',
            name: t('menu.dashboard'),
            icon: <Gauge className="size-4.5 shrink-0" />,
            go: leave(() => navigate({ to: '/dashboard' })),
          },
        ]
      : []),
  ];
  const deleted = deletions.current();
  const conversations = found.flatMap((conversation): Destination[] => {
    const { id, title, excerpt, assistant } = conversation;
    const partner = assistants.find((known) => known.id === assistant);
    if (title === null || partner === undefined || deleted.includes(id)) return [];
    const params = { assistant, conversation: id };
    return [
      {
        id,
        name: title,
        detail: excerpt === undefined ? partner.name : `${partner.name}: ${excerpt}`,
        icon: <MessageCircle className="size-4.5 shrink-0" />,
        go: leave(() => navigate({ to: '/a/$assistant/c/$conversation', params })),
      },
    ];
  });
  const wanted = words.trim().toLowerCase();
  return [...conversations.slice(0, 12), ...others.filter(({ name }) => name.toLowerCase().includes(wanted))];
}

/** The address of a place by the key of its name. */
const hyphenated = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
