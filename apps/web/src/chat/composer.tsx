import { ArrowUp, ImagePlus } from 'lucide-react';
import type { MAX_MESSAGE_LENGTH as ContractLength } from '@rapport/wire';
import {
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyValueStore } from '../client/storage.ts';
import { Button } from '../components/button.tsx';
import type { Picture } from './live-conversation.ts';
import { useOnline } from './use-online.ts';

const PictureTray = lazy(async () => ({ default: (await import('./picture-tray.tsx')).PictureTray }));

/** The contract's own number, held to it by its type: importing the value would ship the schemas beside it. */
const MAX_MESSAGE_LENGTH: typeof ContractLength = 8_000;

/** From here on the room that is left is shown, in UTF-16 code units. */
const SHOW_ROOM_BELOW = 500;

interface ComposerProps {
  readonly assistantName: string;
  /** Keeps what is half written. */
  readonly store: KeyValueStore;
  readonly draftKey: string;
  readonly turn: 'replying' | 'stopping' | null;
  readonly acceptsPictures: boolean;
  readonly onSend: (text: string, pictures: readonly Picture[]) => void;
  readonly onStop: () => void;
}

/** Where one writes. Enter sends, Shift+Enter breaks the line, and no key sends while an input method is composing. */
export function Composer({ assistantName, store, draftKey, turn, acceptsPictures, onSend, onStop }: ComposerProps) {
  const { t } = useTranslation('talk');
  const isOnline = useOnline();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => store.get(draftKey) ?? '');
  const room = MAX_MESSAGE_LENGTH - text.trim().length;
  /** Files that were given, for the tray to take; null while no tray is open. */
  const [files, setFiles] = useState<readonly File[] | null>(null);
  /** What the tray has made of them: null while it is at work. */
  const [pictures, setPictures] = useState<readonly Picture[] | null>([]);
  const isFree = turn === null || !isOnline;
  const isReady = pictures !== null && (isOnline || pictures.length === 0);
  const canSend = isFree && isReady && text.trim() !== '' && room >= 0;
  useFittingHeight(field, text);
  useEffect(() => {
    // On a touch screen the focus would bring up the keyboard over the greeting.
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, []);

  const write = (value: string) => {
    setText(value);
    if (value === '') store.remove(draftKey);
    else store.set(draftKey, value);
  };
  const send = () => {
    if (!canSend) return;
    onSend(text.trim(), pictures ?? []);
    write('');
    setFiles(null);
    setPictures([]);
    field.current?.focus();
  };
  const sendOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Safari ends a composition before the Enter that confirmed it; key code 229 is how it still tells.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    send();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const take = (list: FileList | null | undefined): boolean => {
    const given = [...(list ?? [])].filter(({ type }) => type.startsWith('image/'));
    if (!acceptsPictures || given.length === 0) return false;
    setFiles(given);
    return true;
  };
  const paste = (event: ClipboardEvent) => {
    if (take(event.clipboardData.files)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (take(event.dataTransfer.files)) event.preventDefault();
  };
  return (
    <form onSubmit={submit} onDrop={drop} onDragOver={(event) => acceptsPictures && event.preventDefault()}>
      {files !== null && (
        <Suspense fallback={null}>
          <PictureTray
            given={files}
            onChange={setPictures}
            onClose={() => {
              setFiles(null);
              setPictures([]);
              field.current?.focus();
            }}
          />
        </Suspense>
      )}
      <div className="flex items-end gap-1 rounded-3xl border border-edge bg-raised p-1.5 shadow-lifted focus-within:ring-1 focus-within:ring-edge">
        {acceptsPictures && (
          <Button
            shape="icon"
            aria-label={t('addPictures')}
            title={t('addPictures')}
            onClick={() => setFiles(files ?? [])}
          >
            <ImagePlus className="size-5" />
          </Button>
        )}
        <label htmlFor="message" className="sr-only">
          {t('message', { name: assistantName })}
        </label>
        <textarea
          id="message"
          ref={field}
          rows={1}
          value={text}
          placeholder={t('message', { name: assistantName })}
          aria-describedby="message-note"
          aria-invalid={room < 0}
          enterKeyHint="send"
          className="composer-field min-w-0 grow resize-none bg-transparent px-3.5 py-2.5 text-base outline-none placeholder:text-muted"
          onChange={(event) => write(event.target.value)}
          onKeyDown={sendOnEnter}
          onPaste={paste}
        />
        <SendOrStop turn={isFree && (turn === null || canSend) ? null : turn} canSend={canSend} onStop={onStop} />
      </div>
      <ComposerNote room={room} />
    </form>
  );
}

const FILLED = 'bg-accent text-on-accent hover:bg-accent hover:brightness-110';

interface SendOrStopProps {
  readonly turn: ComposerProps['turn'];
  readonly canSend: boolean;
  readonly onStop: () => void;
}

function SendOrStop({ turn, canSend, onStop }: SendOrStopProps) {
  const { t } = useTranslation('talk');
  if (turn === null) {
    const look = canSend ? FILLED : 'border border-edge text-muted';
    return (
      <Button shape="icon" type="submit" className={look} aria-label={t('send')} aria-disabled={!canSend}>
        <ArrowUp className="size-5" />
      </Button>
    );
  }
  const isStopping = turn === 'stopping';
  return (
    <Button
      shape="icon"
      className={FILLED}
      aria-label={t(isStopping ? 'stopping' : 'stop')}
      aria-disabled={isStopping}
      onClick={onStop}
    >
      <span className="size-3.5 rounded-sm bg-on-accent" />
    </Button>
  );
}

/** The room that is left when it gets short, else what the keys do. `room` is negative when the text is too long. */
function ComposerNote({ room }: { readonly room: number }) {
  const { t } = useTranslation('talk');
  return (
    <p id="message-note" className="px-4 pt-1.5 text-center text-xs text-muted">
      {room < SHOW_ROOM_BELOW ? (
        <span className={room < 0 ? 'font-medium text-alarm' : ''}>
          {room < 0 ? t('tooLong', { count: -room }) : t('roomLeft', { count: room })}
        </span>
      ) : (
        <span className="pointer-coarse:hidden">{t('keysNote')}</span>
      )}
    </p>
  );
}

/** Grows the field with its text where the browser can't do it by itself. */
function useFittingHeight(field: { readonly current: HTMLTextAreaElement | null }, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what the height follows.
  useLayoutEffect(() => {
    const { current } = field;
    if (current === null || CSS.supports('field-sizing', 'content')) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [field, text]);
}
