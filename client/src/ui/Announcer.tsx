import { useEffect, useState } from "react";
import { announcements, type Urgency } from "./announcements.ts";

/** The two live regions, always in the page: a region that is added together with its text is not read. */
export const Announcer = () => (
  // React Aria leaves what has this second mark alone when a dialog hides the rest of the page
  <div className="sr" data-announcer data-live-announcer="true">
    <Region urgency="polite" />
    <Region urgency="assertive" />
  </div>
);

const Region = ({ urgency }: { readonly urgency: Urgency }) => {
  const [said, setSaid] = useState<{ readonly text: string; readonly next?: string }>({ text: "" });
  useEffect(() => announcements.subscribe(urgency, (next) => setSaid({ text: "", next })), [urgency]);
  // the same sentence twice is only heard twice when the region was empty in between: it is by the time this runs
  useEffect(() => {
    const { next } = said;
    if (next === undefined) return;
    const frame = requestAnimationFrame(() => setSaid({ text: next }));
    return () => cancelAnimationFrame(frame);
  }, [said]);
  return (
    <div aria-live={urgency} aria-atomic="true" data-urgency={urgency}>
      {said.text}
    </div>
  );
};
