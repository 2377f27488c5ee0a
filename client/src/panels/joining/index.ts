export { DoorBanner } from "./DoorBanner.tsx";
export { DoorSection } from "./DoorSection.tsx";
export { QrCode } from "./QrCode.tsx";
export { SlideDialog } from "./SlideDialog.tsx";
