import { type FromFrame, isToFrame, type ToFrame } from '../widget/frame-messages.ts';

/** The page that this one is framed by. Which sites may frame it is for the server to say, by `frame-ancestors`. */
export interface ParentPage {
  /** False when the page was opened by itself. */
  readonly isThere: boolean;
  send(message: FromFrame): void;
  /** Calls `receive` with each of its messages; returns how to stop. */
  listen(receive: (message: ToFrame) => void): () => void;
}

/** The page around `frame`, and no other window: another script's messages are none of ours. */
export function findParentPage(frame: Window): ParentPage {
  const { parent } = frame;
  return {
    isThere: parent !== frame,
    // Nothing that is sent says anything about the person, so it may go to whichever site was let to frame us.
    send: (message) => parent !== frame && parent.postMessage(message, '*'),
    listen(receive) {
      const onMessage = ({ source, data }: MessageEvent) => {
        if (source === parent && parent !== frame && isToFrame(data)) receive(data);
      };
      frame.addEventListener('message', onMessage);
      return () => frame.removeEventListener('message', onMessage);
    },
  };
}
