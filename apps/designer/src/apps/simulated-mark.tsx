import { FlaskConical } from "lucide-react";
import { useTexts } from "../texts/use-texts.ts";
import { Status } from "../ui/status.tsx";

/** Says that something belongs to the simulator of this server. */
export function SimulatedMark() {
  const { apps: t } = useTexts();
  return (
    <Status tone="plain" Icon={FlaskConical}>
      {t.simulated}
    </Status>
  );
}
