import { Group, Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { treatments } from "./hours";
import { TreatmentSwatch } from "./TreatmentSwatch";
import type { Brush } from "./week";

interface Props {
  brush: Brush;
  label: string;
  /** False where nothing can be wiped away. */
  closed?: boolean;
  onChange: (brush: Brush) => void;
}

/** What holds in hours: open, one of six treatments, or closed. */
export function BrushPicker({ brush, label, closed = true, onChange }: Props) {
  const { t } = useTranslation("schedules");
  const brushes: readonly Brush[] = closed ? [...treatments, "closed"] : treatments;
  const nameOf = (one: Brush) => (one === "closed" ? t("closed") : one === 0 ? t("open") : t("treatment", { number: one }));
  return (
    <Radio.Group
      label={label} description={t("brush.treatments")} value={String(brush)}
      onChange={(chosen) => { onChange(brushes.find((one) => String(one) === chosen) ?? 0); }}
    >
      <Group gap="sm" mt="xs">
        {brushes.map((one) => (
          <Radio
            key={one} value={String(one)} aria-label={nameOf(one)} label={<TreatmentSwatch brush={one} />}
            styles={{ body: { alignItems: "center" }, label: { paddingInlineStart: 6 } }}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}
