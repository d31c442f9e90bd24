import type { Assistant } from '@rapport/wire';

/**
 * Puts an assistant's colours on an element of the class `themed`, and returns how to take them off. Through the CSSOM,
 * which a strict content security policy allows where it forbids style attributes.
 */
export function applyTheme({ style }: HTMLElement, { light, dark }: Assistant['theme']): () => void {
  const colours: Record<string, string> = {
    '--accent-light': light.accent,
    '--on-accent-light': light.onAccent,
    '--surface-light': light.surface,
    '--accent-dark': dark.accent,
    '--on-accent-dark': dark.onAccent,
    '--surface-dark': dark.surface,
  };
  for (const [name, colour] of Object.entries(colours)) style.setProperty(name, colour);
  return () => {
    for (const name of Object.keys(colours)) style.removeProperty(name);
  };
}

/** Puts an assistant's colours on the whole page and on the browser's own frame around it. */
export function applyPageTheme(theme: Assistant['theme']): () => void {
  const takeOff = applyTheme(document.documentElement, theme);
  const frames = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
  const former = frames.map(({ content }) => content);
  for (const frame of frames) frame.content = frame.media.includes('dark') ? theme.dark.surface : theme.light.surface;
  return () => {
    takeOff();
    frames.forEach((frame, index) => {
      frame.content = former[index] ?? frame.content;
    });
  };
}
