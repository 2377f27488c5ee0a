import { IconButton, type IconDrawing } from "../ui/index.ts";
import type { ActionId } from "./action.ts";
import { useAction } from "./useActionContext.ts";

/** An action as a button of a floating bar. */
export const BarButton = ({ id, icon }: { readonly id: ActionId; readonly icon: IconDrawing }) => {
  const { label, keys, isShown, isPossible, run } = useAction(id);
  if (!isShown) return null;
  return <IconButton label={label} keys={keys} icon={icon} tooltip="top" isDisabled={!isPossible} onPress={run} />;
};
