import { Icon, type IconSize } from "../ui/index.ts";
import { drawingOfKind } from "./kindDrawing.ts";

/** The fixed picture of a kind; its word always stands beside it. */
export const KindIcon = ({
  kind,
  size = "card",
  className,
}: {
  readonly kind: string;
  readonly size?: IconSize;
  readonly className?: string | undefined;
}) => <Icon of={drawingOfKind(kind)} size={size} className={className} />;
