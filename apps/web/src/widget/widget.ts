import { type FromFrame, isFromFrame, type ToFrame } from './frame-messages.ts';
import { readOptions, type WidgetConfiguration, type WidgetOptions, wordsIn } from './widget-configuration.ts';
import { widgetStyles } from './widget-styles.ts';

type EventName = 'open' | 'close' | 'unread' | 'identity-refused';

/** What a brand's page can do with the widget, as `window.rapport`. */
export interface WidgetApi {
  open(): void;
  close(): void;
  toggle(): void;
  /** Says who the customer is, by a short token that the brand's server signed. See docs/widget.md. */
  identify(token: string): void;
  /** Ends the customer's session in the widget: call it when they sign out of the shop. */
  signOut(): void;
  /** Calls `listener` with the number of unread messages for `unread`; returns how to stop. */
  on(event: EventName, listener: (detail?: number) => void): () => void;
  /** Takes the widget off the page. */
  remove(): void;
}

declare global {
  interface Window {
    rapport?: WidgetApi;
  }
}

const BUBBLE =
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M20 11.5c0 4.1-3.7 7.5-8.200 7.500-1.100 0-2.200-.2-3.200-.6L4 20l1.200-3.900A7 7 0 0 1 3.600 11.500C3.600 7.400 7.300 4 11.800 4S20 7.400 20 11.500Z"/></svg>';

/** Puts the widget of `configuration` on the page of the script that is running. Called by the script itself. */
export function start(configuration: WidgetConfiguration): void {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const options = readOptions(script.dataset);
  const { origin } = new URL(script.src);
  const begin = () => {
    if (window.rapport !== undefined) return;
    const widget = new Widget(configuration, options, origin);
    window.rapport = widget.api;
    // For pages whose own code ran before this script had come.
    window.dispatchEvent(new CustomEvent('rapport:ready', { detail: widget.api }));
  };
  if (document.body === null) document.addEventListener('DOMContentLoaded', begin, { once: true });
  else begin();
}

/** The button, and the frame that opens above it. The frame is made when it is first opened: before, it costs nothing. */
class Widget {
  readonly api: WidgetApi;
  readonly #configuration: WidgetConfiguration;
  readonly #options: WidgetOptions;
  readonly #origin: string;
  readonly #language: string;
  readonly #host = document.createElement('div');
  readonly #root: ShadowRoot;
  readonly #button = document.createElement('button');
  readonly #badge = document.createElement('span');
  readonly #panel = document.createElement('div');
  readonly #listeners = new Map<EventName, Set<(detail?: number) => void>>();
  readonly #onMessage = (event: MessageEvent) => this.#receive(event);
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.#isOpen) this.#close();
  };
  #frame: HTMLIFrameElement | null = null;
  /** The frame has said that it listens. */
  #isListening = false;
  #token: string | null = null;
  #isOpen = false;

  constructor(configuration: WidgetConfiguration, options: WidgetOptions, origin: string) {
    this.#configuration = configuration;
    this.#options = options;
    this.#origin = origin;
    this.#language = options.language ?? (document.documentElement.lang || navigator.language);
    this.#root = this.#host.attachShadow({ mode: 'open' });
    this.#draw();
    window.addEventListener('message', this.#onMessage);
    this.#root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && this.#onKey(event));
    this.api = {
      open: () => this.#open(),
      close: () => this.#close(),
      toggle: () => (this.#isOpen ? this.#close() : this.#open()),
      identify: (token) => this.#identify(token),
      signOut: () => this.#signOut(),
      on: (event, listener) => this.#listen(event, listener),
      remove: () => this.#remove(),
    };
  }

  #draw(): void {
    const { position, theme, hidesButton } = this.#options;
    this.#host.dataset.position = position;
    this.#host.dataset.theme = theme;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(widgetStyles(this.#configuration.theme));
    this.#root.adoptedStyleSheets = [sheet];
    this.#button.type = 'button';
    this.#button.innerHTML = BUBBLE;
    this.#button.hidden = hidesButton;
    this.#button.addEventListener('click', () => this.api.toggle());
    this.#badge.className = 'badge';
    this.#badge.hidden = true;
    this.#button.append(this.#badge);
    this.#panel.className = 'panel';
    this.#panel.id = 'rapport-panel';
    this.#panel.hidden = true;
    this.#panel.setAttribute('role', 'dialog');
    this.#panel.setAttribute('aria-label', this.#configuration.assistant.name);
    this.#button.setAttribute('aria-controls', this.#panel.id);
    this.#nameButton(0);
    this.#root.append(this.#panel, this.#button);
    document.body.append(this.#host);
  }

  #nameButton(unread: number): void {
    const words = wordsIn(this.#language);
    const name = this.#isOpen ? words.close : words.open.replace('{name}', this.#configuration.assistant.name);
    const count = words.unread.replace('{count}', String(unread));
    this.#button.setAttribute('aria-label', unread > 0 ? `${name}, ${count}` : name);
    this.#button.setAttribute('aria-expanded', String(this.#isOpen));
    this.#badge.textContent = unread > 9 ? '9+' : String(unread);
    this.#badge.hidden = unread === 0;
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#frame ??= this.#makeFrame();
    this.#panel.hidden = false;
    this.#host.toggleAttribute('data-open', true);
    this.#nameButton(0);
    this.#post({ rapport: 'visible', isVisible: true });
    this.#frame.focus();
    this.#announce('open');
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#panel.hidden = true;
    this.#host.toggleAttribute('data-open', false);
    this.#nameButton(0);
    this.#post({ rapport: 'visible', isVisible: false });
    this.#button.focus();
    this.#announce('close');
  }

  #makeFrame(): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    const { theme } = this.#options;
    const query = new URLSearchParams({ language: this.#language, ...(theme === 'auto' ? {} : { theme }) });
    frame.src = `${this.#origin}/embed/${this.#configuration.assistant.id}?${query}`;
    frame.title = this.#configuration.assistant.name;
    frame.allow = 'camera; clipboard-write';
    frame.referrerPolicy = 'origin';
    this.#panel.append(frame);
    return frame;
  }

  #identify(token: string): void {
    this.#token = token;
    this.#post({ rapport: 'identify', token });
  }

  #signOut(): void {
    this.#token = null;
    this.#post({ rapport: 'sign-out' });
  }

  #post(message: ToFrame): void {
    if (this.#isListening) this.#frame?.contentWindow?.postMessage(message, this.#origin);
  }

  #receive({ source, origin, data }: MessageEvent): void {
    const isOfFrame = this.#frame !== null && source === this.#frame.contentWindow && origin === this.#origin;
    if (isOfFrame && isFromFrame(data)) this.#take(data);
  }

  #take(message: FromFrame): void {
    if (message.rapport === 'ready') {
      this.#isListening = true;
      this.#post({ rapport: 'begin', token: this.#token });
      this.#post({ rapport: 'visible', isVisible: this.#isOpen });
    } else if (message.rapport === 'close') this.#close();
    else if (message.rapport === 'identity-refused') this.#announce('identity-refused');
    else if (!this.#isOpen) {
      this.#nameButton(message.count);
      this.#announce('unread', message.count);
    }
  }

  #listen(event: EventName, listener: (detail?: number) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  #announce(event: EventName, detail?: number): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(detail);
  }

  #remove(): void {
    window.removeEventListener('message', this.#onMessage);
    this.#host.remove();
    delete window.rapport;
  }
}
