import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useWorkbench } from '../../workbench/index.ts';
import { messages } from '../messages.ts';
import { useReturnFocus } from './use-return-focus.ts';

interface Props {
  readonly title: string;
  readonly about: string;
  readonly large?: boolean;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly onClose?: () => void;
}

/** What all dialogs share: title, reason, a way out, the focus kept inside and given back. */
export function Frame({ title, about, large = false, children, foot, onClose }: Props) {
  const workbench = useWorkbench();
  const giveFocusBack = useReturnFocus();
  const close = onClose ?? (() => workbench.showDialog(undefined));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className={`dialog ${large ? 'large' : ''}`} onCloseAutoFocus={giveFocusBack}>
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{title}</Dialog.Title>
            <Dialog.Close className="button plain icon" aria-label={messages.dialogs.close}>
              <X size={16} aria-hidden />
            </Dialog.Close>
          </div>
          <Dialog.Description className="dialog-about">{about}</Dialog.Description>
          <div className="dialog-body">{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
