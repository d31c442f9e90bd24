import type { Assistant } from '@rapport/wire';
import type { ReactNode } from 'react';

/** Drawn on a 48 by 48 field, in the colours of the assistant's theme. An assistant without a drawing has its initial. */
const DRAWINGS: Readonly<Record<string, ReactNode>> = {
  sienna: (
    <g fill="none" stroke="var(--on-accent)" strokeWidth="2.6" strokeLinecap="round">
      <path d="M15.5 10c-5 3.5-5 7.5 0 9.500s5 6 0 9-4.5 6.5 0 9.5" opacity=".6" />
      <path d="M25 8.500c-5.5 4-5.5 8.5 0 10.500s5.5 7 0 10.5-5 7 0 10.5" />
      <path d="M34.5 10c-5 3.5-5 7.5 0 9.500s5 6 0 9-4.5 6.5 0 9.5" opacity=".6" />
    </g>
  ),
  jumbo: (
    <g>
      <g fill="var(--on-accent)" opacity=".45">
        <ellipse cx="11.5" cy="22" rx="7" ry="9.5" />
        <ellipse cx="36.5" cy="22" rx="7" ry="9.5" />
      </g>
      <path
        fill="var(--on-accent)"
        d="M24 10.500c7 0 11.5 5 11.5 11.5 0 5-2.7 9-7 10.600v1.200c0 1.5 1 2.4 2.3 2.4.9 0 1.7-.4 2.2-.4 1 0 1.7.8 1.7 1.7 0 1.7-2.3 2.7-4.6 2.7-3.6 0-6.3-2.4-6.3-6.300v-.4C17 32.7 12.5 28 12.5 22c0-6.5 4.5-11.5 11.5-11.500Z"
      />
      <g fill="var(--accent)">
        <circle cx="19.4" cy="22.2" r="1.7" />
        <circle cx="28.6" cy="22.2" r="1.7" />
      </g>
    </g>
  ),
};

interface AssistantFaceProps {
  readonly assistant: Assistant;
  readonly className: string;
}

/** The assistant's face. Decorative: the name stands beside it. */
export function AssistantFace({ assistant, className }: AssistantFaceProps) {
  return (
    <svg viewBox="0 0 48 48" className={`shrink-0 rounded-full bg-accent ${className}`} aria-hidden="true">
      {DRAWINGS[assistant.id] ?? (
        <text x="24" y="32" textAnchor="middle" fontSize="22" fontWeight="600" fill="var(--on-accent)">
          {assistant.name.slice(0, 1)}
        </text>
      )}
    </svg>
  );
}
