export { FollowFrame } from "./FollowFrame.tsx";
export { HandButton } from "./HandButton.tsx";
export { TogetherSection } from "./TogetherSection.tsx";
export { VoicesSection } from "./VoicesSection.tsx";
export { TogetherSlips } from "./TogetherSlips.tsx";
