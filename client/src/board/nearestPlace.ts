const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Where the keyboard goes on in a dialog when what had it was taken out of the page: the first control of what stood after it, else of
 * what stood before it, at the same level and then at the next higher; the dialog itself when nothing of that part of it is left.
 * @param changes what was put in and taken out, in order
 * @param gone what had the keyboard
 * @returns undefined when it was not these changes that took it away
 */
export function nearestPlace(
  changes: readonly MutationRecord[],
  gone: Element,
  dialog: HTMLElement,
): HTMLElement | undefined {
  const hole = holeOf(changes, gone);
  if (!hole || !dialog.contains(hole.in)) return undefined;
  // it was put elsewhere, as a row that is sorted anew
  if (gone instanceof HTMLElement && gone.isConnected) return gone;
  let [place, before] = [hole.in, hole.before];
  while (place !== dialog) {
    const siblings = [...place.children];
    const at = before === undefined ? 0 : siblings.indexOf(before) + 1;
    for (const each of [...siblings.slice(at), ...siblings.slice(0, at).toReversed()]) {
      const control = firstControl(each);
      if (control) return control;
    }
    if (place.parentElement === null) break;
    [place, before] = [place.parentElement, place];
  }
  // not its head, whose only control closes it
  return dialog;
}

interface Hole {
  /** what is still there */
  readonly in: Element;
  /** what stands there before it, when there is anything */
  readonly before: Element | undefined;
}

/** The place that was left: that of the outermost of all that was taken out around it. */
function holeOf(changes: readonly MutationRecord[], gone: Element): Hole | undefined {
  let hole: Hole | undefined;
  let inner: Node = gone;
  for (const { removedNodes, target, previousSibling } of changes) {
    if (![...removedNodes].some((node) => node.contains(inner)) || !(target instanceof Element)) continue;
    hole = { in: target, before: elementAt(previousSibling, target) };
    inner = target;
  }
  return inner.isConnected ? hole : undefined;
}

/** The element that a node is or stands behind; undefined for none, or when it is gone as well. */
function elementAt(node: Node | null, parent: Element): Element | undefined {
  let each = node;
  while (each !== null && !(each instanceof Element)) each = each.previousSibling;
  return each?.parentNode === parent ? each : undefined;
}

function firstControl(within: Element): HTMLElement | undefined {
  const all = [within, ...within.querySelectorAll(CONTROLS)].filter(
    (each): each is HTMLElement => each instanceof HTMLElement && each.matches(CONTROLS),
  );
  const first = all.find(
    (each) => each.tabIndex >= 0 && !each.matches(":disabled, [inert] *") && each.getClientRects().length > 0,
  );
  // of several choices, the one that holds: Enter changes nothing there
  return first?.closest("[role=radiogroup]")?.querySelector<HTMLElement>("[aria-checked=true]") ?? first;
}
