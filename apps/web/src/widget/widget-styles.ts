import type { WidgetTheme } from './widget-configuration.ts';

/**
 * The look of the button and of the frame around the talk. It stands in a shadow root, so that neither the shop's rules
 * reach it nor its own reach the shop, and comes as a constructed sheet, which a strict policy of the shop allows.
 */
export const widgetStyles = ({ light, dark }: WidgetTheme): string => `
:host {
  all: initial;
  --accent: ${light.accent};
  --on-accent: ${light.onAccent};
  --gap: 20px;
  font-family: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
:host([data-theme="dark"]) { --accent: ${dark.accent}; --on-accent: ${dark.onAccent}; }
@media (prefers-color-scheme: dark) {
  :host(:not([data-theme="light"])) { --accent: ${dark.accent}; --on-accent: ${dark.onAccent}; }
}
button {
  all: unset;
  box-sizing: border-box;
  position: fixed;
  inset-block-end: max(var(--gap), env(safe-area-inset-bottom));
  inset-inline-end: var(--gap);
  z-index: 2147483000;
  inline-size: 60px;
  block-size: 60px;
  display: grid;
  place-items: center;
  border-radius: 50%;
  background: var(--accent);
  color: var(--on-accent);
  box-shadow: 0 2px 6px rgb(0 0 0 / .14), 0 10px 30px -8px rgb(0 0 0 / .35);
  cursor: pointer;
  transition: transform .18s ease;
}
button:hover { transform: translateY(-2px); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
:host([data-position="start"]) button,
:host([data-position="start"]) .panel { inset-inline: var(--gap) auto; }
svg { inline-size: 28px; block-size: 28px; }
.badge {
  position: absolute;
  inset-block-start: -4px;
  inset-inline-end: -4px;
  min-inline-size: 22px;
  padding: 0 6px;
  box-sizing: border-box;
  border-radius: 11px;
  background: #a3231b;
  color: #fff;
  font-size: 13px;
  font-weight: 600;
  line-height: 22px;
  text-align: center;
}
[hidden] { display: none !important; }
.panel {
  position: fixed;
  inset-block-end: calc(max(var(--gap), env(safe-area-inset-bottom)) + 76px);
  inset-inline-end: var(--gap);
  z-index: 2147483001;
  inline-size: min(400px, calc(100vw - 2 * var(--gap)));
  block-size: min(680px, calc(100dvh - 136px));
  border-radius: 24px;
  overflow: hidden;
  background: #fff;
  box-shadow: 0 8px 40px rgb(0 0 0 / .28);
  animation: arrive .2s ease both;
}
:host([data-theme="dark"]) .panel { background: #161412; }
@media (prefers-color-scheme: dark) { :host(:not([data-theme="light"])) .panel { background: #161412; } }
@keyframes arrive { from { opacity: 0; transform: translateY(12px); } }
iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }
@media (max-width: 480px), (max-height: 480px) {
  .panel, :host([data-position="start"]) .panel { inset: 0; inline-size: auto; block-size: auto; border-radius: 0; }
  :host([data-open]) button { display: none; }
}
@media (prefers-reduced-motion: reduce) { .panel { animation: none; } button { transition: none; } }
`;
