import type { Page } from "playwright-core";

/** What a target must measure, in CSS px: WCAG 2.2, 2.5.8; where a finger presses, the house asks for more (2.5.5). */
export const TARGET_PX = { pointer: 24, finger: 44 } as const;

/**
 * The targets on the page that are smaller than `least` in their width or height, by their names. Measured is what answers a press (a
 * part drawn around a small button counts), of what is seen and not covered. Left out, as in the standard: links in a sentence, what
 * stands far enough from all others, and what lies on the board, which is as large as it is zoomed (each of its handles has a button
 * that does the same).
 * @param least  in CSS px
 */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((px) => {
    const TARGETS =
      "a[href], button, input, select, textarea, summary, [role=button], [role=menuitem], [role=option], [role=tab], [role=switch], [role=checkbox], [role=radio], [role=slider]";
    const ON_BOARD = ".react-flow__node, .react-flow__edge, .react-flow__viewport";
    const targets = [...document.querySelectorAll<HTMLElement>(TARGETS)]
      .map((element) => (element.matches("input") ? (element.closest("label") ?? element) : element))
      .filter((element, i, all) => all.indexOf(element) === i)
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => !element.matches(":disabled") && element.closest("[inert], [aria-hidden=true]") === null)
      .filter((element) => element.closest(ON_BOARD) === null);
    const middleOf = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + width / 2, top + height / 2] as const;
    };
    const isHit = (element: Element, x: number, y: number): boolean => {
      const under = document.elementFromPoint(x, y);
      return under !== null && (element.contains(under) || (under.tagName === "LABEL" && under.contains(element)));
    };
    const seen = targets.filter((element) => isHit(element, ...middleOf(element)));
    /** How far a press is answered from the middle, both ways along an axis. */
    const reach = (element: Element, dx: number, dy: number): number => {
      const [x, y] = middleOf(element);
      let length = 1;
      for (const way of [-1, 1])
        for (let step = 1; step <= px && isHit(element, x + way * step * dx, y + way * step * dy); step += 1)
          length += 1;
      return length;
    };
    const isInSentence = (element: Element): boolean =>
      element.matches("a") &&
      getComputedStyle(element).display === "inline" &&
      element.parentElement?.textContent.trim() !== element.textContent.trim();
    const small = seen.flatMap((element) => {
      const measured = () => [reach(element, 1, 0), reach(element, 0, 1)] as const;
      let size = measured();
      // what is cut by the edge of a list is measured where all of it is seen
      if (Math.min(...size) < px - 1) {
        element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
        size = measured();
      }
      // a border lies between two px
      return Math.min(...size) >= px - 1 || isInSentence(element) ? [] : [{ element, size }];
    });
    const isCrowded = (element: Element): boolean => {
      const [x, y] = middleOf(element);
      return seen.some((other) => {
        if (other === element || other.contains(element) || element.contains(other)) return false;
        const { left, right, top, bottom } = other.getBoundingClientRect();
        const [nearX, nearY] = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
        if (Math.hypot(nearX - x, nearY - y) < px / 2) return true;
        const [otherX, otherY] = middleOf(other);
        return small.some((one) => one.element === other) && Math.hypot(otherX - x, otherY - y) < px;
      });
    };
    const nameOf = (element: Element) =>
      element.getAttribute("aria-label") ?? (element.textContent.trim().slice(0, 40) || element.outerHTML.slice(0, 80));
    return small
      .filter(({ element }) => px > 24 || isCrowded(element))
      .map(({ element, size }) => `${nameOf(element)}: ${size.join(" by ")}`);
  }, least);
