export { FeelingBar } from "./FeelingBar.tsx";
export { PostColumns } from "./PostColumns.tsx";
export { PostStream } from "./PostStream.tsx";
export { Suggestions } from "./Suggestions.tsx";
export { Themes } from "./Themes.tsx";
