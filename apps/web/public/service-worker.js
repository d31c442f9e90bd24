/*
 * Keeps what the page is made of, so that it opens without a network: drafts and what waits to be sent are in it. What
 * people said and what is known of them is never kept here. Code and styles carry a hash of their content in their name,
 * so a kept one is never wrong; the document and who may be talked to are asked for first and kept for when that fails.
 */
const CACHE = 'rapport-page-1';
const DOCUMENT = '/';
const ASSISTANTS = '/api/v1/assistants';
/** Beyond this many files the oldest go: each release brings new ones, and nobody takes the old ones away. */
const MOST_FILES = 120;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([DOCUMENT, ASSISTANTS]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  // The widget's frame belongs to another site's page, and is nothing without it.
  if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(askFirst(request, DOCUMENT));
  else if (pathname === ASSISTANTS) event.respondWith(askFirst(request, ASSISTANTS));
  else if (pathname.startsWith('/assets/') || pathname === '/favicon.svg') event.respondWith(takeKept(request));
});

const isPage = (pathname) => pathname === '/' || /^\/(a|me|dashboard)(\/|$)/.test(pathname);

async function askFirst(request, key) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(key, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(key);
    if (kept === undefined) throw error;
    return kept;
  }
}

async function takeKept(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
    await forgetOldest(cache);
  }
  return response;
}

async function forgetOldest(cache) {
  const kept = await cache.keys();
  const surplus = kept.filter(({ url }) => new URL(url).pathname.startsWith('/assets/')).slice(0, -MOST_FILES);
  await Promise.all(surplus.map((request) => cache.delete(request)));
}
