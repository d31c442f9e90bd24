import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';

interface MenuProps {
  /** The button that opens it; give it a name. */
  readonly trigger: ReactElement;
  /** True for a menu that is mounted because it was asked for. */
  readonly opensAtOnce?: boolean;
  readonly children: ReactNode;
}

/** A list of things to do, behind a button. */
export function Menu({ trigger, opensAtOnce = false, children }: MenuProps) {
  return (
    <BaseMenu.Root defaultOpen={opensAtOnce}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={6} align="end" className="z-40">
          <BaseMenu.Popup className="min-w-44 rounded-2xl border border-line bg-surface p-1.5 text-ink shadow-lifted outline-none">
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

export function MenuItem({ icon, isDangerous = false, isDisabled = false, onChoose, children }: MenuItemProps) {
  return (
    <BaseMenu.Item
      disabled={isDisabled}
      onClick={onChoose}
      className={`flex min-h-10 cursor-pointer items-center gap-3 rounded-xl px-3 outline-none data-disabled:opacity-55 data-highlighted:bg-tint ${isDangerous ? 'text-alarm' : ''}`}
    >
      {icon}
      {children}
    </BaseMenu.Item>
  );
}

/** Things to choose from under one heading. */
export function MenuGroup({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <BaseMenu.Group className="mt-1.5 border-t border-line pt-1.5">
      <BaseMenu.GroupLabel className="px-3 py-1 text-xs font-semibold text-muted">{name}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  );
}
