import { IconButton } from "../ui/index.ts";
import type { ActionId } from "./action.ts";
import { ACTION_ICONS } from "./actionIcons.ts";
import { useAction } from "./useActionContext.ts";

/** An action that has an icon, as a button of a floating bar. */
export const BarButton = ({ id }: { readonly id: ActionId }) => {
  const { label, keys, isShown, isPossible, run } = useAction(id);
  const icon = ACTION_ICONS[id];
  if (!isShown || !icon) return null;
  return <IconButton label={label} keys={keys} icon={icon} tooltip="top" isDisabled={!isPossible} onPress={run} />;
};
