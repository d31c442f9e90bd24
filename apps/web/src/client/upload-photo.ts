import type { Photo } from '@rapport/wire';
import { ConnectionLost, readProblem } from './problems.ts';

/**
 * Sends a photo ahead of its message and returns its id. With XMLHttpRequest, for `fetch` doesn't tell how far it is.
 * @param accessToken of whoever sends it
 * @param onProgress called with the part that is sent, from 0 to 1
 * @throws {ApiProblem} the server refused, as where photos are not taken ahead
 * @throws {ConnectionLost} the server could not be reached
 */
export function uploadPhoto(
  dataUrl: string,
  accessToken: string,
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const request = new XMLHttpRequest();
  request.open('POST', '/api/v1/photos');
  request.setRequestHeader('authorization', `Bearer ${accessToken}`);
  request.setRequestHeader('content-type', 'application/json');
  request.upload.addEventListener('progress', ({ loaded, total }) => total > 0 && onProgress(loaded / total));
  request.addEventListener('load', () => {
    if (request.status === 201) return resolve((JSON.parse(request.responseText) as Photo).id);
    readProblem(new Response(request.responseText, { status: request.status })).then(reject, reject);
  });
  request.addEventListener('error', () => reject(new ConnectionLost('The photo could not be sent.')));
  request.addEventListener('abort', () => reject(signal.reason));
  signal.addEventListener('abort', () => request.abort(), { once: true });
  request.send(JSON.stringify({ image: dataUrl }));
  return promise;
}
