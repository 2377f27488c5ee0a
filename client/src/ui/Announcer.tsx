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
  const [text, setText] = useState("");
  useEffect(
    () =>
      announcements.subscribe(urgency, (next) => {
        // the same sentence twice is only heard twice when the region was empty in between
        setText("");
        requestAnimationFrame(() => setText(next));
      }),
    [urgency],
  );
  return (
    <div aria-live={urgency} aria-atomic="true" data-urgency={urgency}>
      {text}
    </div>
  );
};
