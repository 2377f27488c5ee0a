/** Joins the class names that hold: `classes(css["card"], isOpen && css["open"])`. */
export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(" ");
