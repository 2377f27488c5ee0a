import css from "./Logo.module.css";

/** The tree with its talk and its listeners. Decorative: the word stands beside it, or a link around it has a name. */
export const Logo = ({ px = 34 }: { readonly px?: number }) => (
  <svg className={css["logo"]} width={px} height={px} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path
      d="M16 1.5C9 1.5 3.5 5.8 3.5 11.3c0 5 4.5 9 10.5 9.7-.1 3.4-1 5.9-3 8.5h9.6c-1.6-2.6-2.5-5.2-2.6-8.5 6-.7 10.5-4.7 10.5-9.7C28.5 5.8 23 1.5 16 1.5Z"
      fill="var(--leaf)"
    />
    <path d="M10.5 9.3h7M10.5 13.3h11" stroke="var(--on-leaf)" strokeWidth="2" strokeLinecap="round" />
    <g fill="var(--ink-2)">
      <circle cx="2.6" cy="27.6" r="1.7" />
      <circle cx="7.4" cy="28" r="1.7" />
      <circle cx="24.6" cy="28" r="1.7" />
      <circle cx="29.4" cy="27.6" r="1.7" />
    </g>
  </svg>
);
