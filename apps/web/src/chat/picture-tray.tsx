import type { MAX_IMAGE_BYTES as ContractBytes, MAX_IMAGES as ContractCount } from '@rapport/wire';
import { Camera, ImagePlus, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../client/identifiers.ts';
import { ApiProblem } from '../client/problems.ts';
import { uploadPhoto } from '../client/upload-photo.ts';
import { useClient } from '../client-context.ts';
import { Button, BUTTON_LOOKS } from '../components/button.tsx';
import type { Picture } from './live-conversation.ts';

// The contract's own numbers, held to it by their types.
const MAX_IMAGES: typeof ContractCount = 4;
const MAX_IMAGE_BYTES: typeof ContractBytes = 8_388_608;
const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

interface TrayPicture {
  readonly id: string;
  readonly name: string;
  readonly shownAt: string;
  /** From 0 to 1. */
  readonly progress: number;
  /** What the server takes it by; null while it is on its way. */
  readonly reference: string | null;
}

interface PictureTrayProps {
  /** Files to take in; another list is taken in beside what is there. */
  readonly given: readonly File[];
  /** Called with the pictures of the message, or null while some are on their way. */
  readonly onChange: (pictures: readonly Picture[] | null) => void;
  readonly onClose: () => void;
}

/** The pictures that will go with the message: chosen, taken with the camera, pasted or dropped. */
export function PictureTray({ given, onChange, onClose }: PictureTrayProps) {
  const { t } = useTranslation(['talk-more', 'common']);
  const { pictures, refusals, take, remove } = useTrayPictures(onChange);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const taken = useRef<readonly File[] | null>(null);
  useEffect(() => {
    if (taken.current === given) return;
    taken.current = given;
    if (given.length > 0) take(given);
  }, [given, take]);
  const input = (
    <>
      <input
        ref={chooser}
        type="file"
        accept={TYPES.join(',')}
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label={t('pictures.choose')}
        onChange={(event) => take([...(event.target.files ?? [])])}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('pictures.camera')}
        onChange={(event) => take([...(event.target.files ?? [])])}
      />
    </>
  );
  return (
    <section
      aria-label={t('pictures.title')}
      className="mb-2 animate-arrive rounded-3xl border border-line bg-raised p-3"
    >
      {pictures.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-2">
          {pictures.map(({ id, name, shownAt, progress, reference }) => (
            <li key={id} className="relative">
              <img src={shownAt} alt={name} className="size-20 rounded-2xl border border-line object-cover" />
              {reference === null && (
                <progress
                  value={progress}
                  max={1}
                  aria-label={t('pictures.sending', { name })}
                  className="absolute inset-x-2 bottom-2 h-1.5 w-16 accent-accent"
                />
              )}
              <Button
                shape="icon"
                className="absolute -end-2 -top-2 size-7 border border-edge bg-surface pointer-coarse:size-9"
                aria-label={t('pictures.remove', { name })}
                onClick={() => remove(id)}
              >
                <X className="size-4" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {input}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          shape="outlined"
          className={`flex min-h-11 items-center gap-2 text-sm ${BUTTON_LOOKS.quiet}`}
          disabled={pictures.length >= MAX_IMAGES}
          onClick={() => chooser.current?.click()}
        >
          <ImagePlus className="size-4.5" />
          {t('pictures.choose')}
        </Button>
        <Button
          shape="outlined"
          className={`flex min-h-11 items-center gap-2 text-sm pointer-fine:hidden ${BUTTON_LOOKS.quiet}`}
          disabled={pictures.length >= MAX_IMAGES}
          onClick={() => camera.current?.click()}
        >
          <Camera className="size-4.5" />
          {t('pictures.camera')}
        </Button>
        <Button shape="icon" className="ms-auto" aria-label={t('pictures.close')} onClick={onClose}>
          <X className="size-5" />
        </Button>
      </div>
      <p className="mt-2 text-sm text-muted text-pretty">{t('pictures.consent')}</p>
      <ul role="alert" className="text-sm text-alarm empty:hidden">
        {refusals.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

function useTrayPictures(onChange: PictureTrayProps['onChange']) {
  const { t, i18n } = useTranslation('talk-more');
  const { sessions } = useClient();
  const [pictures, setPictures] = useState<readonly TrayPicture[]>([]);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const uploads = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const ready = pictures.flatMap(({ reference, shownAt }) => (reference === null ? [] : [{ reference, shownAt }]));
    onChange(ready.length === pictures.length ? ready : null);
  }, [pictures, onChange]);
  useEffect(() => {
    const running = uploads.current;
    return () => {
      for (const upload of running.values()) upload.abort();
    };
  }, []);
  const change = useCallback((id: string, changes: Partial<TrayPicture>) => {
    setPictures((former) => former.map((picture) => (picture.id === id ? { ...picture, ...changes } : picture)));
  }, []);
  const remove = useCallback((id: string) => {
    uploads.current.get(id)?.abort();
    setPictures((former) => former.filter((picture) => picture.id !== id));
  }, []);
  const send = useCallback(
    async (id: string, name: string, shownAt: string) => {
      const upload = new AbortController();
      uploads.current.set(id, upload);
      try {
        const token = await sessions.authorize();
        const report = (progress: number) => change(id, { progress });
        change(id, { reference: await uploadPhoto(shownAt, token, upload.signal, report) });
      } catch (error) {
        if (upload.signal.aborted) return;
        // Where no photo is taken ahead, the picture goes with the message itself.
        if (error instanceof ApiProblem && error.code === 'CONFLICT') return change(id, { reference: shownAt });
        remove(id);
        const isRefused = error instanceof ApiProblem && error.code === 'VALIDATION_ERROR';
        setRefusals((former) => [...former, t(isRefused ? 'pictures.unreadable' : 'pictures.notSent', { name })]);
      }
    },
    [sessions, change, remove, t],
  );
  const count = pictures.length;
  const take = useCallback(
    (files: readonly File[]) => {
      const refused: string[] = [];
      const room = MAX_IMAGES - count;
      const size = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'megabyte' }).format(
        MAX_IMAGE_BYTES / 2 ** 20,
      );
      const fitting = files.filter(({ name, type, size: bytes }) => {
        if (!TYPES.includes(type)) refused.push(t('pictures.wrongType', { name }));
        else if (bytes > MAX_IMAGE_BYTES) refused.push(t('pictures.tooLarge', { name, size }));
        else return true;
        return false;
      });
      for (const { name } of fitting.slice(room)) refused.push(t('pictures.tooMany', { name, count: MAX_IMAGES }));
      setRefusals(refused);
      for (const file of fitting.slice(0, room)) {
        const id = newId();
        void readDataUrl(file).then((shownAt) => {
          setPictures((former) => [...former, { id, name: file.name, shownAt, progress: 0, reference: null }]);
          void send(id, file.name, shownAt);
        });
      }
    },
    [count, i18n.language, send, t],
  );
  return { pictures, refusals, take, remove };
}

function readDataUrl(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.addEventListener('load', () => resolve(String(reader.result)));
  reader.addEventListener('error', () => reject(reader.error));
  reader.readAsDataURL(file);
  return promise;
}
