/** A colour of a screen in linear light: red, green and blue, 0 to 1. */
export type Linear = readonly [red: number, green: number, blue: number];
/** The tokens that are plain colours, `#rrggbb`, by their names without dashes. */
export type Tokens = ReadonlyMap<string, string>;

/** The colours of each theme, from the text of `tokens.css`: the dark one has those of the light one, and its own. */
export function themesIn(sheet: string): { readonly light: Tokens; readonly dark: Tokens } {
  const css = sheet.replaceAll(/\/\*.*?\*\//gs, "");
  const after = (start: string): Tokens => {
    const from = css.indexOf(start) + start.length;
    const block = css.slice(from, css.indexOf("}", from));
    return new Map([...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)].map(([, name = "", hex = ""]) => [name, hex]));
  };
  const light = after(":root {");
  return { light, dark: new Map([...light, ...after(':root[data-theme="dark"] {')]) };
}

const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);

/** @param hex `#rrggbb` */
export const linearOf = (hex: string): Linear => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return [red, green, blue];
};

/** Relative luminance, 0 to 1. @see WCAG 2.2, "relative luminance" */
export const luminanceOf = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** 1 to 21. @see WCAG 2.2, "contrast ratio" */
export function contrastOf(one: Linear, other: Linear): number {
  const [high = 0, low = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
