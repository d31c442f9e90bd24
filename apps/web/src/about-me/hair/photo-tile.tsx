import type { Photo } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { Trash2, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client-context.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Modal } from '../../components/modal.tsx';
import { announce } from '../../components/toasts.tsx';

interface PhotoTileProps {
  readonly photo: Photo;
  readonly remove: () => Promise<unknown>;
}

/** A photo in small, which opens in full. */
export function PhotoTile({ photo, remove }: PhotoTileProps) {
  const { t, i18n } = useTranslation('about-me');
  const [isOpen, setIsOpen] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const taken = new Date(photo.createdAt).toLocaleDateString(i18n.language, { dateStyle: 'medium' });
  return (
    <li className="overflow-hidden rounded-2xl border border-line bg-raised">
      <button type="button" className="block w-full" onClick={() => setIsOpen(true)}>
        <Picture
          photo={photo}
          size="thumbnail"
          alt={t('photos.of', { date: taken })}
          className="aspect-square object-cover"
        />
      </button>
      <div className="flex items-center justify-between ps-3">
        <p className="text-sm text-muted">{photo.kept ? taken : t('photos.goesSoon')}</p>
        <Button shape="icon" aria-label={t('photos.delete', { date: taken })} onClick={() => setIsDeleting(true)}>
          <Trash2 className="size-4.5" />
        </Button>
      </div>
      {isOpen && <OpenPhoto photo={photo} title={t('photos.of', { date: taken })} onClose={() => setIsOpen(false)} />}
      {isDeleting && (
        <ConfirmDialog
          title={t('photos.deleteTitle')}
          action={t('photos.deleteAction')}
          confirm={async () => {
            await remove();
            announce({ text: t('photos.deleted', { count: 1 }) });
          }}
          onClose={() => setIsDeleting(false)}
        >
          <p>{t('photos.deleteExplanation')}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

interface OpenPhotoProps {
  readonly photo: Photo;
  readonly title: string;
  readonly onClose: () => void;
}

function OpenPhoto({ photo, title, onClose }: OpenPhotoProps) {
  const { t } = useTranslation('common');
  const headingId = useId();
  return (
    <Modal
      labelledBy={headingId}
      className="m-auto max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] overflow-auto rounded-3xl border border-line bg-surface p-3 text-ink shadow-lifted"
      onClose={onClose}
    >
      <div className="flex items-center justify-between gap-4 ps-2 pb-2">
        <h2 id={headingId} className="font-medium">
          {title}
        </h2>
        <Button shape="icon" aria-label={t('close')} onClick={onClose}>
          <X className="size-5" />
        </Button>
      </div>
      <Picture photo={photo} size="full" alt={title} className="max-h-[75dvh] rounded-2xl object-contain" />
    </Modal>
  );
}

interface PictureProps {
  readonly photo: Photo;
  readonly size: 'thumbnail' | 'full';
  readonly alt: string;
  readonly className: string;
}

/** A picture only its owner may have: it comes with their token, so an address alone would not do. */
function Picture({ photo, size, alt, className }: PictureProps) {
  const { api } = useClient();
  const { data: blob } = useQuery({
    queryKey: ['picture', photo.id, size],
    queryFn: () => api.file(`/api/v1/photos/${photo.id}?size=${size}`),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (blob === undefined) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (url === null) {
    return (
      <span role="img" aria-label={alt} className={`block size-full min-h-32 animate-pulse bg-tint ${className}`} />
    );
  }
  return <img src={url} alt={alt} width={photo.width} height={photo.height} className={`h-auto w-full ${className}`} />;
}
