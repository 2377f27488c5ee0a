export { DrawingContent } from "./DrawingContent.tsx";
export { DrawLayer } from "./DrawLayer.tsx";
