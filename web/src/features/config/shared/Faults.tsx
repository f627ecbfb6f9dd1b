import { Text } from "@mantine/core";
import { faultsOf } from "../../../ui/faults";

/** So many are told; the first few lead to the others. */
const most = 20;

/** Why something was refused: each thing that is wrong, or the refusal itself where it names none. */
export function Faults({ error }: { error: Error }) {
  const faults = faultsOf(error);
  if (faults.length === 0) return <Text size="sm">{error.message}</Text>;
  return faults.slice(0, most).map(({ message, allowed }, index) => (
    <Text key={index} size="sm">{allowed ? `${message} (${allowed})` : message}</Text>
  ));
}
