/** A dialog of the browser's own: it keeps the focus and gives it back. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, open, onClose, children }: Props) {
  const node = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && !node.current?.open) node.current?.showModal();
    if (!open && node.current?.open) node.current.close();
  }, [open]);
  return (
    <dialog class="dialog" ref={node} aria-labelledby={id} onClose={onClose} onClick={(event) => event.target === node.current && onClose()}>
      {open && (
        <>
          <div class="dialog-head">
            <h2 id={id}>{title}</h2>
            <button class="button bare" onClick={onClose}>Close</button>
          </div>
          <div class="dialog-body">{children}</div>
        </>
      )}
    </dialog>
  );
}
