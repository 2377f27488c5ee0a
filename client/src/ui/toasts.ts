import { announce } from "./announcements.ts";

export interface Toast {
  readonly text: string;
  /** what takes it back, for instance */
  readonly action?: { readonly label: string; readonly onAction: () => void } | undefined;
  readonly tone?: "plain" | "warn" | undefined;
  /** it is seen and not said, for who wishes to hear less */
  readonly isSilent?: boolean | undefined;
  /** it went away by itself or by its cross: nobody used its action */
  readonly onLapse?: (() => void) | undefined;
}
export interface ShownToast extends Toast {
  readonly id: number;
}

/** How long a toast stays, in ms; longer where there is something to decide. Nothing lapses under the pointer or the focus. */
export const STAY_MS = { plain: 5_000, withAction: 10_000 } as const;
/** More would hide the page: the oldest lapses. */
const MOST = 3;

export interface ToastQueue {
  readonly show: (toast: Toast) => number;
  /** takes the action, or lets the toast lapse */
  readonly act: (id: number) => void;
  readonly lapse: (id: number) => void;
  readonly lapseAll: () => void;
  readonly get: () => readonly ShownToast[];
  readonly subscribe: (listener: () => void) => () => void;
}

export const createToasts = (): ToastQueue => {
  let shown: readonly ShownToast[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();
  const set = (next: readonly ShownToast[]): void => {
    shown = next;
    for (const listener of listeners) listener();
  };
  const take = (id: number): ShownToast | undefined => {
    const toast = shown.find((each) => each.id === id);
    if (toast) set(shown.filter((each) => each !== toast));
    return toast;
  };
  const lapse = (id: number): void => take(id)?.onLapse?.();
  return {
    show: (toast) => {
      lastId += 1;
      const id = lastId;
      // said again, it takes the place of what stands; what takes something back stays, each takes back another thing
      const same = shown.find(({ text, action }) => text === toast.text && action === undefined && !toast.action);
      set(same ? shown.map((each) => (each === same ? { ...toast, id } : each)) : [...shown, { ...toast, id }]);
      same?.onLapse?.();
      for (const old of shown.slice(0, Math.max(0, shown.length - MOST))) lapse(old.id);
      return id;
    },
    act: (id) => take(id)?.action?.onAction(),
    lapse,
    lapseAll: () => {
      for (const { id } of shown) lapse(id);
    },
    get: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** The page's own. */
export const toasts: ToastQueue = createToasts();

/** Says something at the foot of the page, and to who listens; returns what takes the words back. */
export const showToast = (toast: Toast): (() => void) => {
  const id = toasts.show(toast);
  if (toast.isSilent !== true)
    // it tells of one's own deed or of a fault: what others do meanwhile doesn't take its place
    announce(toast.action === undefined ? toast.text : `${toast.text}. ${toast.action.label}`, "kept");
  return () => toasts.lapse(id);
};
